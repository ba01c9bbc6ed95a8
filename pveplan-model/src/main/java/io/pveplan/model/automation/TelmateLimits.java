package io.pveplan.model.automation;

import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Placement;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.WholeVm;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.storage.StorageReach;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What Telmate/proxmox 3.0.2-rc09 can not express (its schema, and the checks of proxmox-api-go
 * behind it).
 */
final class TelmateLimits {

  private static final int ADDRESSED_CARDS = 16;
  private static final int KIB = 1024;

  // proxmox-api-go, config__qemu__disk.go: more than 4096 KiB.
  private static final DataSize SMALL = DataSize.mib(4);
  private static final String NESTED = "nested-virt";

  // proxmox-api-go, type__tag.go: all that Proxmox VE takes but for these. The provider asks it for
  // each tag, so that one that it refuses would end all of the module (provider,
  // proxmox/Internal/resource/guest/tags/schema.go).
  private static final int LONGEST_TAG = 124;
  private static final String UNKNOWN_IN_TAGS = "+";

  // proxmox-api-go, config__guest.go: GuestNetworkRateMaximum in KB/s.
  private static final int FASTEST = 10_240;

  private TelmateLimits() {}

  static void look(WholeVm guest, VmLimits limits, StorageReach reach, Placement placement) {
    Vm vm = guest.vm();
    if (vm.template()) {
      limits.refuse("the provider makes no templates");
    }
    limits.atMost("characters in a name", vm.name().length(), 128);
    tags(vm, limits);
    limits.atMost("sockets", vm.sockets().orElseThrow(), 4);
    limits.atMost("cores for each socket", vm.cores().orElseThrow(), 128);
    limits.atMost("MiB of memory", vm.memory().orElseThrow().toMib(), 4_178_944);
    limits.atMost("USB devices", limits.devices(DeviceKind.USB).count(), 5);
    limits
        .devices(DeviceKind.DIRECTORY)
        .forEach(slot -> limits.refuse(slot, "the provider shares no directories"));
    String cpu = vm.cpuType().orElseThrow();
    if (!CpuTypes.knownToTelmate(cpu)) {
      limits.refuse("the provider does not know the CPU type " + cpu);
    }
    if (vm.cpuFlags().stream().anyMatch(flag -> flag.endsWith(NESTED))) {
      limits.refuse("the provider does not know the CPU flag " + NESTED);
    }
    double limit = vm.cpuLimit().orElse(0);
    if (limit != Math.rint(limit)) {
      limits.refuse("the provider takes whole numbers as CPU limit, the guest has " + limit);
    }
    for (GuestDisk disk : guest.disks()) {
      if (disk.size().bytes() == 0 || disk.size().bytes() % KIB != 0) {
        limits.refuse(
            limits.slot(disk), "the provider counts whole KiB, the disk has " + disk.size());
      } else if (disk.size().compareTo(SMALL) <= 0) {
        limits.refuse(
            limits.slot(disk),
            "the provider makes no disk of " + SMALL + " or less, the disk has " + disk.size());
      }
      if (disk.importFrom().isPresent()) {
        limits.refuse(limits.slot(disk), "the provider makes no disk from an image");
      }
    }
    for (int card = 0; card < vm.nics().size(); card++) {
      if (!vm.nics().get(card).trunks().isEmpty()) {
        limits.refuse(guest.card(card), "the provider passes no VLAN tags on to a card");
      }
      Optional<BigDecimal> rate = vm.nics().get(card).rate().map(DataRate::megabytesPerSecond);
      if (rate.isPresent() && !isWhole(rate.get())) {
        limits.refuse(
            guest.card(card),
            "the provider limits the rate of a card to whole MB/s from 1 to " + FASTEST
                + ", the card has " + vm.nics().get(card).rate().get());
      }
    }
    if (guest.cloudInit().isPresent() && vm.nics().size() > ADDRESSED_CARDS) {
      limits.refuse(
          guest.card(ADDRESSED_CARDS),
          "the provider sets addresses on the first " + ADDRESSED_CARDS + " cards only");
    }
    if (clonedAcross(guest, reach, placement)) {
      limits.refuse(
          "it would be cloned from a template on another node whose volumes are on storage"
              + " that is not shared, which Proxmox VE refuses");
    }
  }

  private static void tags(Vm vm, VmLimits limits) {
    for (String tag : vm.tags()) {
      limits.atMost("characters in a tag", tag.length(), LONGEST_TAG);
      if (tag.contains(UNKNOWN_IN_TAGS)) {
        limits.refuse(
            "the provider takes no " + UNKNOWN_IN_TAGS + " in a tag, the guest has " + tag);
      }
    }
  }

  private static boolean isWhole(BigDecimal rate) {
    return rate.stripTrailingZeros().scale() <= 0
        && rate.signum() > 0
        && rate.compareTo(BigDecimal.valueOf(FASTEST)) <= 0;
  }

  // bpg clones beside the template and moves the guest then; Telmate clones straight to the node.
  private static boolean clonedAcross(WholeVm guest, StorageReach reach, Placement placement) {
    Optional<String> node = guest.template().flatMap(Vm::node);
    if (node.isEmpty() || node.equals(guest.vm().node())) {
      return false;
    }
    return placement.volumes(guest.template().get()).stream()
        .anyMatch(volume -> !reach.shared(volume.storage()));
  }
}
