package io.pveplan.rules;

import java.util.List;

/**
 * A pack that is written where it is used.
 *
 * @param name its name
 * @param rules its rules
 */
public record TestPack(String name, List<Rule> rules) implements RulePack {

  /** A pack of these rules. */
  public static TestPack pack(String name, Rule... rules) {
    return new TestPack(name, List.of(rules));
  }

  @Override
  public String title() {
    return "Rules of " + name;
  }
}
