package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.List;

/**
 * A guest under HA with copies of different age on the other nodes, for some of the plans that promise
 * to survive a failure: among random guests and jobs hardly one can be started from a copy.
 */
final class CopyParts {

  private static final Vmid GUEST = Vmid.of(777_001);
  private static final long SEED = 0x0C09135EEDL;

  private CopyParts() {}

  static ClusterPlan into(ClusterPlan plan, long seed) {
    Dice dice = new Dice(seed ^ SEED);
    List<String> nodes = plan.nodes().stream().map(Node::name).toList();
    if (nodes.size() < 3 || plan.mustSurvive().isEmpty() || !dice.chance(40)) {
      return plan;
    }
    ClusterPlan.Builder more = ClusterPlan.builder()
        .from(plan)
        .addStorages(ZfsPoolStorage.builder().id("copies").pool("copies").build())
        .addGuests(Vm.builder()
            .vmid(GUEST)
            .name("copied")
            .node(nodes.get(0))
            .rpo(Duration.ofMinutes(dice.of(10, 45)))
            .disks(List.of(GuestDisk.builder()
                .slot("scsi0")
                .storage("copies")
                .size(DataSize.gib(8))
                .build()))
            .build())
        .ha(Ha.builder()
            .from(plan.ha().orElseGet(() -> Ha.builder().build()))
            .addResources(HaResource.builder().guest(GUEST).build())
            .build());
    for (int number = 1; number < nodes.size(); number++) {
      more.addReplicationJobs(ReplicationJob.builder()
          .guest(GUEST)
          .number(number)
          .target(nodes.get(number))
          .schedule(CalendarEvent.parse(number % 2 == 0 ? "*/5" : "*/30"))
          .build());
    }
    return more.build();
  }
}
