package io.pveplan.render.text;

import java.util.List;

/** Knows the layout of a script and nothing about clusters. */
final class ShellWriter {

  private static final int WIDTH = 100;

  private static final String STEP = """

      step() {
        printf '== %s\\n' "$1"
      }
      """;

  // Not "${NAME:?text}": bash looks for quotes inside of that text.
  private static final String NEED = """

      need() {
        if [ -z "${!1:-}" ]; then
          printf '%s is not set: %s\\n' "$1" "$2" >&2
          exit 1
        fi
      }
      """;

  private static final String FAIL = """

      fail() {
        printf '%s\\n' "$1" >&2
        exit 1
      }
      """;

  // Not "$HOSTNAME": bash takes that from the environment where it is set there.
  private static final String ON = """

      on() {
        local name
        name=$(uname -n)
        if [ "${name%%.*}" != "$1" ]; then
          printf 'this is %s, not %s\\n' "$name" "$1" >&2
          exit 1
        fi
      }
      """;

  private static final String AWAIT = """

      await() {
        local what=$1 end=$((SECONDS + $2))
        shift 2
        printf 'waiting for %s\\n' "$what"
        until timeout 10 "$@" >/dev/null 2>&1; do
          if [ "$SECONDS" -ge "$end" ]; then
            printf 'gave up waiting for %s\\n' "$what" >&2
            exit 1
          fi
          sleep 2
        done
      }
      """;

  private final StringBuilder body = new StringBuilder();
  private boolean printsSteps;
  private boolean needsVariables;
  private boolean requires;
  private boolean runsOnOne;
  private boolean waits;
  private boolean looksLikeSlip;

  String write(ShellScript script) {
    script.statements().forEach(this::statement);
    StringBuilder out = new StringBuilder("#!/bin/bash\n");
    script.header().forEach(line -> out.append(comment(line)));
    if (looksLikeSlip) {
      out.append("# shellcheck disable=SC1003,SC1112,SC2016\n");
    }
    out.append("set -euo pipefail\n");
    if (printsSteps) {
      out.append(STEP);
    }
    if (needsVariables) {
      out.append(NEED);
    }
    if (runsOnOne) {
      out.append(ON);
    }
    if (requires) {
      out.append(FAIL);
    }
    if (waits) {
      out.append(AWAIT);
    }
    if (!body.isEmpty() && body.charAt(0) != '\n') {
      out.append('\n');
    }
    return out.append(body).toString();
  }

  private void statement(ShellScript.Statement statement) {
    if (statement instanceof ShellScript.Comment line) {
      body.append(comment(line.text()));
    } else if (statement instanceof ShellScript.Definition definition) {
      body.append('\n').append(definition.text());
    } else if (statement instanceof ShellScript.StepLine line) {
      printsSteps = true;
      looksLikeSlip |= ShellQuote.looksLikeSlip(line.text());
      body.append("\nstep ").append(ShellQuote.word(line.text())).append('\n');
    } else if (statement instanceof ShellScript.Variable variable) {
      needsVariables = true;
      looksLikeSlip |= ShellQuote.looksLikeSlip(variable.meaning());
      body.append("need ").append(variable.name()).append(' ');
      body.append(ShellQuote.word(variable.meaning())).append('\n');
    } else if (statement instanceof ShellScript.Run run) {
      command("", run.command());
    } else if (statement instanceof ShellScript.Guarded guarded) {
      guarded(guarded);
    } else if (statement instanceof ShellScript.OnlyOn only) {
      runsOnOne = true;
      body.append("on ").append(ShellQuote.word(only.host())).append('\n');
    } else if (statement instanceof ShellScript.Require required) {
      requires = true;
      looksLikeSlip |= ShellQuote.looksLikeSlip(required.otherwise());
      body.append(line(required.check())).append(" >/dev/null 2>&1 ||\n  fail ");
      body.append(ShellQuote.word(required.otherwise())).append('\n');
    } else if (statement instanceof ShellScript.Await wait) {
      waits = true;
      looksLikeSlip |= ShellQuote.looksLikeSlip(wait.what());
      body.append("await ").append(ShellQuote.word(wait.what())).append(' ');
      body.append(wait.seconds()).append(' ').append(line(wait.check())).append('\n');
    }
  }

  private void guarded(ShellScript.Guarded guarded) {
    body.append("if ! ").append(line(guarded.guard())).append(" >/dev/null 2>&1; then\n");
    guarded.absent().forEach(command -> command("  ", command));
    body.append("else\n");
    if (guarded.present().isEmpty()) {
      body.append("  echo 'already there'\n");
    }
    guarded.present().forEach(command -> command("  ", command));
    body.append("fi\n");
  }

  private void command(String indent, Command command) {
    String line = line(command);
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

  private String line(Command command) {
    looksLikeSlip |= command.parts().stream().anyMatch(Command.Part::slip);
    return command.text();
  }

  private static String comment(String line) {
    return line.isEmpty() ? "#\n" : "# " + line + "\n";
  }
}
