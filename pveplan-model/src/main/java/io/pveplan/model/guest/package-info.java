/** Virtual machines and containers. Start at {@link io.pveplan.model.guest.Vmid}. */
@NullMarked
package io.pveplan.model.guest;

import org.jspecify.annotations.NullMarked;
