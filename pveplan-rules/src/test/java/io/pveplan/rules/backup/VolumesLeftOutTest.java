package io.pveplan.rules.backup;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.BackupSpec;
import io.pveplan.dsl.ContainerSpec;
import io.pveplan.dsl.DiskSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class VolumesLeftOutTest {

  private static final StorageRef NAS = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new VolumesLeftOut());

  private static ClusterPlan vm(Consumer<DiskSpec> disk, Consumer<BackupSpec.JobSpec> job) {
    return cluster("lab", c -> {
      c.storage(dir("nas", "/srv"), s -> {});
      c.vm(200, "app", v -> v.disk(NAS, gib(8)).disk(NAS, gib(8), disk));
      c.backup(b -> b.job("nightly", "02:30", NAS, job));
    });
  }

  private static ClusterPlan container(Consumer<ContainerSpec> block) {
    return cluster("lab", c -> {
      c.storage(dir("nas", "/srv"), s -> {});
      c.container(300, "dns", containerTemplate(NAS, "debian-13.tar.zst"), NAS, gib(4), block);
      c.backup(b -> b.job("nightly", "02:30", NAS, p -> p.all()));
    });
  }

  @Test
  void a_disk_that_is_left_out_is_reported() {
    rule.on(vm(p -> p.withoutBackup(), p -> p.all()))
        .reportsExactly("BCK-014[guest/200]")
        .withMessageContaining("backups of app leave out scsi1");
  }

  @Test
  void mount_points_are_left_out_unless_told_otherwise() {
    rule.on(container(t -> t.mountPoint("/srv", NAS, gib(8)).bindMount("/data", "/tank")))
        .reportsExactly("BCK-014[guest/300]")
        .withMessageContaining("backups of dns leave out /srv, /data");
  }

  @Test
  void guests_with_all_their_disks_pass() {
    rule.on(vm(p -> {}, p -> p.all())).passes();
    rule.on(container(t -> t.mountPoint("/srv", NAS, gib(8), p -> p.backup()))).passes();
  }

  @Test
  void guests_that_no_job_takes_are_not_looked_at() {
    rule.on(vm(p -> p.withoutBackup(), p -> p.all().disabled())).isNotApplicable();
  }
}
