package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CloudInitWithoutDriveTest {

  private final RuleVerifier rule = verify(new CloudInitWithoutDrive());

  private static ClusterPlan guest(Consumer<VmSpec> block) {
    return cluster("lab", c -> {
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var image = c.template(9000, "image", v -> v.disk(pool, gib(8)));
      c.vm(200, "app", v -> v.with(block));
      c.vm(201, "clone", v -> v.cloneOf(image).cloudInit(s -> {}));
    });
  }

  @Test
  void settings_without_storage_and_disk_are_reported() {
    rule.on(guest(v -> v.cloudInit(s -> s.user("ops"))))
        .reportsExactly("CI-001[guest/200]")
        .withMessageContaining("app has cloud-init settings, and the plan names neither a storage"
            + " for the drive nor a disk");
  }

  @Test
  void a_storage_a_disk_or_that_of_the_template_is_enough() {
    rule.on(guest(v -> v.cloudInit(s -> s.storage(StorageRef.named("tank"))))).passes();
    rule.on(guest(v -> v.disk(StorageRef.named("tank"), gib(8)).cloudInit(s -> {})))
        .passes();
    rule.on(guest(v -> {})).passes();
  }

  @Test
  void a_plan_without_cloud_init_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
