/** Findings of an existing plan that are accepted as they are; {@link Baseline}. */
@NullMarked
package io.pveplan.rules.baseline;

import org.jspecify.annotations.NullMarked;
