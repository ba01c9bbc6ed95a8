/** Terraform. Begin with {@link io.pveplan.model.automation.Terraform}. */
@NullMarked
@PlanStyle
package io.pveplan.model.automation;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
