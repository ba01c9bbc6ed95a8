package io.pveplan.rules.migration;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.ReplicationSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ReplicationRemoval;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Guests of pve1 on local ZFS, with a replication job to pve3. */
class ReplicatedGuestsTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE3 = NodeRef.named("pve3");
  private static final StorageRef TANK = StorageRef.named("tank");

  private static ClusterPlan lab(
      Function<ClusterSpec, GuestRef> guest, boolean ha, Consumer<ReplicationSpec> job) {
    return cluster("lab", c -> {
      for (String name : List.of("pve1", "pve2", "pve3")) {
        c.node(
            name,
            n -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 9124", 1, p -> p.threads(32))));
      }
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMAGES, ContentType.ROOTDIR));
      GuestRef it = guest.apply(c);
      c.replicate(it, PVE3, job);
      if (ha) {
        c.ha(h -> h.resources(it));
      }
    });
  }

  private static GuestRef vm(ClusterSpec c) {
    return c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8)));
  }

  private static GuestRef withSnapshots(ClusterSpec c) {
    return c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8)).snapshots());
  }

  private static List<String> texts(ClusterPlan plan) {
    return Migratability.of(plan).of(Vmid.of(200)).blockers().stream()
        .map(it -> it.nodes() + " " + it)
        .toList();
  }

  @Test
  void a_job_that_is_switched_off_leads_there_all_the_same() {
    var plan = lab(ReplicatedGuestsTest::vm, false, job -> job.disabled());

    assertThat(texts(plan))
        .containsExactly(
            "[pve2] its replication leads to pve3 only, switched on or not (while it" + " runs)");
    assertThat(Migratability.of(plan).way(Vmid.of(200), "pve2")).isEqualTo(Way.OFFLINE);
    assertThat(Migratability.of(plan).way(Vmid.of(200), "pve3")).isEqualTo(Way.LIVE);
  }

  @Test
  void snapshots_go_along_with_it() {
    assertThat(texts(lab(ReplicatedGuestsTest::withSnapshots, false, job -> job.disabled())))
        .containsExactly(
            "[pve2] with a snapshot scsi0 on local storage tank does not move in use (while it"
                + " runs)",
            "[pve2] its replication leads to pve3 only, switched on or not (while it runs)");
  }

  @Test
  void a_machine_goes_nowhere_where_a_job_is_to_be_removed() {
    Consumer<ReplicationSpec> going = job -> job.removed(ReplicationRemoval.FULL);

    assertThat(texts(lab(ReplicatedGuestsTest::vm, false, going)))
        .containsExactly(
            "[pve3] its replication job to pve3 is marked for removal",
            "[pve2] its replication leads to pve3 only, switched on or not (while it runs)");
    // HA forces the one, and not the other.
    assertThat(texts(lab(ReplicatedGuestsTest::vm, true, going)))
        .containsExactly("[pve3] its replication job to pve3 is marked for removal");
  }

  @Test
  void a_container_is_copied_anew_when_its_job_ends() {
    Function<ClusterSpec, GuestRef> box = c -> c.container(
        200,
        "dns",
        containerTemplate(StorageRef.named("nas"), "a.tar.zst"),
        TANK,
        gib(1),
        t -> t.node(PVE1));
    var going = lab(box, false, job -> job.removed(ReplicationRemoval.FULL));
    var off = lab(box, false, job -> job.disabled());

    assertThat(texts(going)).isEmpty();
    assertThat(nodesToNas(going)).isEqualTo("[pve2, pve3]");
    assertThat(nodesToNas(off)).isEqualTo("[pve2]");
  }

  private static String nodesToNas(ClusterPlan plan) {
    return Migratability.of(plan).toStorage(Vmid.of(200), "nas").blockers().stream()
        .filter(blocker -> blocker.kind() == BlockerKind.FORMAT)
        .map(blocker -> blocker.nodes().toString())
        .findFirst()
        .orElse("");
  }
}
