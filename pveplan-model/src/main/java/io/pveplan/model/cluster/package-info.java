/**
 * Corosync, quorum and the options of the whole cluster. Begin with {@link
 * io.pveplan.model.cluster.Corosync}.
 */
@NullMarked
@PlanStyle
package io.pveplan.model.cluster;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
