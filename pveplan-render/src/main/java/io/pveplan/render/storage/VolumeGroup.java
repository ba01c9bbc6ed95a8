package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.ArrayList;
import java.util.List;
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
      Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.([^/\\s]+)", Pattern.UNICODE_CHARACTER_CLASS);

  // pve-installer, Proxmox/Install.pm
  private static final String OF_SYSTEM = "pve";

  private VolumeGroup() {}

  private static Optional<String> takenBySystem(ResolvedPlan plan, LvmStorage storage) {
    boolean onLun = storage.base().isPresent() || !storage.luns().isEmpty();
    if (!onLun || !storage.vgname().equals(OF_SYSTEM)) {
      return Optional.empty();
    }
    List<String> nodes = plan.nodes().stream()
        .filter(node -> plan.reach().reaches(node.name(), storage.id()) && systemOnLvm(node))
        .map(Node::name)
        .toList();
    return nodes.isEmpty()
        ? Optional.empty()
        : Optional.of("Left out: the system of " + String.join(", ", nodes)
            + " is in a volume group pve already. Give the one on the LUN another name.");
  }

  private static boolean systemOnLvm(Node node) {
    return node.hardware()
        .flatMap(Hardware::systemDisks)
        .map(SystemDisks::filesystem)
        .filter(it -> it == SystemFilesystem.EXT4 || it == SystemFilesystem.XFS)
        .isPresent();
  }

  /** Why a storage can not be: Proxmox VE refuses its base, or its name is that of the system. */
  static Optional<String> refusal(ResolvedPlan plan, LvmStorage storage) {
    Optional<String> taken = takenBySystem(plan, storage);
    if (taken.isPresent()) {
      return taken;
    }
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

  /**
   * The first ends a script unless a device is there and nothing is on it. What another node has made
   * on it is seen from here too, since the volume group was looked for before. The other one ends it
   * where a volume group of that name lies on anything but these devices, as that of the system does.
   */
  static final String BLANK = """
      blank() {
        local found
        if [ ! -b "$1" ]; then
          printf '%s is not there: run 19-iscsi-storage.sh of this node first\\n' "$1" >&2
          exit 1
        fi
        found=$(wipefs --noheadings "$1")
        if [ -n "$found" ]; then
          printf 'there is something on %s already:\\n%s\\n' "$1" "$found" >&2
          exit 1
        fi
      }

      only_on() {
        local group=$1 found planned
        shift
        found=$(vgs --noheadings -o pv_name "$group" 2>/dev/null) || return 0
        found=$(sed 's/^ *//; s/ *$//' <<<"$found" |
          xargs --delimiter='\\n' readlink --canonicalize-missing -- | sort --unique)
        planned=$(readlink --canonicalize-missing -- "$@" | sort --unique)
        if [ "$found" != "$planned" ]; then
          printf 'the volume group %s is not on %s, but on:\\n%s\\n' "$group" "$*" "$found" >&2
          exit 1
        fi
      }
      """;

  /** Ends a script unless Proxmox VE may make a volume group on a LUN: it clears what is there. */
  static final String FREE_FOR = """
      free_for() {
        only_on "$@"
        if ! vgs --noheadings -o vg_name "$1" >/dev/null 2>&1; then
          blank "$2"
        fi
      }
      """;

  /** Whether the plan tells all devices that the volume group is made on. */
  static boolean madeByScript(ResolvedPlan plan, Storage storage) {
    return storage instanceof LvmStorage lvm
        && !lvm.luns().isEmpty()
        && devices(plan, lvm).size() == lvm.luns().size();
  }

  /** Whether Proxmox VE makes the volume group. */
  static boolean madeByProduct(Storage storage) {
    return storage instanceof LvmStorage lvm && lvm.base().isPresent();
  }

  /** Ends the script unless Proxmox VE may make the volume group on the LUN of its base. */
  static Command freeFor(LvmStorage storage) {
    return Command.of("free_for").arg(storage.vgname()).arg(deviceOfBase(storage));
  }

  // pve-storage, src/PVE/Storage/ISCSIPlugin.pm, path
  private static String deviceOfBase(LvmStorage storage) {
    String base = storage.base().orElseThrow();
    Matcher lun = LUN.matcher(base.substring(base.indexOf(':') + 1));
    if (!lun.matches()) {
      throw new IllegalArgumentException("no LUN: " + base);
    }
    return "/dev/disk/by-id/" + lun.group(1);
  }

  private static List<String> devices(ResolvedPlan plan, LvmStorage storage) {
    return storage.luns().stream()
        .flatMap(id -> plan.luns().lun(id).stream()
            .flatMap(lun -> NodeLun.device(lun, plan.luns().multipath(id)).stream()))
        .toList();
  }

  /** Makes the volume group as Proxmox VE would (pve-storage, src/PVE/Storage/LVMPlugin.pm). */
  static ShellScript make(ResolvedPlan plan, LvmStorage storage, ShellScript script) {
    List<String> devices = devices(plan, storage);
    List<Command> commands = new ArrayList<>();
    Command create = Command.of("vgcreate").arg(storage.vgname());
    Command place = Command.of("only_on").arg(storage.vgname());
    for (String device : devices) {
      commands.add(Command.of("blank").arg(device));
      create = create.arg(device);
      place = place.arg(device);
    }
    devices.forEach(device ->
        commands.add(Command.of("pvcreate").flag("--metadatasize", "250k").arg(device)));
    commands.add(create);
    return script
        .step("volume group " + storage.vgname())
        .comment("Made on this node only, and nowhere else; the others find it on the LUN.")
        .run(place)
        .ensure(
            Command.of("vgs", "--noheadings", "-o", "vg_name").arg(storage.vgname()),
            commands,
            List.of());
  }

  /** What has to be done by hand, or is done to a LUN, as a phrase. */
  static String needed(ResolvedPlan plan, LvmStorage storage) {
    String group = "the volume group " + storage.vgname();
    if (madeByScript(plan, storage)) {
      return "19-iscsi-storage.sh of each node of " + storage.id()
          + " has run there, and nothing is"
          + " on " + String.join(", ", devices(plan, storage)) + " unless it is " + group
          + ", which is made on exactly one node: the one that this script runs on";
    }
    if (storage.base().isPresent()) {
      return "19-iscsi-storage.sh of each node of " + storage.id()
          + " has run there, and nothing is on " + deviceOfBase(storage) + " unless it is " + group
          + ", which is made on exactly one node: the one that this script runs on";
    }
    return storage.shared()
        ? byHand(storage) + "; until then the script ends before " + storage.id()
            + ", and is run again"
        : byHand(storage);
  }

  /** What is to be done for a group that no script makes. */
  static String byHand(LvmStorage storage) {
    String group = "the volume group " + storage.vgname();
    return storage.shared()
        ? group
            + " is made by hand on one node once the LUN is there, on the multipath device where"
            + " there is one (pvcreate, vgcreate)"
        : group + " is made by hand on each node of " + storage.id() + " (pvcreate, vgcreate)";
  }
}
