/** High availability and affinity. Begin with {@link io.pveplan.model.ha.Ha}. */
@NullMarked
@PlanStyle
package io.pveplan.model.ha;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
