package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MigrationSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalDisksLeftBehindTest {

  private static final StorageRef LOCAL = StorageRef.named("tank");
  private static final StorageRef SHARED = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new LocalDisksLeftBehind());

  private static ClusterPlan moving(Consumer<VmSpec> vm, Consumer<MigrationSpec> move) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.migrate(c.vm(200, "app", v -> v.node(pve1).with(vm)), pve2, move);
    });
  }

  @Test
  void local_disks_without_with_local_disks_are_reported() {
    rule.on(moving(
            v -> v.disk(LOCAL, gib(8)).disk(SHARED, gib(8)).disk(LOCAL, gib(9)), m -> m.online()))
        .reportsExactly("MIG-002[migration/200/pve2]")
        .withMessageContaining(
            "app moves online to pve2 without its local disks: scsi0 on tank, scsi2 on tank")
        .withRemedyContaining("Move it with its local disks, or put the disks on shared storage.");
  }

  @Test
  void replicated_disks_count_as_well() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var app = c.vm(200, "app", v -> v.node(pve1).disk(pool, gib(8)));
      c.replicate(app, pve2, s -> {});
      c.migrate(app, pve2, m -> m.online());
    });

    rule.on(plan).reportsExactly("MIG-002[migration/200/pve2]");
  }

  @Test
  void the_disks_of_the_template_count_for_a_clone() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var image = c.template(9000, "image", v -> v.node(pve1).disk(pool, gib(8)));
      c.migrate(c.vm(200, "app", v -> v.node(pve1).cloneOf(image)), pve2, m -> m.online());
    });

    rule.on(plan)
        .reportsExactly("MIG-002[migration/200/pve2]")
        .withMessageContaining("app moves online to pve2 without its local disks: scsi0 on tank");
  }

  @Test
  void local_disks_that_are_taken_along_pass() {
    rule.on(moving(v -> v.disk(LOCAL, gib(8)), m -> m.online().withLocalDisks()))
        .passes();
  }

  @Test
  void shared_disks_with_a_local_cloud_init_drive_and_iso_pass() {
    rule.on(moving(
            v -> v.disk(SHARED, gib(8)).iso(LOCAL, "a.iso").cloudInit(s -> s.storage(LOCAL)),
            m -> m.online()))
        .passes();
  }

  private static ClusterPlan underHa(HaState state) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var app = c.vm(200, "app", v -> v.node(pve1).disk(pool, gib(8)));
      c.migrate(app, pve2, m -> m.online());
      c.ha(h -> h.resource(app, b -> b.state(state)));
    });
  }

  @ParameterizedTest
  @EnumSource(names = "IGNORED", mode = EnumSource.Mode.EXCLUDE)
  void ha_takes_local_disks_along_itself(HaState state) {
    rule.on(underHa(state)).passes();
  }

  @Test
  void ha_does_nothing_for_an_ignored_resource() {
    rule.on(underHa(HaState.IGNORED)).reportsExactly("MIG-002[migration/200/pve2]");
  }

  @Test
  void a_move_that_is_not_online_is_not_looked_at() {
    rule.on(moving(v -> v.disk(LOCAL, gib(8)), m -> {})).isNotApplicable();
  }

  @Test
  void the_move_of_a_stopped_vm_is_not_looked_at() {
    rule.on(moving(v -> v.disk(LOCAL, gib(8)), m -> m.online().stopped())).isNotApplicable();
  }

  @Test
  void a_vm_whose_disks_are_not_told_is_undecided() {
    rule.on(moving(v -> {}, m -> m.online())).isUndecidedFor("disks of guest 200");
    rule.on(moving(v -> {}, m -> m.online().withLocalDisks())).passes();
  }
}
