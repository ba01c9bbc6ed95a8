package io.pveplan.rules.report;

/** A test case of a report. */
interface JunitCase {

  boolean failed();

  boolean skipped();

  void write(Markup xml);

  /** The class that the cases of a rule belong to. */
  static String className(String ruleId) {
    return Area.of(ruleId) + "." + ruleId;
  }

  // The XML Schema of Surefire wants a time of each test case; ours takes none worth measuring.
  static String[] attributes(String name, String className) {
    return new String[] {"name", name, "classname", className, "time", "0"};
  }
}
