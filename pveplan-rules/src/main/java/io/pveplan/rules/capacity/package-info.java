/**
 * Rules about what is left when something fails.
 *
 * <p>Start at {@link io.pveplan.rules.capacity.CapacityRules}.
 */
@NullMarked
package io.pveplan.rules.capacity;

import org.jspecify.annotations.NullMarked;
