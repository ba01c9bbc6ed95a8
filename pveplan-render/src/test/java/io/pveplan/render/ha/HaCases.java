package io.pveplan.render.ha;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.containerTemplate;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.model.ProductVersion.PVE_8_4;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Plans by the name of the case. */
final class HaCases {

  static final Map<String, ResolvedPlan> ALL = new TreeMap<>();

  static {
    dsl("rules", c -> everything(c, List.of()));
    // Two rules of one guest: 9 drops both.
    dsl("groups", c -> everything(c.target(PVE_8_4), List.of(GuestRef.of(1000))));
    dsl("resources-only", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      var web = c.vm(200, "web", v -> {});
      c.ha(h -> h.resources(web));
    });
    dsl("nobody-apart", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var web = c.vm(200, "web", v -> {});
      var db = c.vm(201, "db", v -> {});
      c.ha(h -> h.resources(web, db)
          .nodeAffinity("home", a -> a.resources(web).node(pve1, 0).nodes(pve2))
          .resourceAffinity("pair", Affinity.POSITIVE, web, db)
          .resourceAffinity("apart", Affinity.NEGATIVE, List.of(web, db), a -> a.disabled()));
    });
    dsl("groups-and-failback", c -> {
      var pve1 = c.target(PVE_8_4).node("pve1", n -> {});
      var web = c.vm(200, "web", v -> {});
      var db = c.vm(201, "db", v -> {});
      var app = c.vm(202, "app", v -> {});
      c.ha(h -> h.resource(web, r -> r.withoutFailback())
          .resource(db, r -> r.withoutFailback())
          .resource(app, r -> r.withoutFailback())
          .nodeAffinity("stay", a -> a.resources(web, db).nodes(pve1)));
    });
    dsl("watchdog-only", c -> c.node("pve1", n -> n.watchdogModule("softdog")));
  }

  private HaCases() {}

  private static void everything(ClusterSpec c, List<GuestRef> twice) {
    var pve1 = c.node("pve1", n -> n.watchdogModule("ipmi_watchdog"));
    var pve2 = c.node("pve2", n -> n.watchdogModule("iTCO_wdt"));
    var pve10 = c.node("pve10", n -> {});
    var nas = c.storage(nfs("nas", "192.0.2.5", "/export"), s -> {});
    GuestRef web = c.vm(1000, "web", v -> v.disk(nas, gib(8)));
    GuestRef db = c.vm(201, "db", v -> v.disk(nas, gib(8)));
    GuestRef app = c.vm(202, "app", v -> v.disk(nas, gib(8)));
    GuestRef dns =
        c.container(300, "dns", containerTemplate(nas, "a.tar.zst"), nas, gib(1), t -> {});
    c.ha(h -> h.resource(
            web,
            r -> r.maxRestart(2)
                .maxRelocate(0)
                .withoutFailback()
                .comment("shop: 50% of sales, 'really'"))
        .resources(db)
        .resource(app, r -> r.state(HaState.STOPPED))
        .resource(dns, r -> r.state(HaState.IGNORED).comment("über alles"))
        .nodeAffinity(
            "home",
            a -> a.resources(web, dns)
                .node(pve2, 2)
                .nodes(pve10)
                .node(pve1, 1)
                .strict()
                .comment("rack: 50% über \"x\""))
        .nodeAffinity("old", a -> a.resources(app).nodes(pve1).disabled().comment("until may"))
        .nodeAffinity(
            "second",
            a -> a.resources(app).resources(twice.toArray(GuestRef[]::new)).nodes(pve10))
        .resourceAffinity("apart", Affinity.NEGATIVE, List.of(app, db), a -> a.comment("$HOME"))
        .resourceAffinity("pair", Affinity.POSITIVE, List.of(dns, db), a -> a.disabled()));
  }

  private static void dsl(String name, Consumer<ClusterSpec> block) {
    ALL.put(name, ResolvedPlan.of(cluster("lab", block)));
  }
}
