package io.pveplan.rules.migration;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.migration.MigratabilityTest.NAS;
import static io.pveplan.rules.migration.MigratabilityTest.PVE1;
import static io.pveplan.rules.migration.MigratabilityTest.PVE2;
import static io.pveplan.rules.migration.MigratabilityTest.PVE3;
import static io.pveplan.rules.migration.MigratabilityTest.TANK;
import static io.pveplan.rules.migration.MigratabilityTest.lab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Guests of pve1 that HA keeps together: app on shared storage, and another one. */
class KeptTogetherTest {

  private static ClusterPlan pair(HaState state, Consumer<VmSpec> other) {
    return lab(c -> {
      var app = app(c);
      var db = c.vm(201, "db", v -> v.node(PVE1).memory(gib(8)).with(other));
      c.ha(h -> h.resources(app)
          .resource(db, r -> r.state(state))
          .resourceAffinity("pair", Affinity.POSITIVE, app, db));
    });
  }

  private static GuestRef app(ClusterSpec c) {
    return c.vm(
        200,
        "app",
        v -> v.node(PVE1).cpuType("x86-64-v3").memory(gib(8)).dirtyRate(gbit(4)).disk(NAS, gib(8)));
  }

  private static List<String> texts(ClusterPlan plan) {
    return Migratability.of(plan).of(Vmid.of(200)).blockers().stream()
        .map(it -> it.kind() + " " + it.nodes() + " " + it)
        .toList();
  }

  @Test
  void what_keeps_the_other_one_keeps_both() {
    var plan = pair(HaState.STARTED, v -> v.cpuType("host").disk(TANK, gib(8)));

    assertThat(texts(plan))
        .containsExactly(
            "CPU vendor [pve3] the CPU there is of another vendor (while it runs)",
            "guests kept together [pve3] HA moves vm:201 along: the CPU there is of another vendor"
                + " (while it runs)",
            "guests kept together [pve3] HA moves vm:201 along: storage tank of scsi0 is not there",
            "guests kept together [pve2] HA moves vm:201 along: the CPU there lacks what type host"
                + " passes on here (while it runs)");
    assertThat(Migratability.of(plan).way(Vmid.of(200), "pve2")).isEqualTo(Way.OFFLINE);
    assertThatThrownBy(() -> Moves.of(plan).move(200, "pve3"))
        .hasMessage(
            "200 can not be moved to pve3: HA moves vm:201 along: storage tank of scsi0 is not"
                + " there");
  }

  @Test
  void one_that_is_stopped_needs_only_what_a_stopped_one_needs() {
    var plan = pair(HaState.STOPPED, v -> v.cpuType("host").disk(TANK, gib(8)));

    assertThat(texts(plan))
        .containsExactly(
            "CPU vendor [pve3] the CPU there is of another vendor (while it runs)",
            "guests kept together [pve3] HA moves vm:201 along: storage tank of scsi0 is not there");
  }

  @Test
  void one_that_ha_does_not_act_on_stays() {
    var plan = pair(HaState.IGNORED, v -> v.disk(TANK, gib(8)));

    assertThat(texts(plan))
        .containsExactly("CPU vendor [pve3] the CPU there is of another vendor (while it runs)");
    assertThat(Moves.of(plan).move(200, "pve2").along()).isEmpty();
  }

  @Test
  void they_need_room_for_both() {
    var plan = lab(c -> {
      var app = app(c);
      var db =
          c.vm(201, "db", v -> v.node(PVE1).cpuType("x86-64-v3").memory(gib(32)).disk(NAS, gib(8)));
      c.vm(202, "big", v -> v.node(PVE2).memory(gib(24)).disk(NAS, gib(8)));
      c.ha(h -> h.resources(app, db).resourceAffinity("pair", Affinity.POSITIVE, app, db));
    });

    // 62 GiB less 24 are 38.
    assertThat(texts(plan))
        .contains("memory [pve2] with vm:201 it has 40GiB of memory, more than is left there");
  }

  @Test
  void the_command_tells_who_goes_along_and_the_time_of_both() {
    var plan =
        pair(HaState.STARTED, v -> v.cpuType("x86-64-v3").dirtyRate(gbit(4)).disk(TANK, gib(100)));
    MoveCommand move = Moves.of(plan).move(200, "pve2");

    assertThat(move).hasToString("ha-manager migrate vm:200 pve2");
    assertThat(move.runsOn()).isEqualTo("any node");
    assertThat(move.time()).hasToString("8GiB of memory, 18 s");
    assertThat(move.along().keySet()).containsExactly(Vmid.of(201));
    assertThat(move.along().get(Vmid.of(201)))
        .hasToString("8GiB of memory and 100GiB of disks, 126 s");
    assertThat(move.duration()).contains(Duration.ofSeconds(18 + 126));
  }

  @Test
  void one_that_is_there_does_not_move() {
    var plan = lab(c -> {
      var app = app(c);
      var db = c.vm(
          201, "db", v -> v.node(PVE2).cpuType("x86-64-v3").memory(gib(32)).disk(TANK, gib(8)));
      var web = c.vm(202, "web", v -> v.node(PVE3).memory(gib(1)).disk(NAS, gib(8)));
      c.ha(h -> h.resources(app, db, web)
          .resourceAffinity("pair", Affinity.POSITIVE, app, db)
          .resourceAffinity("other", Affinity.NEGATIVE, db, web));
    });

    assertThat(Moves.of(plan).move(200, "pve2").along()).isEmpty();
  }

  private static ClusterPlan group(int size) {
    return lab(c -> {
      List<GuestRef> all = new ArrayList<>();
      for (int vmid = 1001; vmid <= 1000 + size; vmid++) {
        all.add(c.vm(
            vmid,
            "app" + vmid,
            v -> v.node(PVE1).cpuType("x86-64-v3").memory(gib(1)).disk(TANK, gib(1))));
      }
      GuestRef[] guests = all.toArray(new GuestRef[0]);
      c.ha(h -> h.resources(guests).resourceAffinity("all", Affinity.POSITIVE, guests));
    });
  }

  private static List<String> texts(ClusterPlan plan, int vmid) {
    return Migratability.of(plan).of(Vmid.of(vmid)).blockers().stream()
        .map(it -> it.kind() + " " + it.nodes() + " " + it)
        .toList();
  }

  @Test
  void what_many_of_a_group_lack_is_said_once() {
    var plan = group(40);

    assertThat(texts(plan, 1001))
        .containsExactly(
            "storage [pve3] storage tank of scsi0 is not there",
            "CPU vendor [pve3] the CPU there is of another vendor (while it runs)",
            "guests kept together [pve3] HA moves vm:1002 and 38 others along: storage tank of scsi0"
                + " is not there",
            "guests kept together [pve3] HA moves vm:1002 and 38 others along: the CPU there is of"
                + " another vendor (while it runs)");
    assertThat(texts(plan, 1040))
        .contains(
            "guests kept together [pve3] HA moves vm:1001 and 38 others along: storage tank of scsi0"
                + " is not there");
    assertThat(MigratabilityReport.of(plan).blockersToCsv().lines()).hasSize(1 + 40 * 4);
  }

  @Test
  void the_memory_of_many_names_the_first() {
    assertThat(texts(group(70), 1001))
        .contains(
            "memory [pve2] with vm:1002 and 68 others it has 70GiB of memory, more than is left"
                + " there");
  }

  @Test
  void a_few_are_all_named() {
    assertThat(texts(group(4), 1002))
        .contains(
            "guests kept together [pve3] HA moves vm:1001, vm:1003, vm:1004 along: storage tank of"
                + " scsi0 is not there");
  }
}
