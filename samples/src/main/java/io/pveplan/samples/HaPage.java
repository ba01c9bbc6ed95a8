package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import java.util.List;
import java.util.function.Consumer;

/** The plan that docs/ha.md shows; a test compares it with the page. */
final class HaPage {

  private static final StorageRef NAS = StorageRef.named("nas");
  private static final GuestRef DB = GuestRef.of(210);
  private static final GuestRef APP = GuestRef.of(211);

  private HaPage() {}

  static ClusterPlan plan() {
    return plan(PVE_9, (c, nodes) -> together(c));
  }

  /** The plan for a release without rules about guests. */
  static ClusterPlan before(ProductVersion release) {
    return plan(release, (c, nodes) -> {});
  }

  private interface More {
    void accept(ClusterSpec c, List<NodeRef> nodes);
  }

  private static ClusterPlan plan(ProductVersion release, More more) {
    return cluster("lab", c -> {
      c.target(release);
      c.datacenter(d -> d.shutdownPolicy(ShutdownPolicy.MIGRATE)
          .scheduling(s -> s.mode(SchedulingMode.STATIC).rebalanceOnStart()));
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var lan = c.network("lan", "10.0.0.0/24", net -> net.carries(MANAGEMENT, STORAGE, GUEST));
      var nodes = c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.hardware(h -> h.memory(gib(64)))
              .watchdogModule("ipmi_watchdog")
              .nic("eno1", ring.host(10 + number))
              .nic("eno2", b -> {})
              .bridge("vmbr0", b -> b.over("eno2").address(lan.host(10 + number))));
      c.corosync(k -> k.link(0, ring, 20).link(1, lan, 10));
      c.storage(nfs("nas", "10.0.0.5", "/export/vms"), s -> {});
      guests(c, nodes);
      more.accept(c, nodes);
    });
  }

  private static void guests(ClusterSpec c, List<NodeRef> nodes) {
    var gpu = c.pciMapping(
        "gpu",
        m -> m.device(
                nodes.get(0),
                "0000:41:00.0",
                "10de:2204",
                d -> d.subsystem("10de:1467").iommuGroup(30))
            .device(
                nodes.get(1),
                "0000:81:00.0",
                "10de:2204",
                d -> d.subsystem("10de:1467").iommuGroup(44)));
    var web1 = c.vm(200, "web1", v -> v.with(machine()).node(nodes.get(0)));
    var web2 = c.vm(201, "web2", v -> v.with(machine()).node(nodes.get(1)));
    var db = c.vm(DB.vmid(), "db", v -> v.with(machine()).node(nodes.get(1)));
    var app = c.vm(APP.vmid(), "app", v -> v.with(machine()).node(nodes.get(1)));
    var mail = c.vm(220, "mail", v -> v.with(machine()).node(nodes.get(2)));
    var render =
        c.vm(230, "render", v -> v.with(machine()).node(nodes.get(0)).hardware(h -> h.device(gpu)));
    c.ha(h -> h.resources(web1, web2, app, mail, render)
        .resource(db, r -> r.maxRestart(2).maxRelocate(2).comment("orders")));
    c.ha(h -> h.nodeAffinity(
            "mail-home", a -> a.resources(mail).node(nodes.get(2), 2).node(nodes.get(0), 1))
        .nodeAffinity(
            "gpu-nodes",
            a -> a.resources(render).nodes(nodes.get(0), nodes.get(1)).strict()));
  }

  private static Consumer<VmSpec> machine() {
    return v -> v.memory(gib(8)).disk(NAS, gib(32)).nic("vmbr0");
  }

  private static void together(ClusterSpec c) {
    c.ha(h -> h.resourceAffinity("web-apart", NEGATIVE, GuestRef.of(200), GuestRef.of(201))
        .resourceAffinity("db-app", POSITIVE, DB, APP));
  }

  /** What is said of a rule about guests that meets a rule with priorities. */
  static String dropped() {
    ClusterPlan plan = plan(PVE_9, (c, nodes) -> {
      together(c);
      c.ha(h -> h.nodeAffinity(
          "db-home", a -> a.resources(DB).node(nodes.get(1), 2).node(nodes.get(2), 1)));
    });
    return RuleBook.standard().check(plan).findings().stream()
        .filter(finding -> finding.ruleId().equals("HA-011"))
        .map(Finding::message)
        .findFirst()
        .orElse("");
  }
}
