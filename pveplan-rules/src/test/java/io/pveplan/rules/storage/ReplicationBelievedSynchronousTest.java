package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.lab;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ReplicationRemoval;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.testing.RuleVerifier;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationBelievedSynchronousTest {

  private final RuleVerifier rule = verify(new ReplicationBelievedSynchronous());

  @ParameterizedTest(name = "RPO {0}, schedule {1}: reported = {2}")
  @CsvSource({
    "PT14M59S, */15, true",
    "PT15M, */15, true",
    "PT15M1S, */15, false",
    "PT1H, */15, false",
    "PT71H59M, mon..fri 22:00, true",
    "PT72H, mon..fri 22:00, true",
    "PT72H1S, mon..fri 22:00, false"
  })
  void a_loss_of_the_longest_gap_or_less_is_reported(
      Duration rpo, String schedule, boolean reported) {
    ClusterPlan plan = replicated(v -> v.rpo(rpo), schedule);

    if (reported) {
      rule.on(plan).reportsExactly("LOC-034[guest/220]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void the_message_names_both_times_and_the_job() {
    rule.on(replicated(v -> v.rpo(minutes(5)), "*/15"))
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("guest 220 (files01) may lose what it wrote in 5min, and job 220-0"
            + " (*/15) lets up to 15min pass between two copies")
        .withRemedyContaining("Replicate more often");
  }

  @Test
  void the_message_says_what_a_loss_of_just_the_gap_leaves_out() {
    rule.on(replicated(v -> v.rpo(minutes(15)), "*/15"))
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("guest 220 (files01) may lose what it wrote in 15min, and job 220-0"
            + " (*/15) lets up to 15min pass between two copies, with the time of the transfer on"
            + " top");
  }

  @Test
  void the_evidence_says_that_the_transfer_comes_on_top() {
    ClusterPlan plan = replicated(v -> v.rpo(minutes(5)), "*/15");

    assertThat(RuleBook.empty()
            .with(new ReplicationBelievedSynchronous())
            .check(plan)
            .findings()
            .get(0)
            .evidence())
        .isEqualTo(Map.of(
            "rpo", "PT5M",
            "longestGap", "PT15M",
            "onTop", "time of the transfer, which grows with what the guest writes",
            "job", "220-0"));
  }

  @Test
  void no_schedule_is_close_enough_for_no_loss_at_all() {
    rule.on(replicated(v -> v.rpo(Duration.ZERO), "*/1"))
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("may lose nothing")
        .withRemedyContaining("No schedule makes replication synchronous");
  }

  @Test
  void a_schedule_that_ends_is_reported() {
    rule.on(replicated(v -> v.rpo(hours(1000)), "2026-1-1"))
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("job 220-0 (2026-1-1) makes no copy after its last event");
  }

  @Test
  void the_default_schedule_counts() {
    ClusterPlan plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var local = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      var guest = c.vm(220, "files01", v -> v.node(pve1).disk(local, gib(8)).rpo(minutes(14)));
      c.replicate(guest, pve2, s -> {});
    });

    rule.on(plan)
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("lets up to 15min pass");
  }

  @Test
  void of_several_jobs_the_closest_counts() {
    rule.on(replicated(v -> v.rpo(minutes(16)), "22:00", "*/15")).passes();
    rule.on(replicated(v -> v.rpo(minutes(14)), "22:00", "*/15"))
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("job 220-1 (*/15)");
  }

  @Test
  void a_guest_on_shared_storage_is_not_looked_at() {
    ClusterPlan plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var ceph = c.cephPool("vm-disks", p -> {});
      var guest = c.vm(220, "files01", v -> v.node(pve1).disk(ceph, gib(8)).rpo(Duration.ZERO));
      c.replicate(guest, pve2, s -> s.schedule("22:00"));
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_guest_whose_disks_are_not_told_is_looked_at() {
    ClusterPlan plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var nas = c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {});
      var guest =
          c.vm(220, "files01", v -> v.node(pve1).iso(nas, "debian-13.iso").rpo(minutes(5)));
      c.replicate(guest, pve2, s -> s.schedule("*/15"));
    });

    rule.on(plan).reportsExactly("LOC-034[guest/220]");
  }

  @Test
  void a_guest_on_local_storage_that_no_job_copies_is_reported() {
    ClusterPlan plan = unreplicated(hours(1), (c, guest) -> {});

    rule.on(plan)
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("guest 220 (files01) may lose what it wrote in 1h, and no"
            + " replication job copies what it has on local storage, nor a backup job that often:"
            + " scsi0 (tank-vm)")
        .withRemedyContaining(
            "Replicate the guest if it lies on ZFS, or put it on shared storage.");
    assertThat(ReportedLines.of(new ReplicationBelievedSynchronous(), plan))
        .containsExactly(plan.guests().get(0).declaredAt().orElseThrow());
  }

  @Test
  void a_guest_that_may_lose_nothing_and_is_not_copied_belongs_on_shared_storage() {
    rule.on(unreplicated(Duration.ZERO, (c, guest) -> {}))
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("may lose nothing, and no replication job copies")
        .withRemedyContaining("Put the guest on shared storage or Ceph");
  }

  @Test
  void a_job_that_is_switched_off_or_to_be_removed_copies_nothing() {
    rule.on(unreplicated(
            hours(1), (c, guest) -> c.replicate(guest, c.node("pve2", n -> {}), s -> s.disabled())))
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("no replication job copies");
    rule.on(unreplicated(
            hours(1),
            (c, guest) -> c.replicate(
                guest, c.node("pve2", n -> {}), s -> s.removed(ReplicationRemoval.FULL))))
        .reportsExactly("LOC-034[guest/220]")
        .withMessageContaining("no replication job copies");
  }

  @ParameterizedTest(name = "RPO {0}, backups at {1}: reported = {2}")
  @CsvSource({"PT25H, 21:00, false", "PT24H, 21:00, true", "PT1H, 21:00, true"})
  void backups_elsewhere_are_enough_where_they_are_often_enough(
      Duration rpo, String schedule, boolean reported) {
    ClusterPlan plan = unreplicated(rpo, (c, guest) -> {
      var nas =
          c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> s.content(ContentType.BACKUP));
      c.backup(b -> b.job("nightly", schedule, nas, j -> j.all()));
    });

    if (reported) {
      rule.on(plan).reportsExactly("LOC-034[guest/220]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void backups_on_the_node_itself_or_of_others_are_not_enough() {
    rule.on(unreplicated(hours(25), (c, guest) -> {
          var local = c.storage(dir("backups", "/mnt/backups"), s -> s.content(ContentType.BACKUP));
          c.backup(b -> b.job("nightly", "21:00", local, j -> j.all()));
        }))
        .reportsExactly("LOC-034[guest/220]");
    rule.on(unreplicated(hours(25), (c, guest) -> {
          var nas = c.storage(
              nfs("nas", "172.20.50.5", "/export/pve"), s -> s.content(ContentType.BACKUP));
          c.backup(b -> b.job("nightly", "21:00", nas, j -> j.all().except(guest)));
        }))
        .reportsExactly("LOC-034[guest/220]");
  }

  @Test
  void a_disk_that_replication_leaves_out_or_no_rpo_is_not_looked_at_without_a_job() {
    rule.on(cluster("lab", c -> {
          var local = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
          c.vm(
              220,
              "files01",
              v -> v.disk(local, gib(8), d -> d.withoutReplication()).rpo(hours(1)));
          c.vm(221, "files02", v -> v.disk(local, gib(8)));
        }))
        .isNotApplicable();
  }

  @Test
  void a_guest_that_does_not_say_what_it_may_lose_is_undecided() {
    rule.on(replicated(v -> {}, "*/15")).isUndecidedFor("data loss that guest 220 may have (RPO)");
  }

  @Test
  void the_line_is_that_of_the_job() {
    ClusterPlan plan = replicated(v -> v.rpo(minutes(5)), "*/15");

    assertThat(ReportedLines.of(new ReplicationBelievedSynchronous(), plan))
        .containsExactly(plan.replicationJobs().get(0).declaredAt().orElseThrow());
  }

  @Test
  void the_time_of_the_transfer_counts_where_it_is_known() {
    rule.on(lab(
            (v, tank) -> v.disk(tank, gib(8)).changeRate(mbit(80)).rpo(minutes(16)),
            s -> s.rate(megabytesPerSecond(50))))
        .reportsExactly("LOC-034[guest/100]")
        .withMessageContaining(
            "lets up to 15min pass between two copies, and the transfer takes up" + " to 3min");
    rule.on(lab(
            (v, tank) -> v.disk(tank, gib(8)).changeRate(mbit(80)).rpo(minutes(18)),
            s -> s.rate(megabytesPerSecond(50))))
        .passes();
  }

  /** A guest on pve1 without a job, and something besides. */
  private static ClusterPlan unreplicated(Duration rpo, BiConsumer<ClusterSpec, GuestRef> besides) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var local = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      besides.accept(
          c, c.vm(220, "files01", v -> v.node(pve1).disk(local, gib(8)).rpo(rpo)));
    });
  }

  /** A guest on pve1 with a job for each schedule, to pve2, pve3 and so on. */
  private static ClusterPlan replicated(Consumer<VmSpec> settings, String... schedules) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var local = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      var guest = c.vm(220, "files01", v -> v.node(pve1).disk(local, gib(8)).with(settings));
      int number = 2;
      for (String schedule : schedules) {
        c.replicate(guest, c.node("pve" + number++, n -> {}), s -> s.schedule(schedule));
      }
    });
  }
}
