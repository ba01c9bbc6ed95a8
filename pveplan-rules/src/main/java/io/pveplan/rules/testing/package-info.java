/**
 * The kit for authors of rules; it throws {@code AssertionError} and needs no test library.
 *
 * <p>Start at {@link io.pveplan.rules.testing.RuleVerifier}.
 */
@NullMarked
package io.pveplan.rules.testing;

import org.jspecify.annotations.NullMarked;
