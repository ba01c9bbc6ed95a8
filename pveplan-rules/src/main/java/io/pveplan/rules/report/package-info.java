/**
 * The forms a report is written in, and what of a plan the rules looked at.
 *
 * <p>Start at {@link io.pveplan.rules.report.ReportFormat}.
 */
@NullMarked
package io.pveplan.rules.report;

import org.jspecify.annotations.NullMarked;
