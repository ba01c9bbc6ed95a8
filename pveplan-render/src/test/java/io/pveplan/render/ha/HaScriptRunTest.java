package io.pveplan.render.ha;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec.ResourceSpec;
import io.pveplan.model.NameFormat;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RealPrograms.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the scripts with a stand-in for the HA manager, which keeps its files as the real one. */
class HaScriptRunTest {

  @TempDir
  private Path directory;

  private static Rendering rendered(ResolvedPlan plan) {
    return new HaRenderer().render(plan);
  }

  private static String script(ResolvedPlan plan) {
    return rendered(plan).artifacts().stream()
        .filter(file -> file.mode() == FileMode.SCRIPT)
        .map(Artifact::content)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> previews(ResolvedPlan plan) {
    Map<String, String> previews = new TreeMap<>();
    rendered(plan).artifacts().stream()
        .filter(Artifact::preview)
        .forEach(file -> previews.put(file.path(), file.content()));
    return previews;
  }

  private static Map<String, String> made(HaStandIns standIns) {
    Map<String, String> made = new TreeMap<>();
    for (String name : List.of("resources.cfg", "rules.cfg", "groups.cfg")) {
      if (!standIns.file(name).isEmpty()) {
        made.put("cluster/etc/pve/ha/" + name, standIns.file(name));
      }
    }
    return made;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rules", "groups", "resources-only", "nobody-apart", "groups-and-failback"})
  void the_commands_make_what_the_previews_show_and_a_second_run_changes_nothing(String name) {
    ResolvedPlan plan = HaCases.ALL.get(name);
    HaStandIns standIns = new HaStandIns(directory);
    RealPrograms.acceptShell(script(plan));

    standIns.run(script(plan)).succeeded();

    assertThat(made(standIns)).isEqualTo(previews(plan));
    assertThat(standIns.calls())
        .allMatch(call -> List.of("add", "groupadd", "rules").contains(call.get(1)))
        .hasSize(rendered(plan).artifacts().stream()
            .filter(file -> file.mode() == FileMode.SCRIPT)
            .mapToInt(file -> file.covers().size())
            .sum());

    standIns.run(script(plan)).succeeded();

    assertThat(standIns.calls()).isEmpty();
    assertThat(made(standIns)).isEqualTo(previews(plan));
  }

  @Test
  void what_is_there_otherwise_is_set_to_the_plan() {
    ResolvedPlan before = two(h -> h.comment("old").maxRestart(5).withoutFailback(), true);
    ResolvedPlan after = two(h -> h.state(HaState.STOPPED), false);
    HaStandIns standIns = new HaStandIns(directory);
    standIns.run(script(before)).succeeded();

    Outcome outcome = standIns.run(script(after));

    assertThat(outcome).isEqualTo(new Outcome(0, """
            == resource vm:200
            already there
            == resource vm:201
            already there
            as planned
            == manager
            waiting for the HA manager to know the nodes
            == rules that change
            apart may stay
            == rule home
            already there
            == rule apart
            already there
            as planned
            """));
    assertThat(standIns.calls().stream().map(call -> String.join(" ", call)))
        .containsExactly(
            "ha-manager set vm:200 --state stopped --delete comment,failback,max_relocate,max_restart",
            "ha-manager rules set node-affinity home --disable 1",
            "ha-manager rules set node-affinity home --nodes pve1 --resources vm:200 --delete"
                + " comment,disable,strict");
    assertThat(made(standIns)).isEqualTo(previews(after));
  }

  @Test
  void rules_that_change_places_do_not_keep_each_other_out() {
    HaStandIns standIns = new HaStandIns(directory);
    standIns.run(script(swapped(200, 201))).succeeded();

    standIns.run(script(swapped(201, 200))).succeeded();

    assertThat(standIns.calls().stream().map(call -> String.join(" ", call)))
        .containsExactly(
            "ha-manager rules set node-affinity left --disable 1",
            "ha-manager rules set node-affinity right --disable 1",
            "ha-manager rules set node-affinity left --nodes pve1 --resources vm:201 --delete"
                + " comment,disable,strict",
            "ha-manager rules set node-affinity right --nodes pve2 --resources vm:200 --delete"
                + " comment,disable,strict");
    assertThat(made(standIns)).isEqualTo(previews(swapped(201, 200)));
  }

  private static ResolvedPlan swapped(int left, int right) {
    return ResolvedPlan.of(cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      c.vm(200, "web", v -> {});
      c.vm(201, "db", v -> {});
      c.ha(h -> h.resources(GuestRef.of(200), GuestRef.of(201))
          .nodeAffinity("left", a -> a.resources(GuestRef.of(left)).nodes(pve1))
          .nodeAffinity("right", a -> a.resources(GuestRef.of(right)).nodes(pve2)));
    }));
  }

  private static ResolvedPlan two(Consumer<ResourceSpec> first, boolean strict) {
    return ResolvedPlan.of(cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      var web = c.vm(200, "web", v -> {});
      var db = c.vm(201, "db", v -> {});
      c.ha(h -> h.resource(web, first)
          .resources(db)
          .nodeAffinity("home", a -> {
            a.resources(web).nodes(pve1);
            if (strict) {
              a.strict().comment("x").disabled();
            }
          })
          .resourceAffinity("apart", Affinity.NEGATIVE, web, db));
    }));
  }

  @Test
  void a_manager_that_does_not_come_up_ends_the_script_before_the_rules() {
    HaStandIns standIns = new HaStandIns(directory);
    String script = script(two(r -> {}, false))
        .replace("know the nodes' 180 grep", "know the nodes' 0 grep")
        .replace("manager_status", "no_status");

    Outcome outcome = standIns.run(script);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).endsWith("gave up waiting for the HA manager to know the nodes\n");
    assertThat(standIns.calls().stream().map(call -> String.join(" ", call)))
        .containsExactly(
            "ha-manager add vm:200 --state started", "ha-manager add vm:201 --state started");
  }

  @ParameterizedTest
  @EnumSource(ProductVersion.class)
  void no_comment_breaks_out_of_its_place(ProductVersion release) {
    Hostile.Sample sample = Hostile.sample(2000).acceptedBy(NameFormat.LINE::require);
    List<String> texts = sample.texts().stream().distinct().limit(6).toList();
    assertThat(texts).as("seed %d", sample.seed()).isNotEmpty();

    for (String text : texts) {
      ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
        var pve1 = c.target(release).node("pve1", n -> {});
        var web = c.vm(200, "web", v -> {});
        c.ha(h -> h.resource(web, r -> r.comment(text))
            .nodeAffinity("home", a -> a.resources(web).nodes(pve1).comment(text)));
      }));
      HaStandIns standIns = new HaStandIns(directory.resolve("run" + texts.indexOf(text)));
      RealPrograms.acceptShell(script(plan));

      standIns.run(script(plan)).succeeded();

      assertThat(standIns.calls())
          .as("seed %d", sample.seed())
          .allSatisfy(call -> assertThat(call).containsSubsequence("--comment", text))
          .hasSize(2);
      assertThat(made(standIns)).as("seed %d", sample.seed()).isEqualTo(previews(plan));
      standIns.run(script(plan)).succeeded();
      assertThat(standIns.calls()).as("seed %d", sample.seed()).isEmpty();
    }
  }
}
