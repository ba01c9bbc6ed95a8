/**
 * What failures mean for a cluster, for people and for programs.
 *
 * <p>Start at {@link io.pveplan.rules.failure.report.SurvivalReport}.
 */
@NullMarked
package io.pveplan.rules.failure.report;

import org.jspecify.annotations.NullMarked;
