package io.pveplan.rules.guest;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class GuestFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(
        fault(
            "an HA guest of type host on two CPU models",
            withCpu(ofTypeHost(201), "AMD EPYC 9684X", CpuLevel.V4),
            "GST-011[guest/201]"),
        fault(
            "a device given twice",
            withVm(
                threeNodes(),
                210,
                it -> it.addDevices(
                    GuestDevice.builder()
                        .deviceKind(DeviceKind.PCI)
                        .host("0000:41:00.0")
                        .build(),
                    GuestDevice.builder()
                        .deviceKind(DeviceKind.PCI)
                        .host("0000:41:00.0")
                        .build())),
            "GST-026[guest/210/hostpci1]"),
        fault(
            "a running VM moved without online",
            changed(
                threeNodes(),
                it -> it.migrations(replaced(
                    threeNodes().migrations(),
                    move -> true,
                    move -> Migration.builder().from(move).online(false).build()))),
            "MIG-001[migration/200/pve2]"),
        fault(
            "local disks left behind",
            moving(220, move -> move.online(true)),
            "MIG-002[migration/220/pve2]"),
        fault(
            "local disks moved to a storage for backups",
            moving(220, move -> move.online(true).withLocalDisks(true).targetStorage("pbs1")),
            "MIG-004[migration/220/pve2/scsi0]"),
        fault(
            "no network for migrations",
            changed(
                threeNodes(),
                it -> it.datacenter(Datacenter.builder()
                    .from(threeNodes().datacenter().orElseThrow())
                    .migration(Optional.empty())
                    .build())),
            "MIG-013[cluster/migration]"),
        fault(
            "a VM moved from AMD to Intel",
            withCpu(threeNodes(), "Intel Xeon Gold 6430", CpuLevel.V4),
            "MIG-015[migration/200/pve2]",
            "NODE-008[node/pve2]"),
        fault(
            "a VM moved to an older CPU",
            withCpu(threeNodes(), "AMD Opteron 6380", CpuLevel.V2_AES),
            "GST-010[guest/200]",
            "GST-010[guest/201]",
            "GST-010[guest/210]",
            "NODE-008[node/pve2]"),
        fault(
            "a VM of type host moved to an older CPU",
            withCpu(ofTypeHost(200), "AMD Opteron 6380", CpuLevel.V2_AES),
            "GST-010[guest/201]",
            "GST-010[guest/210]",
            "GST-011[guest/200]",
            "MIG-016[migration/200/pve2]",
            "NODE-008[node/pve2]"),
        fault(
            "a CPU type of another spelling",
            withVm(threeNodes(), 201, it -> it.cpuType("epyc-milan")),
            "GST-009[guest/201]"),
        fault(
            "a clone beyond local disks of its template",
            withLocalTemplate(),
            "CI-019[guest/210]"));
  }

  private static ClusterPlan ofTypeHost(int vmid) {
    return withVm(threeNodes(), vmid, it -> it.cpuType("host"));
  }

  private static ClusterPlan withCpu(ClusterPlan plan, String model, CpuLevel level) {
    return withHardware(
        plan,
        "pve2",
        it -> it.cpu(
            Cpu.builder().model(model).sockets(1).threads(64).level(level).build()));
  }

  private static ClusterPlan moving(int vmid, UnaryOperator<Migration.Builder> change) {
    Migration.Builder move = Migration.builder().guest(Vmid.of(vmid)).target("pve2");
    return changed(threeNodes(), it -> it.addMigration(change.apply(move).build()));
  }

  // Made by bpg, the clone would pass.
  private static ClusterPlan withLocalTemplate() {
    ClusterPlan byHand = changed(threeNodes(), it -> it.terraform(Optional.empty()));
    Vm template = (Vm) byHand.guests().stream()
        .filter(guest -> guest.vmid().value() == 9000)
        .findFirst()
        .orElseThrow();
    GuestDisk local =
        GuestDisk.builder().from(template.disks().get(0)).storage("tank-vm").build();
    return withVm(byHand, 9000, it -> it.disks(List.of(local)));
  }
}
