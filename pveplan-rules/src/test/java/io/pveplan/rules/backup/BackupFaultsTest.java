package io.pveplan.rules.backup;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withBackup;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class BackupFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    Backup healthy = threeNodes().backup().orElseThrow();
    return Stream.of(
        fault(
            "a guest left out of the backup job",
            withBackup(
                threeNodes(),
                it -> it.jobs(replaced(
                    healthy.jobs(),
                    job -> true,
                    job ->
                        BackupJob.builder().from(job).addExclude(Vmid.of(230)).build()))),
            "BCK-001[guest/230]"),
        fault(
            "a host backup of /etc without the mount below it",
            withBackup(
                threeNodes(),
                it -> it.hostBackups(replaced(
                    healthy.hostBackups(),
                    host -> true,
                    host ->
                        HostBackup.builder().from(host).paths(List.of("/etc")).build()))),
            "BCK-002[node/pve1]",
            "BCK-002[node/pve2]",
            "BCK-002[node/pve3]"),
        fault(
            "the archive of /etc/pve unpacked over a new installation",
            withBackup(threeNodes(), it -> it.hostRestore(HostRestore.UNPACK_ETC_PVE)),
            "BCK-005[backup/restore]"),
        fault(
            "a disk that backups leave out",
            withVm(
                threeNodes(),
                230,
                it -> it.disks(((Vm) threeNodes().guests().stream()
                        .filter(guest -> guest.vmid().value() == 230)
                        .findFirst()
                        .orElseThrow())
                    .disks().stream()
                        .map(
                            disk -> GuestDisk.builder().from(disk).backup(false).build())
                        .toList())),
            "BCK-014[guest/230]"),
        fault(
            "nothing said about restoring nodes",
            withBackup(threeNodes(), it -> it.hostRestore(Optional.empty())),
            "BCK-028[backup/restore]"));
  }
}
