package io.pveplan.render.ha;

import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.List;

/** The script that makes resources and rules, or groups and resources. */
final class HaScript {

  // The manager writes the nodes of a group in any order, so they are compared one by one. Comments
  // of resources and groups it writes in ISO 8859-1 as long as that can write all of the file.
  private static final String FUNCTIONS = """
      # Whether there is a section: its file, its first line.
      there() {
        grep --quiet --line-regexp --fixed-strings "$2" "/etc/pve/ha/$1.cfg"
      }

      words() {
        sed '/^nodes /s/[ ,]/\\n/g' | sort
      }

      section() {
        sed --quiet "/^$2\\$/,/^\\$/s/^\\t//p" "/etc/pve/ha/$1.cfg"
      }

      # Whether a section is as planned: its file, its first line, its other lines.
      as_planned() {
        local file=$1 first=$2 planned
        shift 2
        planned=$(printf '%s\\n' "$@" | words)
        [ "$(section "$file" "$first" | words)" = "$planned" ] ||
          [ "$(section "$file" "$first" | iconv -f ISO-8859-1 -t UTF-8 | words)" = "$planned" ]
      }
      """;

  // A rule is refused while another one, as it is there, contradicts it
  // (pve-ha-manager, src/PVE/API2/HA/Rules.pm assert_feasibility).
  private static final String MAY_STAY = """

      # Whether a rule contradicts none that is planned.
      may_stay() {
        ! there "$1" "$2" || as_planned "$@"
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
        .define(manyRules(entries) ? FUNCTIONS + MAY_STAY : FUNCTIONS);
    boolean waited = !entries.separates();
    boolean outOfTheWay = !manyRules(entries);
    for (HaEntry entry : entries.all()) {
      if (entry.file() == HaFile.RULES && !waited) {
        script = awaitNodes(script);
        waited = true;
      }
      if (entry.file() == HaFile.RULES && !outOfTheWay) {
        script = disable(script.step("rules that change"), entries);
        outOfTheWay = true;
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

  private static boolean manyRules(HaEntries entries) {
    return entries.of(HaFile.RULES).size() > 1;
  }

  private static ShellScript disable(ShellScript script, HaEntries entries) {
    for (HaEntry rule : entries.of(HaFile.RULES)) {
      List<String> type = List.of(rule.heading().split(": ", 2));
      script = script.ensure(
          judge("may_stay", rule),
          List.of(Command.of("ha-manager", "rules", "set", type.get(0))
              .arg(type.get(1))
              .flag("--disable", 1)),
          List.of(Command.of("echo").arg(type.get(1) + " may stay")));
    }
    return script;
  }

  private static ShellScript add(ShellScript script, HaEntry entry) {
    Command there = Command.of("there").arg(entry.file().text()).arg(entry.heading());
    return script
        .unless(there, entry.add())
        .ensure(
            judge("as_planned", entry),
            List.of(entry.set()),
            List.of(Command.of("echo", "as planned")));
  }

  private static Command judge(String function, HaEntry entry) {
    Command judge = Command.of(function).arg(entry.file().text()).arg(entry.heading());
    for (String line : entry.lines()) {
      judge = judge.arg(line);
    }
    return judge;
  }
}
