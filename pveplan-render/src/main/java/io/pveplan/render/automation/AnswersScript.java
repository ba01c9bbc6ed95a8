package io.pveplan.render.automation;

import io.pveplan.model.access.SecretReference;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.List;

/**
 * The script that fills the hash of the password of root into the answer files. What it writes is
 * for the eyes of its owner only, and lies outside of the bundle.
 */
final class AnswersScript {

  // The forms of crypt(5) that Debian's libcrypt makes; none of their characters means anything in
  // a TOML string. The replacement is quoted, since bash 5.2 takes & in it for what was found. Only
  // the line of the hash is filled in: the comment of an SSH key may hold anything, but no newline.
  private static final String FILL = """
      here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
      target=${1:-}
      hash=

      refuse() {
        printf '%s\\n' "$1" >&2
        exit 1
      }

      prepare() {
        [ -n "$target" ] || refuse 'name the folder to write to, outside of the bundle'
        target=$(realpath --canonicalize-missing "$target")
        [[ "$target/" != "$here"/* ]] || refuse "$target is in the bundle: the hash does not belong there"
        umask 077
        mkdir -p "$target"
      }

      read_hash() {
        IFS= read -r hash || [ -n "$hash" ]
      }

      ask_hash() {
        IFS= read -rsp 'hash of the password of root: ' hash
        printf '\\n'
      }

      check_hash() {
        [[ "$hash" =~ ^\\$(y|gy|7|2[abxy]|6|5)\\$[./0-9A-Za-z$,=-]{20,}$ ]] ||
          refuse 'that is no hash as mkpasswd prints it: the password itself does not belong here'
      }

      answers() {
        local text line
        text=$(<"$here/nodes/$1/answer.toml")
        line=$'\\nroot-password-hashed = "@ROOT_PASSWORD_HASH@"\\n'
        printf '%s\\n' "${text/"$line"/"${line/@ROOT_PASSWORD_HASH@/"$hash"}"}" >"$target/$1.toml"
        printf 'written: %s\\n' "$target/$1.toml"
        if command -v proxmox-auto-install-assistant >/dev/null; then
          proxmox-auto-install-assistant validate-answer "$target/$1.toml"
        else
          printf 'not validated: there is no proxmox-auto-install-assistant here\\n'
        fi
      }
      """;

  private AnswersScript() {}

  static String of(SecretReference secret, List<String> nodes) {
    ShellScript script = ShellScript.of(
            "Fills the hash of the password of root into the answers of each node.",
            comment(secret),
            "Writes one file for each node to the folder that it is given.")
        .define(FILL);
    if (secret.kind() == SecretReference.Kind.ENV) {
      script = script.needsVariable(secret.name(), "the hash of the password of root");
    }
    script = script.run(Command.of("prepare"), hash(secret), Command.of("check_hash"));
    for (String node : nodes) {
      script = script.step("answers of " + node).run(Command.of("answers").arg(node));
    }
    return script.text();
  }

  private static Command hash(SecretReference secret) {
    return switch (secret.kind()) {
      case ENV -> Command.of("read_hash").inputFromVariable(secret.name());
      case FILE -> Command.of("read_hash").inputFromFile(secret.name());
      case PROMPT -> Command.of("ask_hash");
    };
  }

  private static String comment(SecretReference secret) {
    return switch (secret.kind()) {
      case ENV -> "Reads the hash from the variable " + secret.name() + ".";
      case FILE -> "Reads the hash from the first line of " + secret.name() + ".";
      case PROMPT -> "Asks for the hash.";
    };
  }
}
