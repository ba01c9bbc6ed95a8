package io.pveplan.render.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gbit;
import static io.pveplan.dsl.Pveplan.megabytesPerSecond;
import static io.pveplan.model.ProductVersion.PVE_8_4;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.Traffic.MIGRATION;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.ConsoleViewer;
import io.pveplan.model.cluster.RebalanceMethod;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.cluster.TagOrdering;
import io.pveplan.model.cluster.TagShape;
import io.pveplan.model.cluster.UserTags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Plans by the name of the case. */
final class ClusterCases {

  static final Map<String, ResolvedPlan> ALL = new TreeMap<>();

  static {
    dsl("three-nodes", ClusterCases::threeNodes);
    dsl("three-nodes-8.4", c -> threeNodes(c.target(PVE_8_4)));
    dsl("two-nodes-and-qdevice", c -> {
      Networks on = Networks.of(c);
      on.nodes(c, "pve1", "pve2");
      c.corosync(k -> k.link(0, on.ring).link(1, on.mgmt).qdevice("2001:db8::9"));
    });
    dsl("three-nodes-and-forced-qdevice", c -> {
      Networks on = Networks.of(c);
      on.nodes(c, "pve1", "pve2", "pve3");
      c.corosync(k -> k.link(0, on.ring).forcedQdevice("192.0.2.9"));
    });
    dsl("three-nodes-and-refused-qdevice", c -> {
      Networks on = Networks.of(c);
      on.nodes(c, "pve1", "pve2", "pve3");
      c.corosync(k -> k.link(0, on.ring).qdevice("192.0.2.9"));
    });
    dsl("without-links", c -> {
      c.everyNode(n -> n.domain("example.net"));
      Networks.of(c).nodes(c, "pve10", "pve9", "PVE8");
    });
    dsl("without-addresses", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
    });
    dsl("links-by-numbers", c -> {
      Networks on = Networks.of(c);
      on.nodes(c, "pve1", "pve2");
      c.corosync(k -> k.link(3, on.mgmt, 255).link(1, on.ring, 0));
    });
    dsl("votes", c -> {
      Networks on = Networks.of(c);
      c.node("pve1", n -> n.votes(2).nic("eno1", on.mgmt.host(11)).nic("eno2", on.ring.host(11)));
      c.node("pve2", n -> n.votes(1).nic("eno1", on.mgmt.host(12)).nic("eno2", on.ring.host(12)));
      c.node("pve3", n -> n.votes(3).nic("eno1", on.mgmt.host(13)).nic("eno2", on.ring.host(13)));
      c.corosync(k -> k.link(0, on.ring));
    });
    dsl("a-node-without-link", c -> {
      Networks on = Networks.of(c);
      on.nodes(c, "pve1", "pve2");
      c.node("pve3", n -> n.nic("eno1", on.mgmt.host(19)));
      c.node("pve4", n -> {});
      c.corosync(k -> k.link(0, on.ring).link(1, on.mgmt));
    });
    dsl("one-node", c -> {
      Networks on = Networks.of(c);
      on.nodes(c, "pve1");
    });
    dsl("one-node-with-corosync", c -> {
      Networks on = Networks.of(c);
      on.nodes(c, "pve1");
      c.corosync(k -> k.link(0, on.ring));
    });
    dsl("datacenter", c -> {
      Networks on = Networks.of(c);
      on.nodes(c, "pve1");
      c.migration(m -> m.insecure().over(on.move)).replication(m -> m.over(on.ring));
    });
    dsl("datacenter-options", c -> options(c));
    dsl("datacenter-options-8.4", c -> options(c.target(PVE_8_4)));
    dsl("token-coefficient", c -> coefficient(c));
    dsl("token-coefficient-8.4", c -> coefficient(c.target(PVE_8_4)));
    dsl("datacenter-8.4", c -> {
      Networks on = Networks.of(c.target(PVE_8_4));
      on.nodes(c, "pve1");
      c.migration(m -> m.over(on.move)).replication(m -> m.over(on.move));
    });
    dsl("datacenter-8.4-otherwise", c -> {
      Networks on = Networks.of(c.target(PVE_8_4));
      on.nodes(c, "pve1");
      c.migration(m -> m.over(on.move)).replication(m -> m.over(on.ring));
    });
    dsl("datacenter-without-subnet", c -> {
      NetworkRef bare = c.network("bare", net -> net.carries(MIGRATION));
      c.migration(m -> m.over(bare)).replication(m -> m.secure());
    });
    dsl("names-and-time", c -> {
      c.everyNode(n -> n.domain("example.net")
          .dns("192.0.2.53", "2001:db8::53")
          .timeServers("ntp1.example.net", "192.0.2.123", "2001:db8::123")
          .packages("frr-pythontools", "dnsmasq"));
      NetworkRef net = c.network("mgmt6", "2001:db8:1::/64", n -> n.carries(MANAGEMENT));
      c.node("pve1", n -> n.packages("open-iscsi").nic("eno1", net.host(17)));
      c.node("pve2", n -> n.nic("eno1", net.host(18)));
      c.node("pve3", n -> {});
    });
    dsl("names-only", c -> {
      c.everyNode(n -> n.dns("192.0.2.53"));
      Networks.of(c).nodes(c, "pve1");
    });
  }

  private ClusterCases() {}

  static ResolvedPlan of(String name) {
    return ALL.get(name);
  }

  private static void threeNodes(ClusterSpec c) {
    Networks on = Networks.of(c);
    c.everyNode(n -> n.domain("example.net"));
    on.nodes(c, "pve-a", "pve-b", "pve-c");
    c.corosync(k -> k.link(0, on.ring, 20).link(1, on.mgmt, 10));
    c.migration(m -> m.over(on.move)).replication(m -> m.over(on.ring));
  }

  private static void coefficient(ClusterSpec c) {
    Networks on = Networks.of(c);
    on.nodes(c, "pve1", "pve2", "pve3");
    c.corosync(k -> k.link(0, on.ring).tokenCoefficient(200));
  }

  private static void options(ClusterSpec c) {
    c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.DYNAMIC)
            .rebalanceOnStart()
            .autoRebalance(a ->
                a.threshold(40).method(RebalanceMethod.TOPSIS).holdRounds(5).margin(20)))
        .shutdownPolicy(ShutdownPolicy.MIGRATE)
        .macPrefix("BC:24:11:0")
        .bandwidthLimits(l -> l.general(gbit(8))
            .restore(gbit(2))
            .migration(gbit(4))
            .move(gbit(3))
            .cloning(megabytesPerSecond(100)))
        .nextIds(1000, 10_000)
        .tagStyle(s -> s.shape(TagShape.FULL)
            .ordering(TagOrdering.CONFIG)
            .caseSensitive()
            .color("prod", "aa0000", "ffffff")
            .color("web", "00aa00"))
        .registeredTags("prod", "backup")
        .userTags(UserTags.LIST, "web", "db")
        .console(ConsoleViewer.XTERMJS)
        .keyboard("de-ch")
        .language("pt_BR")
        .emailFrom("ops@example.net")
        .maxWorkers(4)
        .description("Zürich & $(prod): 100 %"));
  }

  private static void dsl(String name, Consumer<ClusterSpec> block) {
    ALL.put(name, ResolvedPlan.of(cluster("lab", block)));
  }

  private record Networks(NetworkRef mgmt, NetworkRef ring, NetworkRef move) {

    static Networks of(ClusterSpec c) {
      return new Networks(
          c.network("mgmt", "198.51.100.0/24", n -> n.gateway("198.51.100.1").carries(MANAGEMENT)),
          c.network("ring", "192.0.2.0/28", n -> n.carries(COROSYNC)),
          c.network("move", "2001:db8:3::/64", n -> n.carries(MIGRATION)));
    }

    void nodes(ClusterSpec c, String... names) {
      c.nodes(
          List.of(names),
          name -> name,
          (n, name) -> n.nic("eno1", mgmt.host(number(name, names)))
              .nic("eno2", ring.host(number(name, names)))
              .nic("eno3", move.host(number(name, names))));
    }

    private static int number(String name, String... names) {
      return 11 + List.of(names).indexOf(name);
    }
  }
}
