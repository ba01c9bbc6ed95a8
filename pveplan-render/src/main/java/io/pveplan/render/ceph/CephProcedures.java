package io.pveplan.render.ceph;

import io.pveplan.model.hardware.Node;
import io.pveplan.render.Procedure;
import io.pveplan.render.text.Command;
import java.util.stream.Collectors;

/** How the scripts of Ceph are used. */
final class CephProcedures {

  private static final String STATUS = Command.of("ceph", "-s").text();

  private final CephDaemons daemons;

  CephProcedures(CephDaemons daemons) {
    this.daemons = daemons;
  }

  Procedure install() {
    return Procedure.repeatable()
        .needs("the cluster has quorum, and the network of Ceph is up on each node")
        .checkBefore(Command.of("pvecm", "status").text())
        .checkAfter(Command.of("ceph", "--version").text())
        .undo("apt remove the packages that were installed");
  }

  Procedure init() {
    return Procedure.repeatable()
        .needs(
            "Ceph is installed on each node; the networks are final: to change them later is more"
                + " than to edit a line")
        .checkBefore(Command.of("ip", "-brief", "address", "show").text())
        .checkAfter(STATUS)
        .undo("as long as there is no data: pveceph mon destroy and mgr destroy on each node, then"
            + " pveceph purge");
  }

  Procedure monitors() {
    String order = daemons.monitors().stream().map(Node::name).collect(Collectors.joining(", "));
    return Procedure.repeatable()
        .needs(
            "one node after another, each once the script before has ended; monitors in this order: "
                + order)
        .checkBefore(STATUS)
        .checkAfter(Command.of("ceph", "mon", "stat") + "\n" + Command.of("ceph", "mgr", "stat"))
        .undo("pveceph mon destroy and pveceph mgr destroy with the name of the node");
  }

  Procedure daemons() {
    return Procedure.repeatable()
        .needs("all monitors are in the quorum, the clocks agree, and nothing on the disks is worth"
            + " keeping; a disk that was used before is wiped first: ceph-volume lvm zap --destroy")
        .checkBefore(Command.of("ceph", "health", "detail") + "\n"
            + Command.of("lsblk", "--output", "NAME,SIZE,TYPE,FSTYPE,MODEL"))
        .checkAfter(Command.of("ceph", "osd", "tree").text())
        .undo("ceph osd out, wait until all placement groups are clean, systemctl stop ceph-osd@,"
            + " then pveceph osd destroy");
  }

  Procedure pools() {
    return Procedure.repeatable()
        .needs("the scripts of this step have ended on all nodes")
        .checkBefore(
            Command.of("ceph", "osd", "tree") + "\n" + Command.of("ceph", "health", "detail"))
        .checkAfter(STATUS
            + "\n"
            + Command.of("ceph", "osd", "pool", "ls", "detail")
            + "\n"
            + Command.of("ceph", "osd", "df", "tree"))
        .undo("as long as there is no data: pveceph fs destroy, pveceph pool destroy");
  }

  Procedure config() {
    return Procedure.repeatable()
        .checkAfter(Command.of("cat", CephConfig.PATH)
            + "\n# fsid, and keyrings of clients that came with the release, are there too");
  }
}
