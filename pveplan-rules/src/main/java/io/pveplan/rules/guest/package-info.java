/**
 * Rules about guests: CPU types, moves to other nodes, templates and clones.
 *
 * <p>Start at {@link io.pveplan.rules.guest.GuestRules}.
 */
@NullMarked
package io.pveplan.rules.guest;

import org.jspecify.annotations.NullMarked;
