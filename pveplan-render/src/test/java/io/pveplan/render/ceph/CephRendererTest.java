package io.pveplan.render.ceph;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.RackRef;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.render.Artifact;
import io.pveplan.render.Bundle;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Renderers;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CephRendererTest {

  private final CephRenderer renderer = new CephRenderer();

  static Set<String> cases() {
    return CephCases.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void files_are_as_expected(String name) {
    Golden.of("ceph/" + name)
        .matches(renderer.render(CephCases.of(name)).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bash_and_shellcheck_accept_the_scripts(String name) {
    renderer.render(CephCases.of(name)).artifacts().stream()
        .filter(file -> file.mode() == FileMode.SCRIPT)
        .forEach(file -> RealPrograms.acceptShell(file.content()));
  }

  @Test
  void bash_accepts_the_checks() {
    renderer.render(CephCases.of("racks")).artifacts().stream()
        .map(Artifact::procedure)
        .forEach(procedure -> RealPrograms.acceptShell("#!/bin/bash\n"
            + procedure.checkBefore().orElse("")
            + "\n"
            + procedure.checkAfter().orElse("")
            + "\n"));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    List<ResolvedPlan> plans = new ArrayList<>(CephCases.ALL.values());
    plans.add(ResolvedPlan.of(cluster("empty", c -> {})));

    RendererContract.of(renderer).holdsFor(plans.toArray(ResolvedPlan[]::new));
  }

  @Test
  void is_found() {
    assertThat(Renderers.standard().list()).hasAtLeastOneElementOfType(CephRenderer.class);
  }

  @Test
  void a_plan_without_ceph_needs_no_file() {
    assertThat(renderer.render(CephCases.of(c -> c.node("pve1", n -> {}))))
        .isEqualTo(Rendering.nothing());
  }

  @Test
  void what_is_left_out_is_told() {
    ResolvedPlan plan = CephCases.of(c -> {
      var back = c.network("back", "10.0.0.0/24", net -> net.carries(Traffic.CEPH_CLUSTER));
      c.node("pve1", n -> n.osds("/dev/sdb"));
      c.ceph(s -> s.clusterNetwork(back).locations());
    });

    assertThat(renderer.render(plan).gaps())
        .extracting(gap -> gap.at() + ": " + gap.sentence())
        .containsExactlyInAnyOrder(
            "ceph/init: Left out: pveceph init takes no cluster network without a public one.",
            "node/pve1: Left out: its place in the CRUSH map; the plan does not tell its rack.");
    assertThat(renderer.render(CephCases.of("racks")).gaps()).isEqualTo(List.<Gap>of());
  }

  @Test
  void the_map_has_all_rules_of_the_plan_in_its_order() {
    String map = CrushMap.of(CephCases.of(c -> {
      c.node("pve1", n -> n.osds("/dev/sdb"));
      c.ceph(s -> {});
      c.crushRule("spare", FailureDomain.OSD, p -> {});
      var first = c.crushRule("first", FailureDomain.HOST, p -> {});
      var second = c.crushRule("second", FailureDomain.HOST, p -> {});
      c.cephPool("bb", p -> p.crushRule(second));
      c.cephPool("aa", p -> p.crushRule(first));
    }));

    assertThat(map.lines().filter(line -> line.startsWith("rule ")))
        .containsExactly("rule replicated_rule {", "rule spare {", "rule first {", "rule second {");
  }

  @Test
  void a_host_with_more_osds_than_are_marked_out_is_told() {
    String text = new CapacityText(
            "lab",
            CephCases.of(c -> {
                  var racks = List.of(RackRef.named("r1"), RackRef.named("r2"));
                  c.node(
                      "pve1",
                      n -> n.hardware(h -> h.rack(racks.get(0)))
                          .osds("/dev/sdb", "/dev/sdc", "/dev/sdd", "/dev/sde"));
                  c.node("pve2", n -> n.hardware(h -> h.rack(racks.get(1))).osds("/dev/sdb"));
                  c.ceph(s -> {});
                })
                .cephLayout())
        .text();

    assertThat(text).contains("""
          by itself at most                  2 of 5 OSDs
          host pve1                          4 OSDs, 2 by itself
          rack r1                            4 OSDs, 2 by itself
        """);
  }

  @Test
  void nothing_of_a_whole_plan_is_left_to_hands() {
    String runbook = Bundle.render(CephCases.of("racks")).toMap().get("RUNBOOK.md");

    assertThat(runbook.lines().filter(line -> line.startsWith("- `ceph/"))).isEmpty();
    assertThat(runbook.indexOf("nodes/pve6/17-ceph-daemons.sh"))
        .isBetween(0, runbook.indexOf("cluster/17-ceph-pools.sh"));
  }
}
