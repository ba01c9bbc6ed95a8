package io.pveplan.render.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.Pveplan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Bundle;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderers;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IscsiRendererTest {

  private final IscsiRenderer renderer = new IscsiRenderer();

  static Set<String> cases() {
    return new TreeMap<>(StorageCases.ALL)
        .keySet().stream().filter(name -> name.startsWith("iscsi-")).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void files_are_as_expected(String name) {
    Golden.of("iscsi/" + name)
        .matches(renderer.render(StorageCases.of(name)).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bash_and_shellcheck_accept_the_scripts(String name) {
    renderer.render(StorageCases.of(name)).artifacts().stream()
        .filter(file -> file.mode() == FileMode.SCRIPT)
        .forEach(file -> RealPrograms.acceptShell(file.content()));
  }

  @Test
  void multipath_accepts_its_file() {
    List<Artifact> files = new ArrayList<>();
    cases()
        .forEach(name -> renderer.render(StorageCases.of(name)).artifacts().stream()
            .filter(file -> file.path().endsWith("/multipath.conf"))
            .forEach(files::add));

    assertThat(files).hasSize(8);
    files.forEach(file -> RealPrograms.acceptMultipath(file.content()));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    List<ResolvedPlan> plans = new ArrayList<>(StorageCases.ALL.values());
    plans.add(named());
    plans.add(ResolvedPlan.of(cluster("empty", c -> {})));

    RendererContract.of(renderer).holdsFor(plans.toArray(ResolvedPlan[]::new));
  }

  @Test
  void is_found() {
    assertThat(Renderers.standard().list()).hasAtLeastOneElementOfType(IscsiRenderer.class);
  }

  @Test
  void a_node_has_its_own_initiator_name() {
    Artifact file = renderer.render(named()).artifacts().get(0);

    assertThat(file.path()).isEqualTo("nodes/pve1/etc/iscsi/initiatorname.iscsi");
    assertThat(file.content()).isEqualTo("InitiatorName=iqn.1993-08.org.debian:01:pve1\n");
    assertThat(file.procedure().apply()).contains("systemctl restart iscsid");
    assertThat(file.covers()).hasToString("[node/pve1/initiator]");
    assertThat(renderer.render(named()).artifacts()).hasSize(1);
  }

  @Test
  void a_lun_without_wwid_is_a_gap_where_it_has_several_paths() {
    assertThat(renderer.render(StorageCases.of("iscsi-luns")).gaps())
        .extracting(Gap::at, Gap::sentence)
        .map(Object::toString)
        .containsExactly(
            "(storage/san1, \"The WWID of LUN 3 is not in the plan, so multipath.conf has no place for"
                + " it. Take it from multipath -ll or the storage server, write it into the plan, and"
                + " render anew.\")");
  }

  @Test
  void the_runbook_says_what_runs_on_each_node_and_what_on_one() {
    String runbook = Bundle.render(StorageCases.of("iscsi-luns")).toMap().get("RUNBOOK.md");

    assertThat(runbook)
        .contains("made on exactly one node: the one that this script runs on")
        .contains(
            "# on each node, also those that it did not run on:\npvscan --cache\nvgs -o vg_name,pv_name vg_cluster")
        .contains(
            "| `nodes/pve1/etc/multipath.conf` | node/pve1 | installed by `nodes/pve1/19-iscsi-storage.sh` |");
    assertThat(runbook.indexOf("`cluster/19-iscsi-storage.sh`"))
        .isGreaterThan(runbook.indexOf("`nodes/pve2/19-iscsi-storage.sh`"));
  }

  @Test
  void the_checks_are_about_each_portal() {
    Procedure procedure = renderer.render(StorageCases.of("iscsi-luns")).artifacts().stream()
        .filter(file -> file.path().equals("nodes/pve2/19-iscsi-storage.sh"))
        .map(Artifact::procedure)
        .findFirst()
        .orElseThrow();

    assertThat(procedure.checkBefore()).isEqualTo(Optional.of("""
        pvesm scan iscsi 192.0.2.50
        pvesm scan iscsi 198.51.100.50
        pvesm scan iscsi '[2001:db8::50]:3261'"""));
    assertThat(procedure.checkAfter())
        .isEqualTo(Optional.of("iscsiadm --mode session\nmultipath -ll"));
    assertThat(procedure.undo())
        .isEqualTo(Optional.of(Phrase.empty()
            .code("iscsiadm --mode node --targetname"
                + " iqn.2024-02.com.example:cluster.lun1 --logout")));
  }

  private static ResolvedPlan named() {
    return ResolvedPlan.of(Pveplan.cluster("lab", c -> {
      c.node("pve1", n -> n.initiator("iqn.1993-08.org.debian:01:pve1"));
      c.node("pve2", n -> {});
    }));
  }
}
