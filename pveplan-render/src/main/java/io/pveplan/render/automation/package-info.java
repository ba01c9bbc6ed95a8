/**
 * Automation: Terraform modules. Begin with {@link
 * io.pveplan.render.automation.TerraformRenderer}.
 */
@NullMarked
package io.pveplan.render.automation;

import org.jspecify.annotations.NullMarked;
