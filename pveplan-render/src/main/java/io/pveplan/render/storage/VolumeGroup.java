package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the volume group of an LVM storage comes from. */
final class VolumeGroup {

  // pve-storage, src/PVE/Storage/Plugin.pm, parse_volume_id
  private static final Pattern VOLUME_ID =
      Pattern.compile("([A-Za-z][A-Za-z0-9._-]*[A-Za-z0-9]):(.+)");

  // Channel, id and LUN, then a name in /dev/disk/by-id (ISCSIPlugin.pm, parse_volname).
  private static final Pattern LUN =
      Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[^/\\s]+", Pattern.UNICODE_CHARACTER_CLASS);

  private VolumeGroup() {}

  /** Why Proxmox VE would refuse the base of a storage. */
  static Optional<String> refusal(ResolvedPlan plan, LvmStorage storage) {
    if (storage.base().isEmpty()) {
      return Optional.empty();
    }
    String base = storage.base().get();
    Matcher volume = VOLUME_ID.matcher(base);
    if (!volume.matches()) {
      return Optional.of("Left out, because Proxmox VE refuses its base (SHR-014): "
          + base
          + " is not a volume ID such as san1:0.0.1.scsi-36000.");
    }
    boolean onIscsi =
        plan.storage(volume.group(1)).filter(IscsiStorage.class::isInstance).isPresent();
    if (!onIscsi) {
      return Optional.of("Left out, because Proxmox VE refuses its base (SHR-015): "
          + volume.group(1)
          + " is no iSCSI storage of the plan.");
    }
    return LUN.matcher(volume.group(2)).matches()
        ? Optional.empty()
        : Optional.of("Left out, because Proxmox VE refuses its base: "
            + volume.group(2)
            + " is not a LUN as pvesm list "
            + volume.group(1)
            + " shows it, such as 0.0.1.scsi-36000.");
  }

  /** What has to be done by hand, or is done to a LUN, as a phrase. */
  static String needed(LvmStorage storage) {
    String group = "the volume group " + storage.vgname();
    if (storage.base().isPresent()) {
      return "nothing on the LUN of " + storage.id() + " is needed any more, unless it holds "
          + group;
    }
    return storage.shared()
        ? group
            + " is made by hand on one node once the LUN is there, on the multipath device where"
            + " there is one (pvcreate, vgcreate); until then the script ends before "
            + storage.id()
            + ", and is run again"
        : group + " is made by hand on each node of " + storage.id() + " (pvcreate, vgcreate)";
  }
}
