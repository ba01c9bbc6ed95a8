package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import org.junit.jupiter.api.Test;

class ResolvedLookupsTest {

  @Test
  void packages_of_a_node_are_those_of_all_nodes_and_its_own() {
    Node own = Node.builder().name("pve1").addPackage("frr-pythontools").build();
    Node none = Node.builder().name("pve2").build();
    ResolvedPlan plan = ResolvedPlan.of(ClusterPlan.builder()
        .name("lab")
        .addPackage("open-iscsi")
        .addNodes(own, none)
        .build());

    assertThat(plan.packages(own)).containsExactly("frr-pythontools", "open-iscsi");
    assertThat(plan.packages(none)).containsExactly("open-iscsi");
  }

  @Test
  void nothing_is_known_of_packages_that_nobody_names() {
    Node node = Node.builder().name("pve1").build();
    ResolvedPlan plan =
        ResolvedPlan.of(ClusterPlan.builder().name("lab").addNode(node).build());

    assertThat(plan.packages(node)).isEmpty();
  }

  @Test
  void zones_and_vnets_are_found_by_id() {
    SimpleZone zone = SimpleZone.builder().id("nat1").build();
    Vnet vnet = Vnet.builder().id("net1").zone("nat1").build();
    ResolvedPlan plan = ResolvedPlan.of(ClusterPlan.builder()
        .name("lab")
        .sdn(Sdn.builder().addZone(zone).addVnet(vnet).build())
        .build());

    assertThat(plan.zone("nat1")).contains(zone);
    assertThat(plan.vnet("net1")).contains(vnet);
    assertThat(plan.zone("net1")).isEmpty();
    assertThat(plan.vnet("nat1")).isEmpty();
  }

  @Test
  void local_volumes_are_those_on_storage_that_is_not_shared() {
    Vm app = Vm.builder()
        .vmid(Vmid.of(200))
        .name("app")
        .addDisks(disk("scsi0", "tank"), disk("scsi1", "nas"), disk("scsi2", "local"))
        .build();
    ResolvedPlan plan = ResolvedPlan.of(ClusterPlan.builder()
        .name("lab")
        .addStorages(
            ZfsPoolStorage.builder().id("tank").pool("tank").build(),
            NfsStorage.builder().id("nas").server("10.0.0.5").export("/export").build())
        .addGuest(app)
        .build());

    assertThat(plan.contents().localVolumes(app))
        .extracting(GuestVolume::name)
        .containsExactly("scsi0", "scsi2");
  }

  private static GuestDisk disk(String slot, String storage) {
    return GuestDisk.builder().slot(slot).storage(storage).size(DataSize.gib(8)).build();
  }
}
