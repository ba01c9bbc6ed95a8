package io.pveplan.rules.migration;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.migration.MigratabilityTest.NAS;
import static io.pveplan.rules.migration.MigratabilityTest.PVE1;
import static io.pveplan.rules.migration.MigratabilityTest.PVE2;
import static io.pveplan.rules.migration.MigratabilityTest.TANK;
import static io.pveplan.rules.migration.MigratabilityTest.lab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.ContentType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovesTest {

  private static ClusterPlan plan() {
    return lab(c -> {
      c.vm(200, "app", v -> v.node(PVE1).disk(NAS, gib(8)).memory(gib(8)));
      c.vm(201, "db", v -> v.node(PVE1).disk(TANK, gib(100)).memory(gib(8)).dirtyRate(gbit(4)));
      c.vm(202, "bus", v -> v.node(PVE1).disk(NAS, gib(8)).memory(gib(8)).dirtyRate(gbit(8)));
      c.container(300, "dns", containerTemplate(NAS, "a.tar.zst"), TANK, gib(1), t -> t.node(PVE1));
      var one = c.vm(400, "ha", v -> v.node(PVE1).disk(TANK, gib(8)));
      c.ha(h -> h.resources(one));
    });
  }

  @Test
  void the_command_has_the_options_that_the_move_needs() {
    Moves moves = Moves.of(plan());

    assertThat(moves.move(200, "pve2")).hasToString("qm migrate 200 pve2 --online");
    assertThat(moves.stopped().move(200, "pve3")).hasToString("qm migrate 200 pve3");
    assertThat(moves.move(201, "pve2"))
        .hasToString("qm migrate 201 pve2 --online --with-local-disks");
    assertThat(moves.toStorage("nas").move(201, "pve2"))
        .hasToString("qm migrate 201 pve2 --online --with-local-disks --targetstorage nas");
    assertThat(moves.toStorage("tank").stopped().move(201, "pve2"))
        .hasToString("qm migrate 201 pve2 --targetstorage tank");
    assertThat(moves.toStorage("nas").move(200, "pve2"))
        .hasToString("qm migrate 200 pve2 --online");
    assertThat(moves.move(300, "pve2")).hasToString("pct migrate 300 pve2 --restart");
    assertThat(moves.stopped().move(300, "pve2")).hasToString("pct migrate 300 pve2");
    assertThat(moves.toStorage("tank").move(300, "pve2"))
        .hasToString("pct migrate 300 pve2 --restart --target-storage tank");
    assertThat(moves.move(400, "pve2")).hasToString("ha-manager migrate vm:400 pve2");
    assertThat(moves.stopped().move(400, "pve2")).hasToString("ha-manager relocate vm:400 pve2");
  }

  @Test
  void a_network_that_the_datacenter_does_not_know_is_named() {
    var plan = cluster("lab", c -> {
      var move = c.network("move", "10.0.1.0/24", net -> net.carries(Traffic.MIGRATION));
      var nodes =
          c.nodes(List.of(1, 2), n -> "pve" + n, (n, it) -> n.nic("eno1", move.host(10 + it)));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.vm(200, "app", v -> v.node(nodes.get(0)).disk(NAS, gib(8)));
    });

    assertThat(Moves.of(plan).move(200, "pve2"))
        .hasToString("qm migrate 200 pve2 --online --migration_network 10.0.1.0/24");
  }

  @Test
  void the_time_is_that_of_the_network_in_the_command() {
    var plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
      var move = c.network("move", "10.0.1.0/24", net -> net.carries(Traffic.MIGRATION));
      c.nodes(
          List.of(1, 2),
          n -> "pve" + n,
          (n, it) -> n.nic("eno1", b -> b.speed(gbit(1)).addresses(mgmt.host(10 + it)))
              .nic("eno2", b -> b.speed(gbit(10)).addresses(move.host(10 + it))));
      c.vm(200, "app", v -> v.node(PVE1).memory(gib(8)));
    });
    MoveCommand app = Moves.of(plan).move(200, "pve2");

    assertThat(app).hasToString("qm migrate 200 pve2 --online --migration_network 10.0.1.0/24");
    assertThat(app.time()).hasToString("8GiB of memory, 9 s or more");
    assertThat(app.time().missingFacts())
        .containsExactly("disks of guest 200", "rate at which guest 200 writes its memory");
  }

  @Test
  void a_planned_move_is_one_of_them() {
    var plan = lab(c -> c.migrate(
        c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8))),
        PVE2,
        m -> m.stopped().targetStorage(TANK)));

    assertThat(Moves.of(plan).move(plan.migrations().get(0)))
        .hasToString("qm migrate 200 pve2 --targetstorage tank");
  }

  @Test
  void a_move_that_the_plan_does_not_declare_is_none_of_them() {
    var plan = lab(c -> c.vm(200, "app", v -> v.node(PVE1).disk(NAS, gib(8))));
    var move = Migration.builder().guest(Vmid.of(200)).target("pve2").build();

    assertThatThrownBy(() -> Moves.of(plan).move(move))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plan has no move migration/200/pve2");
  }

  @Test
  void what_can_not_be_is_refused_with_what_is_in_the_way() {
    Moves moves = Moves.of(plan());

    assertThatThrownBy(() -> moves.move(200, "pve3"))
        .isInstanceOf(MoveRefusedException.class)
        .hasMessage(
            "200 can not be moved to pve3 while it runs: the CPU there is of another vendor;"
                + " stopped() moves it");
    assertThatThrownBy(() -> moves.stopped().move(201, "pve3"))
        .hasMessage("201 can not be moved to pve3: storage tank of scsi0 is not there");
    assertThatThrownBy(() -> moves.move(200, "pve1"))
        .hasMessage("200 can not be moved to pve1: it is there");
    assertThatThrownBy(() -> moves.toStorage("nas").move(400, "pve2"))
        .hasMessage(
            "400 can not be moved to pve2: HA moves it, which knows no other storage for its"
                + " disks");
    assertThatThrownBy(() -> moves.move(999, "pve2")).hasMessage("the plan has no guest 999");
    assertThatThrownBy(() -> moves.move(200, "pve9")).hasMessage("the plan has no node pve9");
    assertThatThrownBy(() -> moves.toStorage("no")).hasMessage("the plan has no storage no");
  }

  @Test
  void ha_moves_what_no_storage_is_changed_for() {
    var plan = lab(c -> {
      c.storage(nfs("other", "10.0.0.6", "/other"), s -> s.content(ContentType.IMAGES));
      c.ha(h -> h.resources(c.vm(200, "app", v -> v.node(PVE1).disk(NAS, gib(8)))));
    });

    assertThat(Moves.of(plan).toStorage("other").move(200, "pve2"))
        .hasToString("ha-manager migrate vm:200 pve2");
  }

  @Test
  void it_takes_what_the_network_and_the_writing_machine_leave() {
    Moves moves = Moves.of(plan());

    // 8 GiB are 68,719,476,736 bits, at 8 Gbit/s.
    MoveTime app = moves.move(200, "pve2").time();
    assertThat(app.time()).contains(Duration.ofSeconds(9));
    assertThat(app.converges()).isEmpty();
    assertThat(app.missingFacts()).containsExactly("rate at which guest 200 writes its memory");
    assertThat(app).hasToString("8GiB of memory, 9 s or more");
    // 858,993,459,200 bits of disks at 8 Gbit/s, memory at the 4 that are left.
    MoveTime db = moves.move(201, "pve2").time();
    assertThat(db.time()).contains(Duration.ofSeconds(108 + 18));
    assertThat(db.converges()).contains(true);
    assertThat(db).hasToString("8GiB of memory and 100GiB of disks, 126 s");
    assertThat(moves.stopped().move(201, "pve2").time().time()).contains(Duration.ofSeconds(108));
  }

  @Test
  void a_move_that_does_not_converge_says_so() {
    MoveTime time = Moves.of(plan()).move(202, "pve2").time();

    assertThat(time.time()).isEmpty();
    assertThat(time.converges()).contains(false);
    assertThat(time)
        .hasToString("8GiB of memory: does not end, it writes 8Gbit/s and 8Gbit/s are copied");
  }

  @Test
  void how_long_a_restart_takes_nobody_knows() {
    var plan = lab(c -> {
      var share =
          c.storage(nfs("share", "10.0.0.5", "/share"), s -> s.content(ContentType.ROOTDIR));
      c.container(
          300, "dns", containerTemplate(NAS, "a.tar.zst"), share, gib(1), t -> t.node(PVE1));
    });
    MoveCommand move = Moves.of(plan).move(300, "pve2");

    assertThat(move.time()).hasToString("nothing to copy, without the restart");
    assertThat(move.duration()).isEmpty();
    assertThat(Moves.of(plan).stopped().move(300, "pve2").time())
        .hasToString("nothing to copy, 0 s");
  }
}
