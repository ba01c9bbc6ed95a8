package io.pveplan.rules.automation;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.ContainerFeatures;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class AutomationFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(
        fault("a feature that only root may set", withFuse(), "TF-002[guest/400]"),
        fault("a container of all cores", ofAllCores(), "TF-018[guest/400]"));
  }

  private static ClusterPlan withFuse() {
    return withContainer(
        it -> it.cores(1).features(ContainerFeatures.builder().fuse(true).build()));
  }

  // Proxmox VE gives it all cores of its node, bpg/proxmox one.
  private static ClusterPlan ofAllCores() {
    return withContainer(it -> it);
  }

  private static ClusterPlan withContainer(UnaryOperator<Container.Builder> more) {
    return changed(
        threeNodes(),
        it -> it.addGuest(more.apply(Container.builder()
                    .vmid(Vmid.of(400))
                    .name("box")
                    .node("pve1")
                    .ostemplate(Volume.parse("nas:vztmpl/debian-13.tar.zst"))
                    .rootfs(GuestDisk.builder()
                        .slot("rootfs")
                        .storage("vm-disks")
                        .size(DataSize.gib(4))
                        .build())
                    .onBoot(true))
                .build())
            .terraform(Terraform.builder().addGuest(Vmid.of(400)).build()));
  }
}
