package io.pveplan.render.ha;

import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.List;

/** The script that makes resources and rules, or groups and resources. */
final class HaScript {

  // The manager writes the nodes of a group in any order, so they are compared one by one.
  private static final String FUNCTIONS = """
      # Whether there is a section: its file, its first line.
      there() {
        grep --quiet --line-regexp --fixed-strings "$2" "/etc/pve/ha/$1.cfg"
      }

      words() {
        sed '/^nodes /s/[ ,]/\\n/g' | sort
      }

      # Whether a section is as planned: its file, its first line, its other lines.
      as_planned() {
        local file=/etc/pve/ha/$1.cfg first=$2
        shift 2
        [ "$(sed --quiet "/^$first\\$/,/^\\$/s/^\\t//p" "$file" | words)" = "$(printf '%s\\n' "$@" | words)" ]
      }
      """;

  // Longer than the manager takes to get active, which it does once there are resources.
  private static final int SECONDS = 180;

  private HaScript() {}

  static String of(HaEntries entries) {
    boolean groups = !entries.of(HaFile.GROUPS).isEmpty();
    boolean rules = !entries.of(HaFile.RULES).isEmpty();
    ShellScript script = ShellScript.of(
            groups
                ? "HA groups and resources."
                : "HA resources" + (rules ? " and rules" : "") + ".",
            "Runs on one node. What is there otherwise than planned is set to the plan.")
        .define(FUNCTIONS);
    boolean waited = !entries.separates();
    for (HaEntry entry : entries.all()) {
      if (entry.file() == HaFile.RULES && !waited) {
        script = awaitNodes(script);
        waited = true;
      }
      script = add(script.step(entry.title()), entry);
    }
    return script.text();
  }

  // A rule that keeps guests apart is refused while the manager knows fewer nodes than it has
  // guests
  // (pve-ha-manager, src/PVE/API2/HA/Rules.pm check_feasibility), and at first it knows none.
  private static ShellScript awaitNodes(ShellScript script) {
    return script
        .step("manager")
        .await(
            "the HA manager to know the nodes",
            SECONDS,
            Command.of("grep", "--quiet")
                .arg("\"node_status\":{\"")
                .arg("/etc/pve/ha/manager_status"));
  }

  private static ShellScript add(ShellScript script, HaEntry entry) {
    String file = entry.file().text();
    Command there = Command.of("there").arg(file).arg(entry.heading());
    Command asPlanned = Command.of("as_planned").arg(file).arg(entry.heading());
    for (String line : entry.lines()) {
      asPlanned = asPlanned.arg(line);
    }
    return script
        .unless(there, entry.add())
        .ensure(asPlanned, List.of(entry.set()), List.of(Command.of("echo", "as planned")));
  }
}
