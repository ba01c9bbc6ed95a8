/**
 * Rules about the software-defined network.
 *
 * <p>Start at {@link io.pveplan.rules.sdn.SdnRules}.
 */
@NullMarked
package io.pveplan.rules.sdn;

import org.jspecify.annotations.NullMarked;
