package com.example.acme.rules;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * What the handbook of Acme demands of a cluster.
 *
 * <p>{@code RuleBook.standard()} finds the pack as soon as this artifact is a dependency: it is named in {@code
 * META-INF/services} for the class path and in {@code module-info} for the module path.
 */
public final class AcmeRules implements RulePack {

  /** Called by {@link java.util.ServiceLoader}. */
  public AcmeRules() {}

  @Override
  public String name() {
    return "acme";
  }

  @Override
  public String title() {
    return "House rules of Acme";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new NodeOutsideNamingConvention(),
        new GuestWithoutCostCenter(),
        new ForeignVlan(),
        new ProductionBackupsKeptTooShort());
  }
}
