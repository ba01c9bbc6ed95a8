package io.pveplan.render.cluster;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.network.IpAddress;
import io.pveplan.render.text.CorosyncConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The corosync.conf that the scripts bring about, byte by byte (pve-cluster, src/PVE/Corosync.pm
 * create_conf and write_conf, src/PVE/API2/ClusterConfig.pm addnode, src/PVE/CLI/pvecm.pm).
 */
final class CorosyncPreview {

  // What pvecm create writes since pve-cluster 9.1.0; before, Corosync's own 650 applies unwritten.
  static final int TOKEN_COEFFICIENT = 125;

  private final ResolvedPlan plan;
  private final Membership membership;

  CorosyncPreview(ResolvedPlan plan, Membership membership) {
    this.plan = plan;
    this.membership = membership;
  }

  /** The file; none when an address is not known. */
  Optional<String> text() {
    List<Member> members = membership.all();
    CorosyncConfig nodes = CorosyncConfig.empty();
    // Perl sorts names as bytes.
    List<Integer> sorted = IntStream.range(0, members.size())
        .boxed()
        .sorted(Comparator.comparing(i -> members.get(i).node().name()))
        .toList();
    for (int i : sorted) {
      Optional<CorosyncConfig> node = node(members.get(i), i + 1);
      if (node.isEmpty()) {
        return Optional.empty();
      }
      nodes = nodes.section("node", node.get());
    }
    return Optional.of(CorosyncConfig.empty()
        .section("logging", CorosyncConfig.empty().key("debug", "off").key("to_syslog", "yes"))
        .section("nodelist", nodes)
        .section("quorum", quorum())
        .section("totem", totem())
        .text());
  }

  // pvecm gives each node the lowest number that is free, so the order of joining counts.
  private Optional<CorosyncConfig> node(Member member, int id) {
    CorosyncConfig node = CorosyncConfig.empty()
        .key("name", member.node().name())
        .key("nodeid", id)
        .key("quorum_votes", member.votes());
    if (plan.corosyncLinks().isEmpty()) {
      Optional<IpAddress> address = membership.nameAddress(member);
      return address.map(it -> node.key("ring0_addr", it.toString()));
    }
    CorosyncConfig addressed = node;
    for (Member.Link each : member.links()) {
      addressed =
          addressed.key("ring" + each.link().number() + "_addr", each.address().toString());
    }
    return Optional.of(addressed);
  }

  private CorosyncConfig quorum() {
    CorosyncConfig quorum = CorosyncConfig.empty().key("provider", "corosync_votequorum");
    return membership
        .qdevice()
        .map(qdevice -> quorum.section("device", device(qdevice)))
        .orElse(quorum);
  }

  private CorosyncConfig device(QDevice qdevice) {
    CorosyncConfig net = CorosyncConfig.empty()
        .key("algorithm", membership.even() ? "ffsplit" : "lms")
        .key("host", qdevice.address().toString())
        .key("tls", "on");
    CorosyncConfig device = CorosyncConfig.empty().key("model", "net").section("net", net);
    return membership.even() ? device.key("votes", 1) : device;
  }

  private CorosyncConfig totem() {
    // Each of pvecm create, add and qdevice setup raises it by one.
    int version = membership.all().size() + (membership.qdevice().isPresent() ? 1 : 0);
    CorosyncConfig totem = CorosyncConfig.empty()
        .key("cluster_name", membership.cluster())
        .key("config_version", version)
        .key("ip_version", "ipv4-6")
        .key("link_mode", "passive")
        .key("secauth", "on")
        .key("version", 2);
    if (plan.release() != ProductVersion.PVE_8_4) {
      totem =
          totem.key("token_coefficient", membership.createdCoefficient().orElse(TOKEN_COEFFICIENT));
    }
    if (plan.corosyncLinks().isEmpty()) {
      return totem.section("interface", CorosyncConfig.empty().key("linknumber", 0));
    }
    for (var link : plan.corosyncLinks()) {
      CorosyncConfig section = CorosyncConfig.empty().key("linknumber", link.number());
      int priority = link.priority().orElse(0);
      totem = totem.section(
          "interface", priority == 0 ? section : section.key("knet_link_priority", priority));
    }
    return totem;
  }
}
