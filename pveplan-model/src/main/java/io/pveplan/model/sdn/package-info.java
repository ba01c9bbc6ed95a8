/** The software-defined network. Begin with {@link io.pveplan.model.sdn.Sdn}. */
@NullMarked
@PlanStyle
package io.pveplan.model.sdn;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
