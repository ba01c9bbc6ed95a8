package io.pveplan.render;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.zfs;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.model.ResolvedPlan;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Who starts the guests for the first time, and when. */
class PlannedStartsTest {

  private static List<String> starts(BiConsumer<ClusterSpec, GuestRef> more) {
    return PlannedItems.of(ResolvedPlan.of(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          var tank = c.storage(zfs("tank", "tank"), s -> {});
          c.template(900, "tpl", v -> v.node(pve1).disk(tank, gib(4)));
          c.vm(300, "dns", v -> v.node(pve2).disk(tank, gib(4)).onBoot());
          c.vm(301, "db", v -> v.node(pve1).disk(tank, gib(4)).onBoot());
          var web = c.vm(302, "web", v -> v.node(pve2).disk(tank, gib(4)).onBoot());
          var off = c.vm(303, "render", v -> v.node(pve1).disk(tank, gib(4)));
          c.vm(304, "lab", v -> v.node(pve2).disk(tank, gib(4)));
          c.terraform(t -> t.guests(off));
          more.accept(c, web);
        })))
        .stream()
        .filter(item -> item.at().toString().endsWith("/start"))
        .map(item ->
            item.step().number() + " " + item.afterFiles() + " " + item.at() + ": " + item.title())
        .toList();
  }

  @Test
  void without_ha_nodes_start_their_guests_once_these_are_made() {
    assertThat(starts((c, web) -> {}))
        .containsExactly(
            "23 true node/pve1/start: start 301 db on pve1, as the node does when it starts:"
                + " `pvesh create /nodes/pve1/startall`",
            "23 true node/pve2/start: start 300 dns, 302 web on pve2, as the node does when it"
                + " starts: `pvesh create /nodes/pve2/startall`",
            "23 true cluster/start: nothing starts 304 lab: they neither start with their node nor"
                + " are they under HA. Start by hand those that are to run");
  }

  @Test
  void nodes_start_nothing_before_ha_has_what_it_manages() {
    assertThat(starts((c, web) -> c.ha(h -> h.resources(web))))
        .containsExactly(
            "25 true node/pve1/start: start 301 db on pve1, as the node does when it starts:"
                + " `pvesh create /nodes/pve1/startall`",
            "25 true node/pve2/start: start 300 dns on pve2, as the node does when it starts:"
                + " `pvesh create /nodes/pve2/startall`",
            "25 true cluster/start: nothing starts 304 lab: they neither start with their node nor"
                + " are they under HA. Start by hand those that are to run");
  }
}
