/**
 * Rules about Terraform.
 *
 * <p>Start at {@link io.pveplan.rules.automation.AutomationRules}.
 */
@NullMarked
package io.pveplan.rules.automation;

import org.jspecify.annotations.NullMarked;
