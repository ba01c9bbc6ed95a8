/**
 * Findings that are accepted for a while: who accepts them, why and until when.
 *
 * <p>Start at {@link io.pveplan.rules.waiver.Waivers}.
 */
@NullMarked
package io.pveplan.rules.waiver;

import org.jspecify.annotations.NullMarked;
