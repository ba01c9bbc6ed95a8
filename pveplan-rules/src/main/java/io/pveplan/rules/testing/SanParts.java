package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Lun;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.OpenIscsi;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.StorageServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A storage server that each node of a generated plan reaches over two networks with a switch of
 * their own: as iSCSI target with a volume group on its LUN, and as NFS server by both addresses.
 */
final class SanParts {

  private static final List<String> SIDES = List.of("a", "b");
  private static final int SERVER = 250;

  private SanParts() {}

  static ClusterPlan added(ClusterPlan plan) {
    ClusterPlan.Builder larger = ClusterPlan.builder()
        .from(plan)
        .openIscsi(
            OpenIscsi.builder().replacementTimeout(Duration.ofSeconds(15)).build());
    StorageServer.Builder server = StorageServer.builder().name("filer").heads(2);
    IscsiStorage.Builder target = IscsiStorage.builder()
        .id("filer-luns")
        .target("iqn.2024-02.net.example:filer")
        .addContent(ContentType.NONE)
        .addLun(Lun.builder().number(1).wwid("35000c50015ea71ac").build());
    for (String side : SIDES) {
      var address = subnet(side).host(SERVER).address();
      server.addAddress(address);
      target.addPortal(new Portal(address.toString(), OptionalInt.empty()));
      larger
          .addCircuit(Circuit.builder().name("feed-san-" + side).build())
          .addSwitch(Switch.builder()
              .name("san-" + side)
              .addPorts(SwitchPorts.builder().first(1).last(64).build())
              .addPowerSupply(PowerSupply.builder().circuit("feed-san-" + side).build())
              .build())
          .addNetwork(Network.builder()
              .name("san-" + side)
              .subnet(subnet(side))
              .addTraffic(Traffic.STORAGE)
              .build())
          .addStorage(NfsStorage.builder()
              .id("filer-" + side)
              .server(address.toString())
              .export("/export")
              .build());
      for (int i = 0; i < plan.nodes().size(); i++) {
        larger.addCable(Cable.builder()
            .node(plan.nodes().get(i).name())
            .nic("enssan" + side)
            .switchName("san-" + side)
            .port(Integer.toString(i + 1))
            .build());
      }
    }
    return larger
        .nodes(plan.nodes().stream()
            .map(node -> with(node, plan.nodes().indexOf(node) + 1))
            .toList())
        .addStorageServer(server.build())
        .addStorage(target.build())
        .addStorage(LvmStorage.builder()
            .id("filer-lvm")
            .vgname("vg_filer")
            .addLun(new LunId("filer-luns", 1))
            .shared(true)
            .build())
        .build();
  }

  private static Subnet subnet(String side) {
    return Subnet.parse("10.78." + SIDES.indexOf(side) + ".0/24");
  }

  private static Node with(Node node, int number) {
    Node.Builder larger = Node.builder().from(node);
    for (String side : SIDES) {
      larger.addInterface(Nic.builder()
          .name("enssan" + side)
          .addAddress(new InterfaceAddress(subnet(side).host(number), Optional.of("san-" + side)))
          .build());
    }
    return larger.build();
  }
}
