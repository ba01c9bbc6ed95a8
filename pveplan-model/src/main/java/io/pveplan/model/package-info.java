/**
 * The plan as a whole: what its author said, its resolved view, and what is refused. Begin with
 * {@link io.pveplan.model.ClusterPlan} and {@link io.pveplan.model.ResolvedPlan}.
 */
@NullMarked
@PlanStyle
package io.pveplan.model;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
