/**
 * Rules about high availability.
 *
 * <p>Start at {@link io.pveplan.rules.ha.HaRules}.
 */
@NullMarked
package io.pveplan.rules.ha;

import org.jspecify.annotations.NullMarked;
