/** When something happens. Start at {@link io.pveplan.model.time.CalendarEvent}. */
@NullMarked
package io.pveplan.model.time;

import org.jspecify.annotations.NullMarked;
