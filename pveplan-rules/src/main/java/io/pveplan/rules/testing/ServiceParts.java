package io.pveplan.rules.testing;

import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.time.CalendarEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a generated plan does with its guests: HA, replication, moves, backup, Terraform. */
final class ServiceParts {

  private final Dice dice;
  private final List<String> nodes;
  private final List<Guest> guests;
  private final List<Vmid> vmids;
  private final List<String> storages;

  ServiceParts(Dice dice, List<String> nodes, List<Guest> guests, List<String> storages) {
    this.dice = dice;
    this.nodes = nodes;
    this.guests = guests;
    this.vmids = guests.stream().map(Guest::vmid).toList();
    this.storages = storages;
  }

  Optional<Ha> ha() {
    if (guests.isEmpty() || dice.chance(50)) {
      return Optional.empty();
    }
    List<Vmid> managed = dice.few(vmids);
    Ha.Builder ha = Ha.builder();
    managed.forEach(vmid -> ha.addResources(HaResource.builder()
        .guest(vmid)
        .state(dice.chance(90) ? HaState.STARTED : dice.of(HaState.values()))
        .build()));
    if (!nodes.isEmpty() && dice.chance(60)) {
      NodeAffinity.Builder home =
          NodeAffinity.builder().name("home").resources(dice.few(managed)).strict(dice.chance(60));
      dice.few(nodes)
          .forEach(node -> home.addNodes(NodePriority.builder().node(node).build()));
      ha.addNodeAffinities(home.build());
    }
    if (managed.size() > 1 && dice.chance(40)) {
      ha.addResourceAffinities(ResourceAffinity.builder()
          .name("apart")
          .affinity(dice.of(Affinity.values()))
          .resources(managed)
          .build());
    }
    return Optional.of(ha.build());
  }

  List<ReplicationJob> replicationJobs() {
    List<ReplicationJob> jobs = new ArrayList<>();
    for (Guest guest : dice.each(25, guests)) {
      int number = 0;
      for (String target : dice.each(40, nodes)) {
        if (!guest.node().equals(Optional.of(target))) {
          jobs.add(ReplicationJob.builder()
              .guest(guest.vmid())
              .number(number++)
              .target(target)
              .schedule(dice.told(() -> CalendarEvent.parse(dice.of("*/15", "02:30", "sat 03:00"))))
              .disabled(dice.chance(10))
              .build());
        }
      }
    }
    return jobs;
  }

  List<Migration> migrations() {
    List<Migration> moves = new ArrayList<>();
    if (nodes.isEmpty()) {
      return moves;
    }
    for (Vmid guest : dice.each(30, vmids)) {
      moves.add(Migration.builder()
          .guest(guest)
          .target(dice.of(nodes))
          .running(dice.chance(80))
          .online(dice.chance(70))
          .withLocalDisks(dice.chance(40))
          .targetStorage(dice.maybe(20, () -> dice.of(storages)))
          .build());
    }
    return moves;
  }

  Optional<Backup> backup(boolean backupServer) {
    if (!dice.told()) {
      return Optional.empty();
    }
    Backup.Builder backup = Backup.builder()
        .hostRestore(dice.told(() ->
            dice.of(HostRestore.REJOIN, HostRestore.CONFIG_DATABASE, HostRestore.UNPACK_ETC_PVE)));
    if (dice.chance(80)) {
      backup.addJobs(job(backupServer ? "pbs1" : dice.of(storages)));
    }
    if (backupServer && dice.chance(60)) {
      backup.addHostBackups(HostBackup.builder()
          .nodes(dice.each(20, nodes))
          .schedule(CalendarEvent.parse("01:15"))
          .storage("pbs1")
          .paths(dice.few(List.of("/etc", "/etc/pve", "/etc/network", "/root")))
          .build());
    }
    return Optional.of(backup.build());
  }

  private BackupJob job(String storage) {
    boolean all = vmids.isEmpty() || dice.chance(60);
    return BackupJob.builder()
        .id("nightly")
        .schedule(CalendarEvent.parse("02:30"))
        .storage(storage)
        .all(all)
        .guests(all ? List.of() : dice.few(vmids))
        .exclude(all ? dice.each(10, vmids) : List.of())
        .disabled(dice.chance(10))
        .build();
  }

  Optional<Terraform> terraform() {
    return dice.maybe(
        30,
        () -> Terraform.builder()
            .providers(dice.few(List.of(TerraformProvider.values())))
            .guests(dice.each(50, vmids))
            .build());
  }
}
