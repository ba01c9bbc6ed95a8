package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.FilledValue;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalPoolsTest {

  private static final ZfsPoolStorage TANK = ZfsPoolStorage.builder()
      .id("tank-vm")
      .pool("tank/vm")
      .blocksize(DataSize.kib(8))
      .build();

  @Test
  void a_storage_has_the_room_of_its_pool_where_the_disks_are_known() {
    LocalPools pools = resolved().localPools();

    assertThat(pools.below("pve1", TANK).map(ZfsPool::raid)).contains(ZfsRaid.RAIDZ);
    assertThat(pools.room("pve1", TANK)).contains(DataSize.gib(1536 - 48));
    assertThat(pools.room("pve2", TANK)).isEmpty();
    assertThat(pools.below("pve3", TANK)).isEmpty();
    assertThat(pools.storagesOn("pve1", "tank")).containsExactly(TANK);
    assertThat(pools.storagesOn("pve1", "rpool")).isEmpty();
    assertThat(pools.disk("pve1", "/dev/sda").map(Disk::size)).contains(DataSize.tib(1));
    assertThat(pools.disk("pve2", "/dev/sda")).isEmpty();
  }

  @Test
  void sector_size_and_compression_are_filled_in() {
    ResolvedPlan plan = resolved();
    ZfsPool pool = plan.localPools().zfs("pve1", "tank").orElseThrow();

    assertThat(pool.ashift()).hasValue(12);
    assertThat(pool.compression()).contains(ZfsCompression.ON);
    assertThat(plan.defaults().stream()
            .filter(each -> each.at().toString().equals("node/pve1/tank"))
            .map(FilledValue::field))
        .containsExactly("ashift", "compression");
  }

  @Test
  void the_cache_has_what_the_plan_says_or_what_the_installation_sets() {
    assertThat(arcMax(Node.builder().name("pve1").arcMax(DataSize.gib(3))))
        .contains(DataSize.gib(3));
    assertThat(arcMax(memory(DataSize.gib(100)))).contains(DataSize.gib(10));
    assertThat(arcMax(memory(DataSize.gib(512)))).contains(DataSize.gib(16));
    assertThat(arcMax(memory(DataSize.mib(512)))).contains(DataSize.mib(64));
    assertThat(arcMax(Node.builder().name("pve1"))).isEmpty();
  }

  @Test
  void a_run_takes_what_changed_in_the_gap_at_the_rate_of_the_job() {
    ReplicationRun run = run(Optional.of(DataRate.mbit(80)), Optional.of(DataRate.mbit(8)));

    assertThat(run.gap()).isEqualTo(Duration.ofMinutes(10));
    assertThat(run.transfer()).contains(Duration.ofMinutes(1));
    assertThat(run.oldestCopy()).isEqualTo(Duration.ofMinutes(11));
    assertThat(run.keepsUp()).contains(true);
  }

  @Test
  void a_run_of_unknown_speed_has_no_time_of_transfer() {
    assertThat(run(Optional.empty(), Optional.of(DataRate.mbit(8))).transfer()).isEmpty();
    assertThat(run(Optional.of(DataRate.mbit(80)), Optional.empty()).keepsUp()).isEmpty();
    assertThat(
            run(Optional.of(DataRate.mbit(80)), Optional.of(DataRate.mbit(81))).keepsUp())
        .contains(false);
  }

  private static ReplicationRun run(Optional<DataRate> rate, Optional<DataRate> changes) {
    Guest guest = Vm.builder()
        .vmid(Vmid.of(100))
        .name("web")
        .node("pve1")
        .changeRate(changes)
        .build();
    ReplicationJob job = ReplicationJob.builder()
        .guest(guest.vmid())
        .number(0)
        .target("pve2")
        .schedule(CalendarEvent.parse("*/10"))
        .rate(rate)
        .build();
    return ResolvedPlan.of(ClusterPlan.builder()
            .name("lab")
            .addNodes(
                Node.builder().name("pve1").build(), Node.builder().name("pve2").build())
            .addGuest(guest)
            .addReplicationJob(job)
            .build())
        .replicationRun(job);
  }

  private static Optional<DataSize> arcMax(Node.Builder node) {
    Node built = node.build();
    return ResolvedPlan.of(ClusterPlan.builder().name("lab").addNode(built).build())
        .localPools()
        .arcMax(built);
  }

  private static Node.Builder memory(DataSize memory) {
    return Node.builder()
        .name("pve1")
        .hardware(Hardware.builder().memory(memory).build());
  }

  private static ResolvedPlan resolved() {
    ZfsPool pool = ZfsPool.builder()
        .name("tank")
        .raid(ZfsRaid.RAIDZ)
        .addDevices("/dev/sda", "/dev/sdb", "/dev/sdc")
        .build();
    Hardware.Builder hardware = Hardware.builder();
    pool.devices()
        .forEach(device -> hardware.addDisk(Disk.builder()
            .device(device)
            .size(DataSize.tib(1))
            .diskKind(DiskKind.SSD)
            .build()));
    return ResolvedPlan.of(ClusterPlan.builder()
        .name("lab")
        .addNodes(
            Node.builder()
                .name("pve1")
                .hardware(hardware.build())
                .addZfsPool(pool)
                .build(),
            Node.builder().name("pve2").addZfsPool(pool).build(),
            Node.builder().name("pve3").build())
        .addStorage(TANK)
        .build());
  }
}
