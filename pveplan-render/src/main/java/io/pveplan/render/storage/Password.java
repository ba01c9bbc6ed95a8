package io.pveplan.render.storage;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.render.text.Command;

/**
 * Hands a password to {@code pvesm} without showing it in the list of processes: where the value of
 * {@code --password} is empty it reads one line from its input, and prompts where that is a terminal
 * (pve-storage, src/PVE/CLI/pvesm.pm; pve-common, src/PVE/PTY.pm, read_password).
 */
final class Password {

  private Password() {}

  static Command add(Command command, PbsStorage storage) {
    Command asking = command.flag("--password", "");
    SecretReference secret = storage.password();
    return switch (secret.kind()) {
      case ENV -> asking.inputFromVariable(secret.name());
      case FILE -> asking.inputFromFile(secret.name());
      case PROMPT -> asking;
    };
  }

  /** What the script does about it, as a sentence. */
  static String comment(PbsStorage storage) {
    SecretReference secret = storage.password();
    String whose = "the password of " + storage.username();
    return switch (secret.kind()) {
      case ENV -> "Reads " + whose + " from the variable " + secret.name() + ".";
      case FILE -> "Reads " + whose + " from the first line of " + secret.name() + ".";
      case PROMPT -> "Asks for " + whose + ".";
    };
  }

  /** What has to be ready when the script runs. */
  static String needed(PbsStorage storage) {
    SecretReference secret = storage.password();
    String whose = "the password of " + storage.username();
    return switch (secret.kind()) {
      case ENV -> "the environment variable " + secret.name() + " holds " + whose;
      case FILE -> "the first line of " + secret.name() + " on the node holds " + whose;
      case PROMPT -> "somebody at the terminal types in " + whose;
    };
  }
}
