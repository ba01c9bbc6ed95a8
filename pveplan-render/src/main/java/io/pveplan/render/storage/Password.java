package io.pveplan.render.storage;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.EsxiStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.text.Command;
import java.util.Optional;

/**
 * Hands a password to {@code pvesm} without showing it in the list of processes: where the value of
 * {@code --password} is empty it reads one line from its input, and prompts where that is a terminal
 * (pve-storage, src/PVE/CLI/pvesm.pm; pve-common, src/PVE/PTY.pm, read_password).
 *
 * @param username whose password it is
 * @param secret where it is to be had
 */
record Password(String username, SecretReference secret) {

  /** The password that a storage is used with, if it has one. */
  static Optional<Password> of(Storage storage) {
    if (storage instanceof PbsStorage pbs) {
      return Optional.of(new Password(pbs.username(), pbs.password()));
    }
    if (storage instanceof EsxiStorage esxi) {
      return Optional.of(new Password(esxi.username(), esxi.password()));
    }
    return storage instanceof CifsStorage cifs
        ? cifs.username().flatMap(user -> cifs.password().map(it -> new Password(user, it)))
        : Optional.empty();
  }

  Command add(Command command) {
    Command asking = command.flag("--password", "");
    return switch (secret.kind()) {
      case ENV -> asking.inputFromVariable(secret.name());
      case FILE -> asking.inputFromFile(secret.name());
      case PROMPT -> asking;
    };
  }

  /** What the script does about it, as a sentence. */
  String comment() {
    String whose = "the password of " + username;
    return switch (secret.kind()) {
      case ENV -> "Reads " + whose + " from the variable " + secret.name() + ".";
      case FILE -> "Reads " + whose + " from the first line of " + secret.name() + ".";
      case PROMPT -> "Asks for " + whose + ".";
    };
  }

  /** What has to be ready when the script runs. */
  String needed() {
    String whose = "the password of " + username;
    return switch (secret.kind()) {
      case ENV -> "the environment variable " + secret.name() + " holds " + whose;
      case FILE -> "the first line of " + secret.name() + " on the node holds " + whose;
      case PROMPT -> "somebody at the terminal types in " + whose;
    };
  }
}
