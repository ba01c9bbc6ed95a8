package io.pveplan.model;

import io.pveplan.model.automation.Terraform;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import java.util.List;
import java.util.Optional;

/** References of Corosync, datacenter options and Terraform. */
final class ClusterReferences {

  private ClusterReferences() {}

  static void check(ClusterPlan plan, Names names, Problems found) {
    List<CorosyncLink> links = plan.corosync().map(Corosync::links).orElse(List.of());
    Names.once(
        found,
        links,
        CorosyncLink::number,
        ClusterReferences::path,
        "Corosync link",
        "number",
        "CLU-017");
    for (CorosyncLink link : links) {
      network(found, path(link), link, link.network(), names);
      if (families(plan, link.network()) > 1) {
        found.add(
            path(link),
            link,
            "link" + link.number() + " has IPv4 and IPv6 addresses on network " + link.network(),
            "Give all nodes an address of one family there; Corosync refuses a link of two.",
            "CLU-021");
      }
    }
    plan.corosync().flatMap(Corosync::qdevice).ifPresent(it -> qdevice(it, names, found));
    plan.datacenter().ifPresent(datacenter -> datacenter(datacenter, names, found));
    plan.ceph().ifPresent(ceph -> {
      CephReferences.check(ceph, names, found);
      CrushNames.check(plan, ceph, found);
    });
    plan.terraform().ifPresent(terraform -> terraform(terraform, names, found));
  }

  private static void qdevice(QDevice qdevice, Names names, Problems found) {
    PlanPath at = PlanPath.of("corosync", "qdevice");
    CablingReferences.circuits(at, qdevice.powerSupplies(), names, found);
    qdevice
        .switchName()
        .filter(name -> !names.switches.containsKey(name))
        .ifPresent(name -> found.missing(at, qdevice, "switch", name, names.switches.keySet()));
  }

  // A link takes the first address that a node has on its network.
  private static long families(ClusterPlan plan, String network) {
    return plan.nodes().stream()
        .flatMap(node -> node.interfaces().stream()
            .flatMap(each -> each.addresses().stream())
            .filter(address -> address.network().equals(Optional.of(network)))
            .limit(1))
        .map(address -> address.address().address().isV4())
        .distinct()
        .count();
  }

  static void network(Problems found, PlanPath at, Declared by, String name, Names names) {
    if (!names.networks.containsKey(name)) {
      found.missing(at, by, "network", name, names.networks.keySet());
    }
  }

  /** Checks that the network of an address exists and has the subnet of the address. */
  static void address(
      Problems found, PlanPath at, Declared by, InterfaceAddress address, Names names) {
    address(found, at, by, address, names, "");
  }

  /** Checks an address that is the matter of a rule. */
  static void address(
      Problems found,
      PlanPath at,
      Declared by,
      InterfaceAddress address,
      Names names,
      String rule) {
    Optional<String> name = address.network();
    if (name.isEmpty()) {
      return;
    }
    network(found, at, by, name.get(), names);
    Optional<Subnet> subnet =
        Optional.ofNullable(names.networks.get(name.get())).flatMap(Network::subnet);
    if (subnet.isPresent() && !subnet.get().equals(address.address().subnet())) {
      found.add(
          at,
          by,
          "address " + address.address() + " is not in network " + name.get() + " (" + subnet.get()
              + ")",
          "Take an address of " + subnet.get() + ", or name another network.",
          rule);
    }
  }

  private static PlanPath path(CorosyncLink link) {
    return PlanPath.of("corosync", "link" + link.number());
  }

  private static void datacenter(Datacenter datacenter, Names names, Problems found) {
    datacenter
        .migration()
        .ifPresent(it -> it.network()
            .ifPresent(
                name -> network(found, PlanPath.of("cluster", "migration"), it, name, names)));
    datacenter
        .replication()
        .ifPresent(it -> it.network()
            .ifPresent(
                name -> network(found, PlanPath.of("cluster", "replication"), it, name, names)));
  }

  private static void terraform(Terraform terraform, Names names, Problems found) {
    for (Vmid guest : terraform.guests()) {
      if (!names.guests.containsKey(guest)) {
        GuestReferences.missingGuest(found, PlanPath.of("terraform"), terraform, guest, names);
      }
    }
  }
}
