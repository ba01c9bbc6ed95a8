package io.pveplan.model.storage;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import java.util.List;
import java.util.Set;

/** Mount options of NFS that contradict each other. */
final class NfsCheck {

  private static final Set<String> RECOVERY = Set.of("hard", "soft", "softerr");

  private NfsCheck() {}

  // pve-storage, src/PVE/Storage/Plugin.pm, verify_server and verify_path
  static void require(NameFormat format, String value) {
    try {
      format.require(value);
    } catch (InvalidValueException refused) {
      throw new InvalidValueException(refused.getMessage(), refused.advice(), "SHR-001");
    }
  }

  // The last of two wins, and nobody sees that by looking (nfs(5)).
  static void requireOnce(NfsStorage storage) {
    List<String> options = storage.options().map(it -> List.of(it.split(","))).orElse(List.of());
    for (String option : options) {
      String name = option.replaceFirst("=.*", "");
      boolean version = name.equals("vers") || name.equals("nfsvers");
      if (version && storage.version().isPresent()) {
        throw twice(storage, option, "version " + storage.version().get());
      }
      if (RECOVERY.contains(name) && storage.recovery().isPresent()) {
        throw twice(storage, option, storage.recovery().get().text());
      }
    }
  }

  private static InvalidValueException twice(NfsStorage storage, String option, String said) {
    return new InvalidValueException(
        "storage " + storage.id() + " has the mount option " + option + " beside " + said,
        "Say it once.");
  }
}
