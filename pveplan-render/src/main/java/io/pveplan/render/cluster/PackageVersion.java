package io.pveplan.render.cluster;

import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;

/**
 * A package, as new as a script needs it.
 *
 * @param name name of the package
 * @param version the first version that will do
 */
record PackageVersion(String name, String version) {

  private static final String AT_LEAST = """
      at_least() {
        local installed
        installed=$(dpkg-query --show --showformat='${Version}' "$1")
        dpkg --compare-versions "$installed" ge "$2"
      }
      """;

  /**
   * The script, ending here where the package is older.
   *
   * @param script what comes before
   */
  ShellScript requiredBy(ShellScript script) {
    return script
        .define(AT_LEAST)
        .require(
            Command.of("at_least", name, version),
            "This needs " + this + " or later, on each node: see step 3.");
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
