package io.pveplan.rules.sdn;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * Rules about the software-defined network.
 *
 * @since 0.1
 */
public final class SdnRules implements RulePack {

  /** For the service loader. */
  public SdnRules() {}

  @Override
  public String name() {
    return "sdn";
  }

  @Override
  public String title() {
    return "Software-defined network";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new GatewayOutsideSubnet(),
        new ImpossibleDhcpRange(),
        new DhcpOutsideSimpleZone(),
        new DhcpRangeNotServed(),
        new FrrMissing(),
        new SnatWithoutEffect());
  }
}
