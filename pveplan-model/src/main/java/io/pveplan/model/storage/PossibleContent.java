package io.pveplan.model.storage;

import static io.pveplan.model.storage.ContentType.BACKUP;
import static io.pveplan.model.storage.ContentType.IMAGES;
import static io.pveplan.model.storage.ContentType.IMPORT;
import static io.pveplan.model.storage.ContentType.ISO;
import static io.pveplan.model.storage.ContentType.NONE;
import static io.pveplan.model.storage.ContentType.ROOTDIR;
import static io.pveplan.model.storage.ContentType.SNIPPETS;
import static io.pveplan.model.storage.ContentType.VZTMPL;

import java.util.Map;
import java.util.SortedSet;

/** What each type of storage can take (plugindata of its plugin in pve-storage, src/PVE/Storage). */
final class PossibleContent {

  private static final SortedSet<ContentType> FILES =
      StorageCheck.contentOf(IMAGES, ROOTDIR, VZTMPL, ISO, BACKUP, SNIPPETS, IMPORT);
  private static final SortedSet<ContentType> VOLUMES = StorageCheck.contentOf(IMAGES, ROOTDIR);
  private static final SortedSet<ContentType> LUNS = StorageCheck.contentOf(IMAGES, NONE);
  private static final SortedSet<ContentType> ALL = StorageCheck.contentOf(ContentType.values());

  private static final Map<String, SortedSet<ContentType>> BY_TYPE = Map.ofEntries(
      Map.entry("dir", ALL),
      Map.entry("btrfs", ALL),
      Map.entry("nfs", FILES),
      Map.entry("cifs", FILES),
      Map.entry("cephfs", StorageCheck.contentOf(VZTMPL, ISO, BACKUP, SNIPPETS, IMPORT)),
      Map.entry("zfspool", VOLUMES),
      Map.entry("lvm", VOLUMES),
      Map.entry("lvmthin", VOLUMES),
      Map.entry("rbd", VOLUMES),
      Map.entry("iscsi", LUNS),
      Map.entry("iscsidirect", LUNS),
      Map.entry("zfs", StorageCheck.contentOf(IMAGES)),
      Map.entry("pbs", StorageCheck.contentOf(BACKUP, NONE)),
      Map.entry("esxi", StorageCheck.contentOf(IMPORT)));

  private PossibleContent() {}

  static SortedSet<ContentType> of(String type) {
    return BY_TYPE.getOrDefault(type, ALL);
  }
}
