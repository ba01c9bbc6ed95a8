package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists what a plan asks to be done, so that the runbook can tell what no file does. */
final class PlannedItems {

  private final ResolvedPlan plan;
  private final List<PlannedItem> items = new ArrayList<>();

  private PlannedItems(ResolvedPlan plan) {
    this.plan = plan;
  }

  static List<PlannedItem> of(ResolvedPlan plan) {
    PlannedItems items = new PlannedItems(plan);
    items.nodes();
    items.cluster();
    items.storages();
    items.ceph();
    items.sdn();
    items.guests();
    items.highAvailability();
    items.backup();
    return items.items;
  }

  private void add(PlanPath at, Step step, String title) {
    items.add(new PlannedItem(at, step, title));
  }

  private void nodes() {
    for (Node node : plan.nodes()) {
      String name = node.name();
      PlanPath at = node.path();
      node.hardware()
          .flatMap(Hardware::bmc)
          .ifPresent(bmc -> add(
              at.child("bmc"),
              Step.HARDWARE,
              "give the BMC of " + name + " the address " + bmc.address().address()));
      add(at.child("install"), Step.INSTALL, "install Proxmox VE on " + name);
      Set<String> packages = new TreeSet<>(plan.plan().packages());
      packages.addAll(node.packages());
      if (!packages.isEmpty()) {
        add(
            at.child("packages"),
            Step.PACKAGES,
            "install on " + name + ": " + String.join(", ", packages));
      }
      add(at.child("host"), Step.HOST, "set host name and /etc/hosts of " + name + services());
      if (!node.interfaces().isEmpty()) {
        add(at, Step.NETWORK, "configure the network of " + name);
      }
      node.zfsPools()
          .forEach(pool -> add(
              at.child(pool.name()),
              Step.ZFS_POOLS,
              "create pool " + pool.name() + " (" + pool.raid() + ": "
                  + String.join(", ", pool.devices()) + ") on " + name));
      node.osds()
          .forEach(osd -> add(
              at.child("osd", osd.device()),
              Step.CEPH_POOLS,
              "create an OSD on " + osd.device() + " of " + name));
    }
  }

  private String services() {
    List<String> words = new ArrayList<>();
    if (!plan.plan().dnsServers().isEmpty()) {
      words.add("name servers "
          + plan.plan().dnsServers().stream()
              .map(Object::toString)
              .collect(Collectors.joining(", ")));
    }
    if (!plan.plan().timeServers().isEmpty()) {
      words.add("time servers " + String.join(", ", plan.plan().timeServers()));
    }
    return words.isEmpty() ? "" : "; " + String.join("; ", words);
  }

  private void cluster() {
    PlanPath at = PlanPath.of("cluster");
    if (plan.nodes().size() > 1) {
      List<String> links = plan.corosyncLinks().stream().map(PlannedItems::link).toList();
      String over = links.isEmpty() ? "" : " with " + String.join(", ", links);
      Node first = plan.nodes().get(0);
      add(
          at.child("create"),
          Step.CLUSTER_CREATE,
          "create cluster " + plan.plan().name() + " on " + first.name() + over);
      plan.nodes().stream()
          .skip(1)
          .forEach(node ->
              add(node.path().child("join"), Step.CLUSTER_JOIN, "join " + node.name() + over));
    }
    plan.plan()
        .corosync()
        .flatMap(corosync -> corosync.qdevice())
        .ifPresent(qdevice -> add(
            PlanPath.of("corosync", "qdevice"),
            Step.QDEVICE,
            "install corosync-qdevice on every node and corosync-qnetd on " + qdevice.address()
                + ", then run pvecm qdevice setup " + qdevice.address()));
    plan.plan().datacenter().ifPresent(datacenter -> {
      datacenter
          .migration()
          .flatMap(settings -> settings.network())
          .ifPresent(network ->
              add(at.child("migration"), Step.DATACENTER, "let migrations use network " + network));
      datacenter
          .replication()
          .flatMap(settings -> settings.network())
          .ifPresent(network -> add(
              at.child("replication"), Step.DATACENTER, "let replication use network " + network));
    });
  }

  private static String link(CorosyncLink link) {
    String priority =
        link.priority().isPresent() ? " (priority " + link.priority().getAsInt() + ")" : "";
    return "link" + link.number() + " over " + link.network() + priority;
  }

  private void storages() {
    // A pool that pveceph makes with add_storages brings its storage along.
    Set<String> fromCeph = new HashSet<>();
    plan.plan().ceph().map(Ceph::pools).orElse(List.of()).stream()
        .filter(pool -> pool.addStorages())
        .forEach(pool -> fromCeph.add(pool.name()));
    Set<String> written = new HashSet<>();
    plan.written().storages().forEach(storage -> written.add(storage.id()));
    for (Storage storage : plan.storages()) {
      if (written.contains(storage.id())
          && !fromCeph.contains(storage.id())
          && !isLocalAsInstalled(storage)) {
        add(storage.path(), step(storage), "define storage " + storage.id());
      }
    }
  }

  private static boolean isLocalAsInstalled(Storage storage) {
    return storage.id().equals("local")
        && storage
            .content()
            .equals(Set.of(ContentType.ISO, ContentType.VZTMPL, ContentType.BACKUP));
  }

  private static Step step(Storage storage) {
    if (storage instanceof ZfsPoolStorage) {
      return Step.ZFS_STORAGE;
    }
    if (storage instanceof IscsiStorage || storage instanceof LvmStorage) {
      return Step.ISCSI_STORAGE;
    }
    return storage instanceof PbsStorage ? Step.BACKUP_SERVER : Step.SHARED_STORAGE;
  }

  private void ceph() {
    plan.plan().ceph().ifPresent(ceph -> {
      String monitors = String.join(", ", ceph.monitors());
      add(ceph.path().child("install"), Step.CEPH_INSTALL, "install Ceph on all its nodes");
      add(
          ceph.path().child("init"),
          Step.CEPH_INIT,
          "initialize Ceph on "
              + ceph.publicNetwork().orElse("the management network")
              + ceph.clusterNetwork().map(network -> " and " + network).orElse(""));
      add(ceph.path().child("monitors"), Step.CEPH_MONITORS, "create monitors on " + monitors);
      ceph.pools()
          .forEach(pool -> add(
              pool.path(),
              Step.CEPH_POOLS,
              "create Ceph pool "
                  + pool.name()
                  + (pool.addStorages() ? " with a storage of the same name" : "")));
    });
  }

  private void sdn() {
    plan.sdn()
        .controllers()
        .forEach(each -> add(each.path(), Step.SDN, "create controller " + each.id()));
    plan.sdn()
        .zones()
        .forEach(
            each -> add(each.path(), Step.SDN, "create " + each.type() + " zone " + each.id()));
    plan.sdn().vnets().forEach(each -> add(each.path(), Step.SDN, "create VNet " + each.id()));
    plan.sdn()
        .subnets()
        .forEach(each ->
            add(each.path(), Step.SDN, "create subnet " + each.subnet() + " on " + each.vnet()));
    if (!plan.sdn().zones().isEmpty()) {
      add(PlanPath.of("sdn", "apply"), Step.SDN, "apply the SDN configuration");
    }
  }

  private void guests() {
    images()
        .forEach(image -> add(
            PlanPath.of("image", image.toString()), Step.TEMPLATES, "put " + image + " in place"));
    for (Guest guest : plan.guests()) {
      boolean template = guest instanceof Vm vm && vm.template();
      String kind = guest instanceof Vm ? "VM" : "container";
      add(
          guest.path(),
          template ? Step.TEMPLATES : Step.GUESTS,
          "create " + (template ? "template" : kind) + " " + guest.vmid() + " " + guest.name());
    }
    plan.plan()
        .replicationJobs()
        .forEach(job -> add(
            job.path(),
            Step.REPLICATION,
            "replicate guest " + job.guest() + " to " + job.target()));
    plan.plan()
        .migrations()
        .forEach(move -> add(
            move.path(), Step.ACCEPTANCE, "move guest " + move.guest() + " to " + move.target()));
  }

  private Set<Volume> images() {
    Set<Volume> images = new TreeSet<>(Comparator.comparing(Volume::toString));
    for (Guest guest : plan.guests()) {
      guest.disks().forEach(disk -> disk.importFrom().ifPresent(images::add));
      if (guest instanceof Vm vm) {
        vm.iso().ifPresent(images::add);
      } else if (guest instanceof Container container) {
        images.add(container.ostemplate());
      }
    }
    return images;
  }

  private void highAvailability() {
    plan.ha()
        .resources()
        .forEach(each -> add(each.path(), Step.HA, "put guest " + each.guest() + " under HA"));
    plan.ha()
        .nodeAffinities()
        .forEach(each -> add(each.path(), Step.HA, "add node affinity rule " + each.name()));
    plan.ha()
        .resourceAffinities()
        .forEach(each -> add(each.path(), Step.HA, "add resource affinity rule " + each.name()));
  }

  private void backup() {
    Backup backup = plan.plan().backup().orElseGet(() -> Backup.builder().build());
    backup
        .servers()
        .forEach(server -> add(
            PlanPath.of("backup", "server", server.name()),
            Step.BACKUP_SERVER,
            "set up backup server " + server.name()));
    backup
        .jobs()
        .forEach(job -> add(job.path(), Step.BACKUP_JOBS, "define backup job " + job.id()));
    for (int i = 0; i < backup.hostBackups().size(); i++) {
      add(
          PlanPath.of("backup", "hosts", Integer.toString(i)),
          Step.BACKUP_JOBS,
          "save " + String.join(", ", backup.hostBackups().get(i).paths()) + " of the nodes");
    }
  }
}
