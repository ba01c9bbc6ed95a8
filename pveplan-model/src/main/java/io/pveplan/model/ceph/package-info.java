/** Ceph on the nodes. Begin with {@link io.pveplan.model.ceph.Ceph}. */
@NullMarked
@PlanStyle
package io.pveplan.model.ceph;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
