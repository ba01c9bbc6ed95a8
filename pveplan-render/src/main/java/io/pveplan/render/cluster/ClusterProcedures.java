package io.pveplan.render.cluster;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.render.Procedure;
import io.pveplan.render.text.Command;
import java.util.Locale;

/** How the scripts that form a cluster are used. */
final class ClusterProcedures {

  // corosync.conf(5): token, and token_coefficient where it is not written.
  private static final int TOKEN = 3000;
  private static final int UNWRITTEN_COEFFICIENT = 650;

  private final ResolvedPlan plan;
  private final Membership membership;

  ClusterProcedures(ResolvedPlan plan, Membership membership) {
    this.plan = plan;
    this.membership = membership;
  }

  Procedure create() {
    return Procedure.repeatable()
        .needs("names, time and network are done on every node: once the cluster is there, the name"
            + " of a node, its address and the name of the cluster can not be changed"
            + (membership.createdCoefficient().isPresent()
                ? "; " + ClusterScripts.COEFFICIENT + " or later, which takes the token coefficient"
                : ""))
        .checkBefore(Command.of("ip", "-brief", "address", "show")
            + "\n"
            + Command.of("chronyc", "-n", "tracking"))
        .checkAfter(status() + "\n" + Command.of("corosync-cfgtool", "-s"))
        .undo("as long as no other node has joined: stop pve-cluster and corosync, start pmxcfs -l,"
            + " remove /etc/pve/corosync.conf and what is in /etc/corosync, end pmxcfs, start"
            + " pve-cluster");
  }

  Procedure join() {
    String founder = membership.all().get(0).node().name();
    return Procedure.repeatable()
        .needs("the cluster is there, and the node has no guest: it takes over /etc/pve of the"
            + " cluster, and what is in its own is lost; one node after another, in the order of"
            + " the table, each once the script before has ended; the password of root on "
            + founder)
        .checkBefore(
            "# on " + founder + ": the fingerprint that pvecm add shows has to be this one\n"
                + Command.of("openssl", "x509", "-noout", "-fingerprint", "-sha256")
                    .flag("-in", "/etc/pve/local/pve-ssl.pem"))
        .checkAfter(status() + "\n" + Command.of("corosync-cfgtool", "-n"))
        .undo(
            "switch the node off for good, then pvecm delnode with its name on another one; before"
                + " it comes back it is installed anew");
  }

  Procedure qdevice(QDevice qdevice) {
    return Procedure.repeatable()
        .needs("all nodes are online, each has corosync-qdevice; " + qdevice.address()
            + " has corosync-qnetd, is no guest of this cluster, takes 5403/tcp from each node, and"
            + " lets root log in by ssh with a password, this once")
        .checkBefore(Command.of("pvecm", "nodes").text())
        .checkAfter(status() + "\n" + Command.of("corosync-qdevice-tool", "-s")
            + "\n# State has to be Connected on each node")
        .undo("pvecm qdevice remove; also before a node is added or taken away");
  }

  Procedure preview() {
    boolean written = plan.release() != ProductVersion.PVE_8_4;
    int nodes = membership.all().size();
    String after = Command.of("cat", ClusterScripts.CONFIG)
        + "\n"
        + Command.of("corosync-cmapctl", "-g", "runtime.config.totem.token")
        + "\n# "
        + timeout(
            nodes,
            written
                ? membership.createdCoefficient().orElse(CorosyncPreview.TOKEN_COEFFICIENT)
                : UNWRITTEN_COEFFICIENT);
    return Procedure.repeatable()
        .checkAfter(
            written && membership.createdCoefficient().isEmpty()
                ? after
                    + "\n# pve-cluster before 9.1.0 writes no token_coefficient: "
                    + timeout(nodes, UNWRITTEN_COEFFICIENT)
                : after);
  }

  // corosync.conf(5), token_coefficient: it counts from the third node on.
  private static String timeout(int nodes, int coefficient) {
    int beyondTwo = Math.max(0, nodes - 2);
    return String.format(
        Locale.ROOT,
        "token timeout %d ms = %d + %d x %d",
        TOKEN + beyondTwo * coefficient,
        TOKEN,
        beyondTwo,
        coefficient);
  }

  private static Command status() {
    return Command.of("pvecm", "status");
  }
}
