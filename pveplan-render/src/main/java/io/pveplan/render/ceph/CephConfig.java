package io.pveplan.render.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ceph.conf that {@code pveceph} writes (pve-manager, PVE/API2/Ceph.pm, init; PVE/API2/Ceph/MON.pm;
 * PVE/API2/Ceph/MDS.pm), but for the fsid, which it draws by lot.
 */
final class CephConfig {

  static final String PATH = "/etc/pve/ceph.conf";

  private final ResolvedPlan plan;
  private final Ceph ceph;
  private final CephDaemons daemons;

  CephConfig(ResolvedPlan plan, Ceph ceph, CephDaemons daemons) {
    this.plan = plan;
    this.ceph = ceph;
    this.daemons = daemons;
  }

  String text() {
    StringBuilder text = new StringBuilder("# fsid: pveceph init draws one\n");
    section(text, "global", global());
    if (ceph.cephx()) {
      section(text, "client", Map.of("keyring", "/etc/pve/priv/$cluster.$name.keyring"));
    }
    // The first monitor brings it along, with cephx and without.
    if (!daemons.monitors().isEmpty()) {
      section(text, "client.crash", Map.of("keyring", "/etc/pve/ceph/$cluster.$name.keyring"));
    }
    if (!daemons.metadataServers().isEmpty()) {
      section(text, "mds", Map.of("keyring", "/var/lib/ceph/mds/ceph-$id/keyring"));
    }
    SortedMap<String, String> hosts = new TreeMap<>();
    for (MetadataServer server : daemons.metadataServers()) {
      hosts.put(server.id(), server.node());
    }
    hosts.forEach((id, host) -> section(text, "mds." + id, Map.of("host", host)));
    SortedMap<String, String> addresses = new TreeMap<>();
    for (Node node : daemons.monitors()) {
      daemons.address(node).ifPresent(address -> addresses.put(node.name(), address));
    }
    addresses.forEach(
        (name, address) -> section(text, "mon." + name, Map.of("public_addr", address)));
    return text.toString();
  }

  private SortedMap<String, String> global() {
    SortedMap<String, String> global = new TreeMap<>();
    String auth = ceph.cephx() ? "cephx" : "none";
    global.put("auth_client_required", auth);
    global.put("auth_cluster_required", auth);
    global.put("auth_service_required", auth);
    global.put("mon_allow_pool_delete", "true");
    global.put("osd_pool_default_min_size", "2");
    global.put("osd_pool_default_size", "3");
    Optional<Subnet> front = ceph.publicNetwork().flatMap(this::subnet);
    front.ifPresent(subnet -> {
      global.put("public_network", subnet.toString());
      global.put(
          "cluster_network",
          ceph.clusterNetwork().flatMap(this::subnet).orElse(subnet).toString());
    });
    StringBuilder hosts = new StringBuilder();
    for (Node node : daemons.monitors()) {
      daemons.address(node).ifPresent(address -> hosts.append(' ').append(address));
    }
    if (!hosts.isEmpty()) {
      boolean first = hosts.indexOf(":") < 0;
      global.put("mon_host", hosts.substring(1));
      global.put("ms_bind_ipv4", Boolean.toString(first));
      global.put("ms_bind_ipv6", Boolean.toString(!first));
    }
    return global;
  }

  private Optional<Subnet> subnet(String network) {
    return plan.network(network).flatMap(Network::subnet);
  }

  private static void section(StringBuilder text, String name, Map<String, String> options) {
    text.append("\n[").append(name).append("]\n");
    options.forEach((key, value) ->
        text.append('\t').append(key).append(" = ").append(value).append('\n'));
  }
}
