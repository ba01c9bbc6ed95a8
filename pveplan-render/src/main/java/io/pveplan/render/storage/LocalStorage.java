package io.pveplan.render.storage;

import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.storage.StorageEntry.Way;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The storage {@code local}, which every installation has: a directory on each node that can neither
 * lie elsewhere nor be kept from a node (pve-storage, src/PVE/Storage/Plugin.pm, parse_config).
 */
final class LocalStorage {

  static final String ID = "local";

  private static final String DIRECTORY = "/var/lib/vz";

  private static final SortedSet<ContentType> INSTALLED =
      new TreeSet<>(Set.of(ContentType.ISO, ContentType.VZTMPL, ContentType.BACKUP));

  private final Storage planned;
  private final boolean declared;

  private LocalStorage(Storage planned, boolean declared) {
    this.planned = planned;
    this.declared = declared;
  }

  static LocalStorage of(Storage planned, boolean declared) {
    return new LocalStorage(planned, declared);
  }

  StorageEntry entry() {
    DirStorage installed =
        DirStorage.builder().id(ID).directory(DIRECTORY).content(INSTALLED).build();
    if (!declared || refusesAll()) {
      return new StorageEntry(installed, Way.INSTALLED);
    }
    DirStorage dir = (DirStorage) planned;
    if (dir.content().equals(INSTALLED) && !dir.shared() && !dir.disabled()) {
      return new StorageEntry(installed, Way.INSTALLED);
    }
    return new StorageEntry(DirStorage.builder().from(dir).nodes(Set.of()).build(), Way.CHANGED);
  }

  Optional<String> refusal() {
    if (refusesAll()) {
      return Optional.of("Left as it is: Proxmox VE takes nothing but the directory "
          + DIRECTORY
          + " as storage local.");
    }
    return planned.nodes().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Its restriction to nodes is left out: Proxmox VE drops it for storage local.");
  }

  private boolean refusesAll() {
    return !(planned instanceof DirStorage dir && dir.directory().equals(DIRECTORY));
  }
}
