package io.pveplan.render.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephRelease;
import io.pveplan.model.ceph.CephRepository;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The scripts that run on the nodes of Ceph. */
final class CephNodeScripts {

  // A monitor joins within seconds; an OSD of a large disk is formatted first.
  private static final int PATIENCE = 120;
  private static final int PATIENCE_FOR_OSDS = 300;

  private static final String LINK = "/etc/ceph/ceph.conf";

  private final ResolvedPlan plan;
  private final Ceph ceph;
  private final CephDaemons daemons;

  CephNodeScripts(ResolvedPlan plan, Ceph ceph, CephDaemons daemons) {
    this.plan = plan;
    this.ceph = ceph;
    this.daemons = daemons;
  }

  String install(Node node) {
    CephRelease release = release(ceph);
    CephRepository repository = ceph.repository().orElse(CephRepository.ENTERPRISE);
    return ShellScript.of(
            "Installs Ceph " + release + " on " + node.name() + ".",
            "Runs on " + node.name() + ", at a terminal: apt asks before it installs.")
        .onlyOn(node.name())
        .step("Ceph " + release)
        .unless(
            CephGates.there("/usr/bin/ceph-mon"),
            Command.of("pveceph", "install")
                .flag("--version", release.text())
                .flag("--repository", repository.text()))
        .text();
  }

  // The one that 8.4 and 9.x both have; newer ones are asked for (pve-manager,
  // PVE/Ceph/Releases.pm).
  static CephRelease release(Ceph ceph) {
    return ceph.release().orElse(CephRelease.SQUID);
  }

  String init(Node node) {
    Command init = Command.of("pveceph", "init");
    Optional<Subnet> front = ceph.publicNetwork().flatMap(this::subnet);
    if (front.isPresent()) {
      init = init.flag("--network", front.get().toString());
      Optional<Subnet> back =
          ceph.clusterNetwork().flatMap(this::subnet).filter(it -> !it.equals(front.get()));
      init = init.option("--cluster-network", back.map(Subnet::toString));
    }
    if (!ceph.cephx()) {
      init = init.flag("--disable_cephx", 1);
    }
    ShellScript script = ShellScript.of(
            "Initializes Ceph and creates its first monitor and manager.",
            "Runs on " + node.name() + ". What is there stays as it is.")
        .onlyOn(node.name())
        .define(CephGates.FUNCTIONS)
        .step("configuration of Ceph")
        .unless(Command.of("grep", "--quiet", "fsid", CephConfig.PATH), init);
    script = monitor(script, node);
    // It comes with the first monitor, whether the plan names it or not.
    return ceph.managers().contains(node.name()) ? manager(script, node).text() : script.text();
  }

  String monitors(Node node) {
    ShellScript script = configured(
        node,
        ShellScript.of(
            "Creates the monitor and manager of " + node.name() + ".",
            "Runs on " + node.name() + ", once the script of the node before has ended.",
            "What is there stays as it is."));
    if (ceph.monitors().contains(node.name())) {
      script = monitor(script, node);
    }
    if (ceph.managers().contains(node.name())) {
      script = manager(script, node);
    }
    return script.text();
  }

  // The programs of Ceph look in /etc/ceph. pveceph makes the link too, but not before its first
  // daemon on a node, and for a metadata server not at all (pve-manager, PVE/API2/Ceph/MDS.pm).
  private static ShellScript configured(Node node, ShellScript script) {
    return script
        .onlyOn(node.name())
        .define(CephGates.FUNCTIONS)
        .step("configuration of Ceph on " + node.name())
        .unless(CephGates.there(LINK), Command.of("ln", "--symbolic", CephConfig.PATH, LINK))
        .await("an answer of Ceph", PATIENCE, CephGates.answers());
  }

  private ShellScript monitor(ShellScript script, Node node) {
    return script
        .step("monitor " + node.name())
        .unless(
            CephGates.there("/var/lib/ceph/mon/ceph-" + node.name()),
            Command.of("pveceph", "mon", "create")
                .option("--mon-address", daemons.statedAddress(node)))
        .await(
            "monitor " + node.name() + " in the quorum", PATIENCE, CephGates.inQuorum(node.name()));
  }

  // The directory alone may be what a creation left that failed (pve-manager, PVE/Ceph/Services.pm,
  // create_mgr).
  private static ShellScript manager(ShellScript script, Node node) {
    return script
        .step("manager " + node.name())
        .unless(
            CephGates.there("/var/lib/ceph/mgr/ceph-" + node.name() + "/keyring"),
            Command.of("pveceph", "mgr", "create"))
        .await("manager " + node.name() + " to be up", PATIENCE, CephGates.managerUp(node.name()));
  }

  String daemons(Node node) {
    ShellScript script = configured(
        node,
        ShellScript.of(
            "Creates the OSDs and metadata servers of " + node.name() + ".",
            "Runs on " + node.name() + ". What is there stays as it is; what is on a disk that",
            "becomes an OSD is lost."));
    int osds = 0;
    for (Osd osd : node.osds()) {
      osds += osd.osdsPerDevice().orElse(1);
      script = script
          .step("OSD on " + osd.device())
          .unless(CephGates.holdsOsd(osd.device()), create(osd));
    }
    if (osds > 0) {
      script = script.await(
          osds + " OSDs of " + node.name() + " to be up",
          PATIENCE_FOR_OSDS,
          CephGates.osdsUp(node.name(), osds));
    }
    List<MetadataServer> servers = daemons.metadataServers(node);
    for (MetadataServer server : servers) {
      script = script
          .step("metadata server " + server.id())
          .unless(
              CephGates.there("/var/lib/ceph/mds/ceph-" + server.id()),
              Command.of("pveceph", "mds", "create").option("--name", server.name()))
          .await(
              "metadata server " + server.id() + " to be up",
              PATIENCE,
              CephGates.metadataServer(server.id()));
    }
    return script.text();
  }

  private static Command create(Osd osd) {
    Command create = Command.of("pveceph", "osd", "create").arg(osd.device());
    create = create
        .option("--crush-device-class", osd.deviceClass())
        .option("--db_dev", osd.dbDevice())
        .option("--db_dev_size", osd.dbSize().map(CephNodeScripts::gib))
        .option("--wal_dev", osd.walDevice())
        .option("--wal_dev_size", osd.walSize().map(CephNodeScripts::gib))
        .option("--osds-per-device", osd.osdsPerDevice());
    return osd.encrypted() ? create.flag("--encrypted", 1) : create;
  }

  // pveceph takes a number of GiB, with a fraction if need be.
  private static String gib(DataSize size) {
    long bytes = size.bytes();
    return bytes % (1L << 30) == 0
        ? Long.toString(bytes >> 30)
        : String.format(Locale.ROOT, "%.3f", bytes / (double) (1L << 30));
  }

  private Optional<Subnet> subnet(String network) {
    return plan.network(network).flatMap(Network::subnet);
  }
}
