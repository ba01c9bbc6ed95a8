package io.pveplan.samples.rules;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * A pack of rules that {@code RuleBook.standard()} finds by itself: it is named in {@code
 * META-INF/services/io.pveplan.rules.RulePack} for the class path and in {@code module-info} for the
 * module path.
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
    return List.of(new GuestWithoutTag());
  }
}
