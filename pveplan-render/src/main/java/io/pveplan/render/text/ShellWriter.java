package io.pveplan.render.text;

import java.util.List;
import java.util.regex.Pattern;

/** Knows the layout of a script and nothing about clusters. */
final class ShellWriter {

  private static final int WIDTH = 100;
  // What shellcheck takes for a slip inside single quotes: it is literal text of the plan.
  private static final Pattern SUSPICIOUS = Pattern.compile("[$`\\\\\u2018\u2019\u201c\u201d]");

  private final StringBuilder body = new StringBuilder();
  private boolean printsSteps;

  String write(ShellScript script) {
    script.statements().forEach(this::statement);
    StringBuilder out = new StringBuilder("#!/bin/bash\n");
    script.header().forEach(line -> out.append(comment(line)));
    if (SUSPICIOUS.matcher(body).find()) {
      out.append("# shellcheck disable=SC1003,SC1112,SC2016\n");
    }
    out.append("set -euo pipefail\n");
    if (printsSteps) {
      out.append("\nstep() {\n  printf '== %s\\n' \"$1\"\n}\n");
    }
    return out.append(body).toString();
  }

  private void statement(ShellScript.Statement statement) {
    if (statement instanceof ShellScript.Comment line) {
      body.append(comment(line.text()));
    } else if (statement instanceof ShellScript.StepLine line) {
      printsSteps = true;
      body.append("\nstep ").append(ShellQuote.word(line.text())).append('\n');
    } else if (statement instanceof ShellScript.Variable variable) {
      body.append(": \"${").append(variable.name()).append(":?");
      body.append(variable.meaning().replaceAll("[\\\\\"$`}]", "\\\\$0")).append("}\"\n");
    } else if (statement instanceof ShellScript.Run run) {
      command("", run.command());
    } else if (statement instanceof ShellScript.Guarded guarded) {
      guarded(guarded);
    }
  }

  private void guarded(ShellScript.Guarded guarded) {
    body.append("if ! ").append(guarded.guard().text()).append(" >/dev/null 2>&1; then\n");
    guarded.absent().forEach(command -> command("  ", command));
    body.append("else\n");
    if (guarded.present().isEmpty()) {
      body.append("  echo 'already there'\n");
    }
    guarded.present().forEach(command -> command("  ", command));
    body.append("fi\n");
  }

  private void command(String indent, Command command) {
    String line = command.text();
    if (indent.length() + line.length() <= WIDTH) {
      body.append(indent).append(line).append('\n');
      return;
    }
    body.append(indent);
    List<Command.Part> parts = command.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        body.append(parts.get(i).flag() ? " \\\n" + indent + "  " : " ");
      }
      body.append(parts.get(i).text());
    }
    body.append('\n');
  }

  private static String comment(String line) {
    return line.isEmpty() ? "#\n" : "# " + line + "\n";
  }
}
