package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.Gap;
import java.util.ArrayList;
import java.util.List;

/** What bpg/proxmox 0.111.1 can not express of a container (its schema). */
final class BpgContainerLimits {

  private static final int CARDS = 10;
  private static final int CORES = 128;

  private final Container container;
  private final List<Gap> gaps = new ArrayList<>();

  private BpgContainerLimits(Container container) {
    this.container = container;
  }

  static List<Gap> of(PlannedContainer guest, BpgTypes types) {
    BpgContainerLimits limits = new BpgContainerLimits(guest.container());
    if (guest.container().cpuLimit().isPresent() && !types.version().atLeast(101)) {
      limits.refuse(types.since(101, "a limit of CPU time for containers"));
    }
    if (!guest.container().rootfs().replicate() && !types.version().atLeast(104)) {
      limits.refuse(
          guest.container().path().child(guest.container().rootfs().slot()),
          types.since(104, "a new root disk that is left out of replication"));
    }
    limits.look(guest);
    return List.copyOf(limits.gaps);
  }

  private void look(PlannedContainer guest) {
    if (container.node().isEmpty()) {
      refuse("the plan does not say which node it starts its life on");
    }
    if (guest.system().isEmpty()) {
      refuse("the provider asks for the system in " + container.ostemplate()
          + ", which its name does not tell");
    }
    if (container.cores().isEmpty()) {
      refuse("the provider gives it one core where the plan gives it all");
    } else if (container.cores().getAsInt() > CORES) {
      refuse("the provider takes at most " + CORES + " cores, the guest has "
          + container.cores().getAsInt());
    }
    if (container.cpuUnits().orElse(1) == 0) {
      refuse("the provider takes no CPU units below 1");
    }
    if (container.nics().size() > CARDS) {
      refuse("the provider takes at most " + CARDS + " network cards, the guest has "
          + container.nics().size());
    }
    for (GuestDisk disk : container.disks()) {
      if (disk.size().bytes() == 0 || disk.size().bytes() % DataSize.gib(1).bytes() != 0) {
        refuse(
            container.path().child(disk.slot()),
            "the provider counts whole GiB, the disk has " + disk.size());
      }
    }
    for (int number = 0; number < container.nics().size(); number++) {
      nic(container.path().child("net" + number), container.nics().get(number));
    }
  }

  private void nic(PlanPath at, GuestNic nic) {
    if (!nic.trunks().isEmpty()) {
      refuse(at, "the provider passes no VLAN tags on to a card of a container");
    }
    if (nic.linkDown()) {
      refuse(at, "the provider can not pull the cable of a container");
    }
  }

  private void refuse(String reason) {
    refuse(container.path(), reason);
  }

  private void refuse(PlanPath at, String reason) {
    gaps.add(TerraformRenderer.gap(at, BpgModule.FOLDER, reason));
  }
}
