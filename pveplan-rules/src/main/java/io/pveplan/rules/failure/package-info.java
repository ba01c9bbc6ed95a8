/**
 * What becomes of the guests when something fails.
 *
 * <p>Start at {@link io.pveplan.rules.failure.FailureSweep}.
 */
@NullMarked
package io.pveplan.rules.failure;

import org.jspecify.annotations.NullMarked;
