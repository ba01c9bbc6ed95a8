package io.pveplan.rules.backup;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.BackupSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.rules.testing.PlanChanges;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GuestWithoutBackupTest {

  private static final GuestRef APP = GuestRef.of(200);
  private static final GuestRef BOX = GuestRef.of(300);
  private static final StorageRef NAS = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new GuestWithoutBackup());

  private static ClusterPlan backedUp(Consumer<BackupSpec> backup) {
    return cluster("lab", c -> {
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.vm(200, "app", v -> {});
      c.container(300, "box", containerTemplate(nas, "debian.tar.zst"), nas, gib(8), t -> {});
      c.backup(backup);
    });
  }

  @Test
  void a_guest_that_no_job_names_is_reported() {
    rule.on(backedUp(b -> b.job("some", "02:30", NAS, p -> p.guests(BOX))))
        .reportsExactly("BCK-001[guest/200]")
        .withMessageContaining("no backup job that is switched on takes app")
        .withRemedyContaining(
            "Add the guest to a backup job that is switched on, or let a job take all guests.");
  }

  @Test
  void a_plan_without_backup_reports_each_guest() {
    var plan = cluster("lab", c -> {
      c.vm(200, "app", v -> {});
      c.vm(201, "other", v -> {});
    });

    rule.on(plan).reportsExactly("BCK-001[guest/200]", "BCK-001[guest/201]");
  }

  @Test
  void a_guest_left_out_of_the_job_for_all_is_reported() {
    rule.on(backedUp(b -> b.job("all", "02:30", NAS, p -> p.all().except(APP))))
        .reportsExactly("BCK-001[guest/200]");
  }

  @Test
  void a_guest_left_out_of_one_job_and_taken_by_another_passes() {
    rule.on(backedUp(b -> b.job("all", "02:30", NAS, p -> p.all().except(APP))
            .job("other", "03:30", NAS, p -> p.all().except(BOX))))
        .passes();
    rule.on(backedUp(b -> b.job("all", "02:30", NAS, p -> p.all().except(APP))
            .job("app", "03:30", NAS, p -> p.guests(APP))))
        .passes();
  }

  @Test
  void a_guest_left_out_of_all_jobs_for_all_is_reported() {
    rule.on(backedUp(b -> b.job("all", "02:30", NAS, p -> p.all().except(APP))
            .job("other", "03:30", NAS, p -> p.all().except(APP, BOX))))
        .reportsExactly("BCK-001[guest/200]");
  }

  @Test
  void a_job_for_all_passes() {
    rule.on(backedUp(b -> b.job("all", "02:30", NAS, p -> p.all()))).passes();
  }

  @Test
  void a_job_that_is_switched_off_takes_nobody() {
    var plan = PlanChanges.withBackup(
        backedUp(b -> b.job("all", "02:30", NAS, p -> p.all())),
        it -> it.jobs(PlanChanges.replaced(
            it.build().jobs(),
            job -> true,
            job -> BackupJob.builder().from(job).disabled(true).build())));

    rule.on(plan).reportsExactly("BCK-001[guest/200]", "BCK-001[guest/300]");
  }

  @Test
  void templates_are_not_looked_at() {
    rule.on(cluster("lab", c -> c.template(9000, "image", v -> {}))).isNotApplicable();
  }
}
