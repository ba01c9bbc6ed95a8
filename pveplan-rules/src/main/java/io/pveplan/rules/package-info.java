/**
 * The contract of rules, the rule book that runs them and the report that comes out.
 *
 * <p>Start at {@link io.pveplan.rules.RuleBook}; to write a rule, at {@link io.pveplan.rules.Rule}.
 */
@NullMarked
package io.pveplan.rules;

import org.jspecify.annotations.NullMarked;
