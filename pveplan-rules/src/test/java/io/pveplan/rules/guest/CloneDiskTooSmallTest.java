package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CloneDiskTooSmallTest {

  private static final StorageRef TANK = StorageRef.named("tank");

  private final RuleVerifier rule = verify(new CloneDiskTooSmall());

  private static ClusterPlan cloning(Consumer<VmSpec> clone) {
    return cluster("lab", c -> {
      c.storage(zfs("tank", "tank"), s -> {});
      var image = c.template(9000, "image", v -> v.disk(TANK, gib(8)).disk(TANK, gib(4)));
      var second = c.template(9001, "second", v -> v.cloneOf(image));
      c.vm(200, "app", v -> v.cloneOf(second).with(clone));
    });
  }

  @Test
  void a_disk_smaller_than_that_of_a_template_of_the_template_is_reported() {
    rule.on(cloning(v -> v.disk(TANK, gib(8)).disk(TANK, gib(2))))
        .reportsExactly("CI-022[guest/200/scsi1]")
        .withMessageContaining("scsi1 of app has 2GiB, and that of its template 9001 has 4GiB");
  }

  @Test
  void disks_as_large_or_larger_or_not_there_before_pass() {
    rule.on(cloning(v -> v.disk(TANK, gib(8)).disk(TANK, gib(5)).disk(TANK, gib(1))))
        .passes();
    rule.on(cloning(v -> {})).passes();
  }

  @Test
  void a_plan_without_clones_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
