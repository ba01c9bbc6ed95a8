package io.pveplan.render.ha;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RendererContract;
import io.pveplan.render.text.Phrase;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HaRendererTest {

  private final HaRenderer renderer = new HaRenderer();

  private Rendering rendered(String name) {
    return renderer.render(HaCases.ALL.get(name));
  }

  private static Artifact script(Rendering rendering) {
    return rendering.artifacts().stream()
        .filter(file -> file.mode() == FileMode.SCRIPT)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules",
        "groups",
        "resources-only",
        "nobody-apart",
        "groups-and-failback",
        "watchdog-only"
      })
  void files_are_as_expected(String name) {
    Golden.of("ha/" + name)
        .matches(rendered(name).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @Test
  void what_8_4_does_not_have_is_told() {
    assertThat(rendered("groups").gaps().stream().map(HaRendererTest::text))
        .containsExactly(
            "ha/rule/home: Left out: a group of Proxmox VE 8.4 has one setting of failback for all of"
                + " its guests, and these return to a preferred node although they are to stay:"
                + " vm:1000.",
            "ha/rule/old: Left out: rule old is switched off, and a group of Proxmox VE 8.4 can not"
                + " be; asked for was nodes pve1 for vm:202, with the comment \"until may\".",
            "ha/rule/second: Left out for vm:1000: a guest is in one group of Proxmox VE 8.4, and"
                + " this one in home.",
            "ha/rule/apart: Left out: Proxmox VE 8.4 keeps no guests together or apart; asked for was"
                + " negative affinity of vm:201,vm:202, with the comment \"$HOME\".",
            "ha/rule/pair: Left out: Proxmox VE 8.4 keeps no guests together or apart; asked for was"
                + " positive affinity of ct:300,vm:201, switched off.");
    assertThat(rendered("rules").gaps()).isEmpty();
    assertThat(rendered("groups-and-failback").gaps().stream().map(HaRendererTest::text))
        .containsExactly(
            "ha/resource/202: Not set: failback belongs to the group in Proxmox VE 8.4,"
                + " and vm:202 is in none, where there is no node to go back to; asked for was to stay.");
  }

  private static String text(Gap gap) {
    return gap.at() + ": " + gap.sentence();
  }

  @Test
  void the_procedure_tells_how_to_look_and_to_go_back() {
    assertThat(script(rendered("rules")).procedure().toString())
        .isEqualTo(
            "Procedure[safeToRepeat=true, needs=Optional[the guests are there, and their disks on"
                + " storages that other nodes reach, or replicated; the cluster has quorum; nodes with"
                + " a watchdog of their own run with it; HA starts and stops the guests as the wanted"
                + " state says], checkBefore=Optional[pvecm status\nha-manager status],"
                + " apply=Optional.empty, checkAfter=Optional[ha-manager status\nha-manager config\n"
                + "ha-manager rules config\n# each rule that is enabled is in use, none is ignored for"
                + " conflicts\n# quorum is OK, one node is the master, the lrm of each node with"
                + " resources is active], undo=Optional[ha-manager rules remove for each rule;"
                + " ha-manager remove for each resource; its guest stays as it is]]");
    assertThat(script(rendered("groups")).procedure().undo().map(Phrase::toString))
        .contains("ha-manager remove for each resource; its guest stays as it is; ha-manager"
            + " groupremove for each group");
  }

  @Test
  void all_that_is_made_is_covered() {
    assertThat(script(rendered("rules")).covers().toString())
        .isEqualTo("[ha/resource/1000, ha/resource/201, ha/resource/202, ha/resource/300,"
            + " ha/rule/apart, ha/rule/home, ha/rule/old, ha/rule/pair, ha/rule/second]");
    assertThat(script(rendered("groups")).covers().toString())
        .isEqualTo("[ha/resource/1000, ha/resource/201, ha/resource/202, ha/resource/300,"
            + " ha/rule/home, ha/rule/second]");
  }

  @Test
  void a_watchdog_is_set_before_there_is_ha() {
    Artifact file = rendered("watchdog-only").artifacts().get(0);

    assertThat(file.step().orElseThrow().number()).isEqualTo(4);
    assertThat(file.covers().toString()).isEqualTo("[node/pve1/watchdog]");
    assertThat(file.procedure().apply())
        .contains("# the module is loaded when the node starts; two must never be loaded\nreboot");
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer).holdsFor(HaCases.ALL.values().toArray(ResolvedPlan[]::new));
    RendererContract.of(renderer).holdsFor(ResolvedPlan.of(cluster("empty", c -> {})));
  }

  @Test
  void a_plan_without_ha_needs_no_file() {
    assertThat(renderer.render(ResolvedPlan.of(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.ha(h -> {});
        }))))
        .isEqualTo(Rendering.nothing());
  }
}
