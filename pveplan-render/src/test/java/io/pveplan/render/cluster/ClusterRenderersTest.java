package io.pveplan.render.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Bundle;
import io.pveplan.render.FileMode;
import io.pveplan.render.Renderer;
import io.pveplan.render.Renderers;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterRenderersTest {

  private static final List<Renderer> RENDERERS = List.of(
      new ClusterRenderer(), new DatacenterRenderer(), new HostRenderer(), new PackagesRenderer());

  private static final Set<String> WITH_RUNBOOK = Set.of(
      "names-and-time", "three-nodes", "three-nodes-8.4", "two-nodes-and-qdevice", "without-links");

  static Set<String> cases() {
    return ClusterCases.ALL.keySet();
  }

  static List<Renderer> renderers() {
    return RENDERERS;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void files_are_as_expected(String name) {
    TreeMap<String, String> files = new TreeMap<>(bundle(name).toMap());
    files.remove("MANIFEST.json");
    if (!WITH_RUNBOOK.contains(name)) {
      files.remove("RUNBOOK.md");
    }

    Golden.of("cluster/" + name).matches(files);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_programs_that_read_them_accept_the_files(String name) {
    for (Artifact file : bundle(name).artifacts()) {
      if (file.mode() == FileMode.SCRIPT) {
        RealPrograms.acceptShell(file.content());
      } else if (file.path().endsWith("/corosync.conf")) {
        RealPrograms.acceptCorosync(file.content());
      } else if (file.path().endsWith("/chrony.conf")) {
        RealPrograms.acceptChrony(file.content());
      }
      RealPrograms.acceptShell("#!/bin/bash\n"
          + Stream.of(
                  file.procedure().checkBefore(),
                  file.procedure().apply(),
                  file.procedure().checkAfter())
              .map(text -> text.orElse("") + "\n")
              .collect(Collectors.joining()));
    }
  }

  @ParameterizedTest
  @MethodSource("renderers")
  void keeps_the_contract_of_renderers(Renderer renderer) {
    List<ResolvedPlan> plans = new ArrayList<>(ClusterCases.ALL.values());
    plans.add(ResolvedPlan.of(cluster("empty", c -> {})));

    RendererContract.of(renderer).holdsFor(plans.toArray(ResolvedPlan[]::new));
  }

  @ParameterizedTest
  @MethodSource("renderers")
  void is_found(Renderer renderer) {
    assertThat(Renderers.standard().list()).hasAtLeastOneElementOfType(renderer.getClass());
  }

  @Test
  void a_plan_without_nodes_needs_no_file() {
    ResolvedPlan plan = ResolvedPlan.of(cluster(
        "lab", c -> c.everyNode(n -> n.domain("example.net").timeServers("ntp1.example.net"))));

    assertThat(Renderers.empty()
            .with(RENDERERS.toArray(Renderer[]::new))
            .render(plan)
            .artifacts())
        .isEmpty();
  }

  @Test
  void the_name_of_a_node_resolves_to_its_address() {
    Bundle bundle = bundle("names-and-time");
    String hosts = bundle.toMap().get("nodes/pve1/etc/hosts");

    assertThat(RealPrograms.readHosts(hosts, "pve1", "pve2.example.net", "localhost"))
        .isEqualTo("""
            2001:db8:1::11  pve1.example.net pve1
            2001:db8:1::12  pve2.example.net pve2
            127.0.0.1       localhost.localdomain localhost
            """);
  }

  @Test
  void what_can_not_be_set_is_told() {
    assertThat(gaps("three-nodes-8.4"))
        .containsExactly("DATACENTER cluster/replication (datacenter): Left out: in Proxmox VE 8.4"
            + " replication takes the way of migrations and has none of its own; asked for was type"
            + " secure, network ring.");
    assertThat(gaps("datacenter-8.4"))
        .containsExactly("DATACENTER cluster/replication (datacenter): Not set: in Proxmox VE 8.4"
            + " replication takes the way of migrations, which is the same.");
    assertThat(gaps("datacenter-without-subnet"))
        .containsExactly("DATACENTER cluster/migration (datacenter): Left out: network bare has no"
            + " subnet, by which /etc/pve/datacenter.cfg names it; asked for was type secure,"
            + " network bare.");
    assertThat(gaps("three-nodes-and-refused-qdevice"))
        .containsExactly("QDEVICE corosync/qdevice (cluster): Left out: pvecm refuses a QDevice for"
            + " an odd number of nodes (3) unless it is forced.");
    assertThat(gaps("token-coefficient-8.4"))
        .containsExactly(
            "CLUSTER_CREATE corosync/tokenCoefficient (cluster): Left out: pvecm create"
                + " of Proxmox VE 8.4 takes no token coefficient; set totem.token_coefficient to 200 in"
                + " a copy of corosync.conf, raise its config_version, and move it over the old one.");
    assertThat(gaps("datacenter-options-8.4"))
        .containsExactly(
            "DATACENTER cluster/macPrefix (datacenter): Left out: a MAC prefix that ends in a single"
                + " digit came with pve-cluster 9.1.2, and Proxmox VE 8.4 refuses the option;"
                + " asked for was BC:24:11:0.",
            "DATACENTER cluster/scheduling (datacenter): Left out: dynamic load and moves that"
                + " balance the nodes came with pve-cluster 9.1.2, and Proxmox VE 8.4 refuses the"
                + " option; asked for was ha=dynamic,ha-auto-rebalance=1,"
                + "ha-auto-rebalance-hold-duration=5,ha-auto-rebalance-margin=20,"
                + "ha-auto-rebalance-method=topsis,"
                + "ha-auto-rebalance-threshold=40,ha-rebalance-on-start=1.");
    assertThat(gaps("a-node-without-link"))
        .containsExactly(
            "HOST node/pve4/host (host): It has no address in the plan, so its own /etc/hosts is"
                + " left as installed, and those of the other nodes do not name it.",
            "CLUSTER_JOIN corosync (cluster): corosync.conf is left out: not each node has an"
                + " address on each link.",
            "CLUSTER_JOIN node/pve3/join (cluster): Left out: it has no address on network ring of"
                + " link0, and pvecm takes no node without an address on each link.",
            "CLUSTER_JOIN node/pve4/join (cluster): Left out: it has no address on network mgmt of"
                + " link1, and pvecm takes no node without an address on each link.",
            "CLUSTER_JOIN node/pve4/join (cluster): Left out: it has no address on network ring of"
                + " link0, and pvecm takes no node without an address on each link.");
  }

  @Test
  void what_the_release_refuses_is_no_work_by_hand() {
    for (String name : List.of("datacenter-options-8.4", "datacenter-8.4-otherwise")) {
      assertThat(bundle(name).toMap().get("RUNBOOK.md"))
          .doesNotContain("cluster/scheduling`: set", "cluster/macPrefix`: set")
          .doesNotContain("cluster/replication`: set");
    }
    assertThat(bundle("token-coefficient-8.4").toMap().get("RUNBOOK.md"))
        .doesNotContain("create the cluster with token coefficient");
    assertThat(bundle("datacenter-without-subnet").toMap().get("RUNBOOK.md"))
        .contains("cluster/migration`: set for migrations");
  }

  @Test
  void nothing_else_is_left_out() {
    assertThat(cases().stream().filter(name -> !gaps(name).isEmpty()).toList())
        .containsExactly(
            "a-node-without-link",
            "datacenter-8.4",
            "datacenter-8.4-otherwise",
            "datacenter-options-8.4",
            "datacenter-without-subnet",
            "names-and-time",
            "three-nodes-8.4",
            "three-nodes-and-refused-qdevice",
            "token-coefficient-8.4",
            "without-addresses");
  }

  private static List<String> gaps(String name) {
    return bundle(name).gaps().stream()
        .map(gap -> gap.step() + " " + gap.at() + " (" + gap.renderer() + "): " + gap.sentence())
        .toList();
  }

  private static Bundle bundle(String name) {
    return Renderers.empty().with(RENDERERS.toArray(Renderer[]::new)).render(ClusterCases.of(name));
  }
}
