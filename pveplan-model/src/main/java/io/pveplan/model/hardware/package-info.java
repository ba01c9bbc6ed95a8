/** Nodes and what they are built from. Begin with {@link io.pveplan.model.hardware.Node}. */
@NullMarked
@PlanStyle
package io.pveplan.model.hardware;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
