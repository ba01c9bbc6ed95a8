package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import java.util.List;

/** The plan that docs/guest-scripts.md shows; a test compares it with the page. */
final class GuestScriptsPage {

  private GuestScriptsPage() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      var lan = c.network("lan", "10.0.0.0/24", net -> net.carries(MANAGEMENT, GUEST));
      var nodes = c.nodes(
          List.of(1, 2),
          number -> "pve" + number,
          (n, number) -> n.bridge("vmbr0", b -> b.over("eno1").address(lan.host(10 + number))));
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMAGES, ContentType.IMPORT, ContentType.VZTMPL));
      var tank = c.storage(zfs("tank", "tank/vm"), s -> {});
      guests(c, nodes, nas, tank);
    });
  }

  private static void guests(ClusterSpec c, List<NodeRef> nodes, StorageRef nas, StorageRef tank) {
    GuestRef template = c.template(
        900,
        "tpl-debian",
        v -> v.node(nodes.get(0))
            .disk(nas, gib(4), p -> p.importFrom(nas, "debian-13.qcow2"))
            .nic("vmbr0")
            .cloudInit(s -> s.user("ops")));
    c.vm(200, "web01", v -> v.node(nodes.get(1)).cloneOf(template).disk(nas, gib(20)));
    c.container(
        210,
        "dns01",
        containerTemplate(nas, "debian-13.tar.zst"),
        tank,
        gib(4),
        t -> t.node(nodes.get(1)).cores(1).nic("vmbr0").dhcp(0));
    var shop = c.vm(201, "shop", v -> v.node(nodes.get(0)).disk(tank, gib(32)).nic("vmbr0"));
    c.terraform(t -> t.guests(shop));
  }
}
