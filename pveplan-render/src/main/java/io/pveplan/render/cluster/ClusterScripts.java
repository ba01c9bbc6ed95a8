package io.pveplan.render.cluster;

import io.pveplan.model.cluster.QDevice;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.OptionalInt;

/** The scripts that found a cluster, join it, and give it the vote of a QDevice. */
final class ClusterScripts {

  static final String CONFIG = "/etc/pve/corosync.conf";

  // Long enough for the restart of Corosync and pmxcfs on a slow node, and for a certificate.
  private static final int PATIENCE = 120;

  // The tool succeeds whenever the daemon answers; what the vote hangs on is its connection
  // (corosync-qdevice-tool(8), -s).
  private static final Command CONNECTED = Command.of(
      "bash", "-c", "corosync-qdevice-tool -s | grep --quiet 'State:[[:space:]]*Connected'");

  /** What takes a token coefficient (debian/changelog). */
  static final PackageVersion COEFFICIENT = new PackageVersion("pve-cluster", "9.1.0");

  private final Membership membership;

  ClusterScripts(Membership membership) {
    this.membership = membership;
  }

  String create(Member founder) {
    Command create = Command.of("pvecm", "create").arg(membership.cluster());
    for (Member.Link each : founder.links()) {
      OptionalInt priority = each.link().priority();
      create = create.flag(
          each.flag(),
          each.address() + (priority.isPresent() ? ",priority=" + priority.getAsInt() : ""));
    }
    String name = founder.node().name();
    ShellScript script = ShellScript.of(
            "Creates the cluster " + membership.cluster() + ".",
            "Runs on " + name + ". A cluster that is there stays as it is.")
        .onlyOn(name);
    if (membership.createdCoefficient().isPresent()) {
      script = COEFFICIENT.requiredBy(script);
    }
    if (!founder.links().isEmpty()) {
      script = script.step("links");
    }
    // pvecm create writes any address, and then Corosync does not start.
    for (Member.Link each : founder.links()) {
      script = own(script, each);
    }
    return joined(script
            .step("cluster " + membership.cluster())
            .unless(
                configured(),
                create
                    .option("--votes", votes(founder))
                    .option("--token-coefficient", membership.createdCoefficient())))
        .text();
  }

  String join(Member member) {
    String entrance = membership.entrance();
    Member founder = membership.all().get(0);
    // Priorities are those the cluster was created with: pvecm add ignores them.
    Command add = Command.of("pvecm", "add").arg(entrance);
    for (Member.Link each : member.links()) {
      add = add.flag(each.flag(), each.address().toString());
    }
    String name = member.node().name();
    ShellScript script = ShellScript.of(
            "Joins " + name + " to the cluster " + membership.cluster() + ".",
            "Runs on " + name + ", at a terminal: pvecm shows the fingerprint of "
                + founder.node().name() + " and asks for",
            "the password of its root. A node that has joined stays as it is.")
        .onlyOn(name);
    if (!member.links().isEmpty()) {
      script = script.step("links");
    }
    for (Member.Link each : member.links()) {
      script = own(script, each);
    }
    for (Member.Link each : founder.links()) {
      script = script.require(
          ping(each.address().toString()),
          "link" + each.link().number() + ": " + founder.node().name() + " does not answer at "
              + each.address() + ".");
    }
    // pvecm refuses to run below /etc/pve, which it takes away for a moment.
    return joined(script
            .step("join " + membership.cluster())
            .run(Command.of("cd", "/"))
            .unless(configured(), add.option("--votes", votes(member))))
        .text();
  }

  String qdevice(QDevice qdevice) {
    Command setup =
        Command.of("pvecm", "qdevice", "setup").arg(qdevice.address().toString());
    return joined(ShellScript.of(
                "Gives the cluster " + membership.cluster() + " the vote of a QDevice.",
                "Runs on one node, at a terminal: ssh asks for the password of root on",
                qdevice.address() + ". A QDevice that is there stays as it is.")
            .step("quorum"))
        .step("QDevice " + qdevice.address())
        .unless(
            Command.of("grep", "--quiet", "model: net", CONFIG),
            qdevice.force() ? setup.flag("--force") : setup)
        .require(
            says("host", qdevice.address().toString()),
            "The cluster has another QDevice: pvecm qdevice remove takes it away.")
        .await("the QDevice", PATIENCE, CONNECTED)
        .text();
  }

  private ShellScript own(ShellScript script, Member.Link each) {
    String address = each.address().toString();
    return script.require(
        Command.of("ping", "-c", "1", "-W", "2").flag("-I", address).arg(address),
        "link" + each.link().number() + ": this node has no address " + address
            + ". Configure its network first.");
  }

  private static Command ping(String address) {
    return Command.of("ping", "-c", "3", "-W", "2").arg(address);
  }

  private static Command configured() {
    return Command.of("stat", CONFIG);
  }

  private ShellScript joined(ShellScript script) {
    return script
        .await("quorum", PATIENCE, Command.of("corosync-quorumtool", "-s"))
        .require(
            says("cluster_name", membership.cluster()),
            "This node is in another cluster than " + membership.cluster() + ".");
  }

  // Somebody may have edited the file, so blanks do not count.
  private static Command says(String key, String value) {
    return Command.of(
        "grep",
        "--quiet",
        "--line-regexp",
        "[[:space:]]*" + key + ":[[:space:]]*" + value + "[[:space:]]*",
        CONFIG);
  }

  private static OptionalInt votes(Member member) {
    return member.votes() == 1 ? OptionalInt.empty() : OptionalInt.of(member.votes());
  }
}
