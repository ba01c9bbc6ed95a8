package io.pveplan.rules;

import java.util.List;

/** A pack of somebody else, named in {@code discovery/META-INF/services}. */
public final class DiscoveredRules implements RulePack {

  /** For the service loader. */
  public DiscoveredRules() {}

  @Override
  public String name() {
    return "discovered";
  }

  @Override
  public String title() {
    return "Rules to be found";
  }

  @Override
  public List<Rule> rules() {
    return List.of(new SlowLink());
  }
}
