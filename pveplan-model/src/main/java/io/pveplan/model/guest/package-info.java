/**
 * Virtual machines, containers, templates and their moves. Begin with {@link
 * io.pveplan.model.guest.Guest}.
 */
@NullMarked
@PlanStyle
package io.pveplan.model.guest;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
