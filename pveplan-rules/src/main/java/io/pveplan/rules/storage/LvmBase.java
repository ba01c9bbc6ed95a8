package io.pveplan.rules.storage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The LUN below an LVM storage, as {@code pvesm} takes it. */
final class LvmBase {

  // pve-storage, src/PVE/Storage/Plugin.pm, parse_volume_id.
  private static final Pattern VOLUME_ID =
      Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*[A-Za-z0-9]):.+");

  private LvmBase() {}

  /** The storage part of a volume ID; nothing for a text that is none. */
  static Optional<String> storage(String base) {
    Matcher parts = VOLUME_ID.matcher(base);
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }
}
