package io.pveplan.rules.report;

/** The letters before the dash of a rule id: what its rules have in common. */
final class Area {

  private Area() {}

  static String of(String ruleId) {
    return ruleId.substring(0, ruleId.indexOf('-'));
  }
}
