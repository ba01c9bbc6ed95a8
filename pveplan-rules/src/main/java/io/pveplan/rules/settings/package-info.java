/**
 * How a rule book is set up: profiles, and the list of all there is to set.
 *
 * <p>Start at {@link io.pveplan.rules.settings.Profile} and {@link
 * io.pveplan.rules.RuleBook#settings()}.
 */
@NullMarked
package io.pveplan.rules.settings;

import org.jspecify.annotations.NullMarked;
