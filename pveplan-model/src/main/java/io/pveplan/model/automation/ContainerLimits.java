package io.pveplan.model.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.unit.DataSize;
import java.util.function.Consumer;

/** What a provider can not express of a container: bpg/proxmox 0.111.1 by its schema, Telmate all. */
final class ContainerLimits {

  private static final int CARDS = 10;
  private static final int CORES = 128;

  private final Container container;
  private final TerraformProvider provider;
  private final Consumer<TerraformRefusal> refusals;

  private ContainerLimits(
      Container container, TerraformProvider provider, Consumer<TerraformRefusal> refusals) {
    this.container = container;
    this.provider = provider;
    this.refusals = refusals;
  }

  static void of(
      TerraformProvider provider,
      Container container,
      Terraform terraform,
      Consumer<TerraformRefusal> refusals) {
    ContainerLimits limits = new ContainerLimits(container, provider, refusals);
    switch (provider) {
      case BPG -> limits.bpg(terraform.bpgVersion().orElse(BpgVersion.READ));
      case TELMATE -> limits.refuse("pveplan writes no containers for this provider");
    }
  }

  private void bpg(BpgVersion version) {
    if (container.cpuLimit().isPresent() && !version.atLeast(101)) {
      refuse(version.lacks(101, "a limit of CPU time for containers"));
    }
    // Only true is ever sent of it (proxmoxtf/resource/container/container.go,
    // containerCreateCustom).
    if (!container.rootfs().replicate()) {
      refuse(
          container.path().child(container.rootfs().slot()),
          "the provider leaves no new root disk out of replication");
    }
    if (container.node().isEmpty()) {
      refuse("the plan does not say which node it starts its life on");
    }
    if (container.system().isEmpty()) {
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
    refusals.accept(new TerraformRefusal(container.vmid(), provider, at, reason));
  }
}
