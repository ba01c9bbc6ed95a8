/**
 * Rules that are written as a sentence, and print as one.
 *
 * <p>Begin at {@link io.pveplan.rules.fluent.FluentRule#rule}. The words are in {@link
 * io.pveplan.rules.fluent.Conditions} and, by subject, in the classes whose names end in {@code
 * Terms}.
 */
@NullMarked
package io.pveplan.rules.fluent;

import org.jspecify.annotations.NullMarked;
