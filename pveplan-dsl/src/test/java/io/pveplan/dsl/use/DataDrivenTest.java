package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VnetRef;
import io.pveplan.dsl.ZoneRef;
import io.pveplan.model.ClusterPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan from tables names what it means; one in code uses handles. Both are the same plan. */
class DataDrivenTest {

  private record Link(int number, String network) {}

  private record Machine(int vmid, String name, String node, String storage, String vnet) {}

  @Test
  void names_and_handles_make_the_same_plan() {
    assertThat(fromTables()).isEqualTo(fromHandles());
  }

  private static ClusterPlan fromTables() {
    Map<String, String> networks = Map.of("ring", "10.0.1.0/24");
    List<Link> links = List.of(new Link(0, "ring"));
    List<Machine> machines = List.of(new Machine(200, "web", "pve1", "nas", "vn"));
    return cluster("prod", c -> {
      networks.forEach((name, subnet) -> c.network(name, subnet, net -> {}));
      c.nodes(
          List.of("pve1", "pve2"),
          name -> name,
          (n, name) -> n.nic(
              "eno1",
              NetworkRef.named("ring")
                  .address("10.0.1." + (10 + Integer.parseInt(name.substring(3))))));
      c.corosync(
          k -> links.forEach(link -> k.link(link.number(), NetworkRef.named(link.network()))));
      c.vnet("vn", ZoneRef.named("nat"), b -> {});
      c.zone(simple("nat"), z -> {});
      for (Machine each : machines) {
        c.vm(
            each.vmid(),
            each.name(),
            v -> v.node(NodeRef.named(each.node()))
                .disk(StorageRef.named(each.storage()), gib(8))
                .nic(VnetRef.named(each.vnet())));
      }
      c.storage(nfs("nas", "10.0.0.5", "/srv"), s -> {});
      c.migrate(GuestRef.of(200), NodeRef.named("pve2"), m -> {});
    });
  }

  private static ClusterPlan fromHandles() {
    return cluster("prod", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var pve1 = c.node("pve1", n -> n.nic("eno1", ring.host(11)));
      var pve2 = c.node("pve2", n -> n.nic("eno1", ring.host(12)));
      c.corosync(k -> k.link(0, ring));
      var nas = c.storage(nfs("nas", "10.0.0.5", "/srv"), s -> {});
      var vn = c.vnet("vn", c.zone(simple("nat"), z -> {}), b -> {});
      var web = c.vm(200, "web", v -> v.node(pve1).disk(nas, gib(8)).nic(vn));
      c.migrate(web, pve2, m -> {});
    });
  }

  @Test
  void handles_are_their_names() {
    assertThat(NetworkRef.named("ring")).hasToString("ring").isEqualTo(NetworkRef.named("ring"));
    assertThat(GuestRef.of(200)).hasToString("200").isNotEqualTo(GuestRef.of(201));
  }
}
