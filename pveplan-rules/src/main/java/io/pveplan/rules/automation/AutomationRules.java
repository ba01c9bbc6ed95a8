package io.pveplan.rules.automation;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * Rules about Terraform.
 *
 * @since 0.1
 */
public final class AutomationRules implements RulePack {

  /** For the service loader. */
  public AutomationRules() {}

  @Override
  public String name() {
    return "automation";
  }

  @Override
  public String title() {
    return "Terraform and automation";
  }

  @Override
  public List<Rule> rules() {
    return List.of(new RootOnlyOption(), new GuestInNoModule());
  }
}
