/**
 * Rules about nodes and what they are built from.
 *
 * <p>Start at {@link io.pveplan.rules.hardware.HardwareRules}.
 */
@NullMarked
package io.pveplan.rules.hardware;

import org.jspecify.annotations.NullMarked;
