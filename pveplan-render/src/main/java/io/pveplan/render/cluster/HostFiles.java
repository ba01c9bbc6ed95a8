package io.pveplan.render.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.render.Procedure;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.WordLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the names and the time of a node, by their path there. */
final class HostFiles {

  static final String HOSTS = "/etc/hosts";
  private static final String HOSTNAME = "/etc/hostname";
  private static final String RESOLV = "/etc/resolv.conf";
  private static final String CHRONY = "/etc/chrony/chrony.conf";

  private final ResolvedPlan plan;
  private final WordLines hosts;

  HostFiles(ResolvedPlan plan) {
    this.plan = plan;
    this.hosts = hosts();
  }

  SortedMap<String, WordLines> of(Node node) {
    SortedMap<String, WordLines> files = new TreeMap<>();
    files.put(HOSTNAME, WordLines.empty().line(node.name()));
    if (address(node).isPresent()) {
      files.put(HOSTS, hosts);
    }
    if (!plan.plan().dnsServers().isEmpty()) {
      files.put(RESOLV, resolv());
    }
    if (ownTime(node)) {
      files.put(CHRONY, chrony(node));
    }
    return files;
  }

  private boolean ownTime(Node node) {
    return node.timeSync().orElse(TimeSync.CHRONY) == TimeSync.CHRONY
        && !plan.timeServers(node).isEmpty();
  }

  Optional<IpAddress> address(Node node) {
    return plan.topology().nameAddress(node.name()).map(HostAddress::address);
  }

  Procedure procedure(Node node) {
    List<String> replaced = new ArrayList<>(List.of(HOSTNAME, HOSTS));
    if (!plan.plan().dnsServers().isEmpty()) {
      replaced.add(RESOLV);
    }
    boolean time = ownTime(node);
    if (time) {
      replaced.add(CHRONY);
    }
    List<String> before = new ArrayList<>(List.of(Command.of("uname", "-n").text()));
    replaced.forEach(file -> before.add(
        "test -e " + file + ".before || " + Command.of("cp", "--archive", file, file + ".before")));
    String apply = Command.of("hostname").flag("--file", HOSTNAME).text();
    String after = "getent hosts \"$(uname -n)\"";
    return Procedure.repeatable()
        .needs(
            "each node was installed with the name it has here, and is in no cluster yet: Proxmox"
                + " VE keeps files by that name, so a node with another one is installed anew")
        .checkBefore(String.join("\n", before))
        .apply(time ? apply + "\n" + Command.of("systemctl", "restart", "chrony") : apply)
        .checkAfter(
            time
                ? after
                    + "\n"
                    + Command.of("chronyc", "-n", "sources")
                    + "\n"
                    + Command.of("chronyc", "-n", "tracking")
                : after)
        .undo("copy the files that end in .before back, and apply again");
  }

  private WordLines hosts() {
    WordLines lines = WordLines.empty().line("127.0.0.1", "localhost.localdomain", "localhost");
    for (Node node : plan.nodes()) {
      Optional<IpAddress> address = address(node);
      if (address.isPresent()) {
        String own = address.get().toString();
        Optional<String> domain = plan.plan().domain();
        lines = domain.isPresent()
            ? lines.line(own, node.name() + "." + domain.get(), node.name())
            : lines.line(own, node.name());
      }
    }
    return lines
        .line("::1", "ip6-localhost", "ip6-loopback")
        .line("ff02::1", "ip6-allnodes")
        .line("ff02::2", "ip6-allrouters");
  }

  private WordLines resolv() {
    WordLines lines = WordLines.empty();
    Optional<String> domain = plan.plan().domain();
    if (domain.isPresent()) {
      lines = lines.line("search", domain.get());
    }
    for (IpAddress server : plan.plan().dnsServers()) {
      lines = lines.line("nameserver", server.toString());
    }
    return lines;
  }

  // As Debian has it, without the pool, servers from DHCP and the table of leap seconds, which has
  // another name in each release; chrony learns of leap seconds from its servers.
  private WordLines chrony(Node node) {
    WordLines lines = WordLines.empty().line("confdir", "/etc/chrony/conf.d");
    for (String server : plan.timeServers(node)) {
      lines = lines.line("server", server, "iburst");
    }
    return lines
        .line("sourcedir", "/etc/chrony/sources.d")
        .line("keyfile", "/etc/chrony/chrony.keys")
        .line("driftfile", "/var/lib/chrony/chrony.drift")
        .line("ntsdumpdir", "/var/lib/chrony")
        .line("logdir", "/var/log/chrony")
        .line("maxupdateskew", "100.0")
        .line("rtcsync")
        .line("makestep", "1", "3");
  }
}
