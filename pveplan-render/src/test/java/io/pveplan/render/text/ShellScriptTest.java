package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShellScriptTest {

  private static final ShellScript STORAGES = ShellScript.of(
          "Storages of the cluster.", "Runs on one node, once.")
      .needsVariable("NAS_PASSWORD", "password of the user \"pve\" at the filer")
      .step("storage nas")
      .unless(
          Command.of("pvesh", "get", "/storage/nas").flag("--output-format", "json"),
          Command.of("pvesm", "add", "cifs", "nas")
              .flag("--server", "192.0.2.60")
              .flag("--share", "pve backup")
              .flag("--username", "pve")
              .flagFromVariable("--password", "NAS_PASSWORD")
              .flag("--content", "backup,iso"))
      .step("storage it's $HOME")
      .comment("content may change later")
      .ensure(
          Command.of("pvesh", "get", "/storage/tank"),
          List.of(Command.of("pvesm", "add", "zfspool", "tank").flag("--pool", "tank/vm")),
          List.of(Command.of("pvesm", "set", "tank").flag("--sparse", 1)))
      .step("result")
      .run(Command.of("pvesm", "status"));

  private static final String STORAGES_TEXT = """
      #!/bin/bash
      # Storages of the cluster.
      # Runs on one node, once.
      # shellcheck disable=SC1003,SC1112,SC2016
      set -euo pipefail

      step() {
        printf '== %s\\n' "$1"
      }

      need() {
        if [ -z "${!1:-}" ]; then
          printf '%s is not set: %s\\n' "$1" "$2" >&2
          exit 1
        fi
      }

      need NAS_PASSWORD 'password of the user "pve" at the filer'

      step 'storage nas'
      if ! pvesh get /storage/nas --output-format json >/dev/null 2>&1; then
        pvesm add cifs nas \\
          --server 192.0.2.60 \\
          --share 'pve backup' \\
          --username pve \\
          --password "$NAS_PASSWORD" \\
          --content backup,iso
      else
        echo 'already there'
      fi

      step 'storage it'\\''s $HOME'
      # content may change later
      if ! pvesh get /storage/tank >/dev/null 2>&1; then
        pvesm add zfspool tank --pool tank/vm
      else
        pvesm set tank --sparse 1
      fi

      step result
      pvesm status
      """;

  @Test
  void a_script_is_written_in_order() {
    assertThat(STORAGES.text()).isEqualTo(STORAGES_TEXT);
  }

  @Test
  void bash_and_shellcheck_accept_a_script() {
    RealPrograms.acceptShell(STORAGES.text());
  }

  @Test
  void an_empty_script_does_nothing() {
    assertThat(ShellScript.of().isEmpty()).isTrue();
    assertThat(ShellScript.of().text()).isEqualTo("#!/bin/bash\nset -euo pipefail\n");
    RealPrograms.acceptShell(ShellScript.of().text());
  }

  @Test
  void a_guard_decides_what_runs() {
    Command yes = Command.of("true");
    Command no = Command.of("false");
    ShellScript script = ShellScript.of()
        .step("a $(id) b")
        .unless(yes, Command.of("echo", "wrong"))
        .unless(no, Command.of("echo", "created"))
        .ensure(yes, List.of(Command.of("echo", "wrong")), List.of(Command.of("echo", "set")));

    assertThat(RealPrograms.bash(script.text()).succeeded())
        .isEqualTo("== a $(id) b\nalready there\ncreated\nset\n");
  }

  @Test
  void a_missing_variable_ends_the_script_with_its_meaning() {
    String script = ShellScript.of()
        .needsVariable("PVEPLAN_NOT_SET", "a } b \" c $(id) `id` \\")
        .run(Command.of("echo", "wrong"))
        .text();

    RealPrograms.Outcome outcome = RealPrograms.bash(script);

    assertThat(outcome)
        .isEqualTo(
            new RealPrograms.Outcome(1, "PVEPLAN_NOT_SET is not set: a } b \" c $(id) `id` \\\n"));
  }

  private static final ShellScript CAREFUL = ShellScript.of()
      .onlyOn("pve1")
      .require(Command.of("true"), "wrong")
      .await("it's time", 1, Command.of("sleep", "0"))
      .require(Command.of("stat", "/no such"), "no $(id) folder");

  @Test
  void a_script_says_where_it_runs_what_it_needs_and_waits_for() {
    assertThat(CAREFUL.text()).isEqualTo("""
            #!/bin/bash
            # shellcheck disable=SC1003,SC1112,SC2016
            set -euo pipefail

            on() {
              local name
              name=$(uname -n)
              if [ "${name%%.*}" != "$1" ]; then
                printf 'this is %s, not %s\\n' "$name" "$1" >&2
                exit 1
              fi
            }

            fail() {
              printf '%s\\n' "$1" >&2
              exit 1
            }

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

            on pve1
            true >/dev/null 2>&1 ||
              fail wrong
            await 'it'\\''s time' 1 sleep 0
            stat '/no such' >/dev/null 2>&1 ||
              fail 'no $(id) folder'
            """);
    RealPrograms.acceptShell(CAREFUL.text());
  }

  @Test
  void a_script_ends_where_its_needs_are_not_met() {
    assertThat(runOn("pve1.example.net", CAREFUL))
        .isEqualTo(new RealPrograms.Outcome(1, "waiting for it's time\nno $(id) folder\n"));
    assertThat(runOn("pve2", CAREFUL))
        .isEqualTo(new RealPrograms.Outcome(1, "this is pve2, not pve1\n"));
    assertThat(RealPrograms.bash(
            ShellScript.of().await("a", 1, Command.of("false")).text()))
        .isEqualTo(new RealPrograms.Outcome(1, "waiting for a\ngave up waiting for a\n"));
  }

  @Test
  void waiting_takes_time() {
    assertThatThrownBy(() -> ShellScript.of().await("a", 0, Command.of("true")))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to wait: 0 seconds");
  }

  private static RealPrograms.Outcome runOn(String name, ShellScript script) {
    return RealPrograms.bash("uname() { echo " + name + "; }\n" + script.text());
  }

  @Test
  void an_empty_guarded_block_is_refused() {
    assertThatThrownBy(() -> ShellScript.of().unless(Command.of("true")))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void comments_and_messages_stay_on_their_line() {
    String script = ShellScript.of("a\nb", "")
        .comment(" c\r\n\td \u2028 e\u202e")
        .step("f\n\ng")
        .needsVariable("HOME", "h\ni")
        .text();

    assertThat(script).isEqualTo("""
            #!/bin/bash
            # a b
            #
            set -euo pipefail

            step() {
              printf '== %s\\n' "$1"
            }

            need() {
              if [ -z "${!1:-}" ]; then
                printf '%s is not set: %s\\n' "$1" "$2" >&2
                exit 1
              fi
            }

            # c d e

            step 'f g'
            need HOME 'h i'
            """);
  }

  @Test
  void hostile_text_does_not_run() {
    Hostile.Sample sample = Hostile.sample(300);
    ShellScript script = ShellScript.of(sample.texts().toArray(new String[0]));
    for (String text : sample.texts()) {
      script = script
          .comment(text)
          .step(text)
          .needsVariable("HOME", text)
          .require(Command.of("true"), text)
          .await(text, 1, Command.of("true"));
    }
    String expected = sample.texts().stream()
        .map(text -> "== " + Lines.comment(text) + "\nwaiting for " + Lines.comment(text) + "\n")
        .collect(Collectors.joining());

    assertThat(RealPrograms.bash(script.text()).succeeded())
        .as("seed %d", sample.seed())
        .isEqualTo(expected);
    RealPrograms.acceptShell(script.text());
  }
}
