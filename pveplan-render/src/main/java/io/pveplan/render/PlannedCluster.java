package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What makes a cluster of the nodes: Corosync, its options, Ceph, the SDN. */
final class PlannedCluster {

  private static final PlanPath CLUSTER = PlanPath.of("cluster");

  private final ResolvedPlan plan;
  private final PlannedItems items;

  PlannedCluster(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
  }

  void add() {
    // One node is no cluster, unless the plan says something of its Corosync.
    if (plan.nodes().size() > 1
        || plan.nodes().size() == 1 && plan.plan().corosync().isPresent()) {
      corosync();
    }
    plan.nodes().forEach(this::existingGuests);
    plan.plan().corosync().flatMap(Corosync::qdevice).ifPresent(this::qdevice);
    // Filled in, the type is there in each plan; what nobody asked for is no work.
    plan.written().datacenter().flatMap(Datacenter::migration).ifPresent(written -> {
      MigrationSettings settings =
          plan.plan().datacenter().flatMap(Datacenter::migration).orElse(written);
      items.before(
          CLUSTER.child("migration"), Step.DATACENTER, "set for migrations: " + transfer(settings));
    });
    plan.plan()
        .datacenter()
        .flatMap(Datacenter::replication)
        .ifPresent(settings -> items.before(
            CLUSTER.child("replication"),
            Step.DATACENTER,
            "set for replication: " + transfer(settings)));
    plan.written().datacenter().ifPresent(this::options);
    new PlannedCeph(plan, items).add();
    sdn();
    plan.plan()
        .goLive()
        .ifPresent(day -> items.before(
            CLUSTER.child("goLive"), Step.ACCEPTANCE, "have everything accepted by " + day));
    plan.plan()
        .mustSurvive()
        .forEach(goal -> items.before(goal.path(), Step.ACCEPTANCE, test(goal)));
  }

  private static String test(SurvivalGoal goal) {
    String what = goal.failure().text().replace('-', ' ');
    return "let " + goal.number() + " " + what + (goal.number() == 1 ? "" : "s at once")
        + " fail: quorum and Ceph pools must be kept, and the guests that must run be up afterwards";
  }

  private void options(Datacenter datacenter) {
    Facts.each(datacenter, "migration", "replication")
        .forEach((field, value) -> items.before(
            CLUSTER.child(field),
            Step.DATACENTER,
            "set for the datacenter: " + Facts.words(field) + " " + value));
  }

  private void corosync() {
    Node first = plan.nodes().get(0);
    items.before(
        CLUSTER.child("create"),
        Step.CLUSTER_CREATE,
        "create cluster " + plan.plan().name() + " on " + first.name() + links(first, true));
    plan.plan()
        .corosync()
        .ifPresent(corosync -> corosync
            .tokenCoefficient()
            .ifPresent(coefficient -> items.before(
                PlanPath.of("corosync", "tokenCoefficient"),
                Step.CLUSTER_CREATE,
                "create the cluster with token coefficient " + coefficient + " ms")));
    plan.nodes().stream()
        .skip(1)
        .forEach(node -> items.before(
            node.path().child("join"),
            Step.CLUSTER_JOIN,
            "join " + node.name() + links(node, false)));
  }

  private void existingGuests(Node node) {
    if (!node.existingGuests().isEmpty()) {
      boolean first = node.equals(plan.nodes().get(0));
      items.before(
          node.path().child("guests"),
          first ? Step.CLUSTER_CREATE : Step.CLUSTER_JOIN,
          (first
                  ? "keep the guests that are on "
                  : "back up and remove before it joins, restore after it has, the guests of ")
              + node.name() + ": "
              + String.join(
                  ", ", node.existingGuests().stream().map(Object::toString).toList()));
    }
  }

  // pvecm add ignores priorities: the cluster has them from the first node.
  private String links(Node node, boolean priorities) {
    List<String> words = new ArrayList<>();
    for (CorosyncLink link : plan.corosyncLinks()) {
      Optional<HostAddress> address = plan.topology().address(node.name(), link.network());
      words.add("link" + link.number() + " over " + link.network()
          + address.map(it -> " (" + it.address() + ")").orElse("")
          + (priorities && link.priority().isPresent()
              ? " priority " + link.priority().getAsInt()
              : ""));
    }
    int votes = node.votes().orElse(1);
    if (votes != 1) {
      words.add(votes + " votes");
    }
    return words.isEmpty() ? "" : " with " + String.join(", ", words);
  }

  private void qdevice(QDevice qdevice) {
    items.before(
        PlanPath.of("corosync", "qnetd"),
        Step.QDEVICE,
        Facts.behind(
            "install corosync-qnetd on " + qdevice.address(), qdevice, "address", "force"));
    items.before(
        PlanPath.of("corosync", "qdevice"),
        Step.QDEVICE,
        Phrase.of("run ")
            .code(
                "pvecm qdevice setup " + qdevice.address() + (qdevice.force() ? " --force" : "")));
  }

  private String transfer(MigrationSettings settings) {
    List<String> words = new ArrayList<>();
    settings.type().ifPresent(type -> words.add("type " + type));
    settings.network().ifPresent(network -> words.add("network " + network(network)));
    return String.join(", ", words);
  }

  private String network(String name) {
    Optional<Subnet> subnet = plan.network(name).flatMap(Network::subnet);
    return name + subnet.map(it -> " (" + it + ")").orElse("");
  }

  private void sdn() {
    plan.sdn()
        .controllers()
        .forEach(each -> items.before(
            each.path(),
            Step.SDN,
            Facts.behind("create EVPN controller " + each.id(), each, "id")));
    plan.sdn()
        .zones()
        .forEach(each -> items.before(
            each.path(),
            Step.SDN,
            Facts.behind("create " + each.type() + " zone " + each.id(), each, "kind", "id")));
    plan.sdn()
        .vnets()
        .forEach(each -> items.before(
            each.path(), Step.SDN, Facts.behind("create VNet " + each.id(), each, "id")));
    plan.sdn()
        .subnets()
        .forEach(each -> items.before(
            each.path(),
            Step.SDN,
            Facts.behind(
                "create subnet " + each.subnet() + " on " + each.vnet(), each, "vnet", "subnet")));
    if (!plan.sdn().zones().isEmpty()) {
      items.before(PlanPath.of("sdn", "apply"), Step.SDN, "apply the SDN configuration");
    }
  }
}
