package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a generated plan says more of HA: rules that fit together or not, guests that need others. */
final class HaParts {

  // Dice of its own, so that the rest of a plan is what it would be without.
  private static final long OTHER_SEED = 0x2545F4914F6CDD1DL;

  private static final String CRITICAL = "critical";
  private static final String NAME_SERVER = "10.88.0.2";
  private static final String OTHER_NAME_SERVER = "10.88.0.3";

  private final Dice dice;
  private final ClusterPlan plan;

  private HaParts(Dice dice, ClusterPlan plan) {
    this.dice = dice;
    this.plan = plan;
  }

  static ClusterPlan into(ClusterPlan plan, long seed) {
    HaParts parts = new HaParts(new Dice(seed ^ OTHER_SEED), plan);
    ClusterPlan.Builder more = ClusterPlan.builder()
        .from(plan)
        .nodes(plan.nodes().stream().map(parts::node).toList())
        .guests(plan.guests().stream().map(parts::guest).toList())
        .ha(plan.ha().map(parts::ha));
    if (plan.ha().isPresent() && parts.dice.chance(60)) {
      more.datacenter(parts.datacenter());
    }
    return more.build();
  }

  private Node node(Node node) {
    return Node.builder()
        .from(node)
        .watchdogModule(dice.maybe(60, () -> dice.of("ipmi_watchdog", "iTCO_wdt", "softdog")))
        .build();
  }

  private Datacenter datacenter() {
    return Datacenter.builder()
        .from(plan.datacenter().orElseGet(() -> Datacenter.builder().build()))
        .shutdownPolicy(dice.of(ShutdownPolicy.values()))
        .build();
  }

  private Ha ha(Ha ha) {
    List<Vmid> managed = ha.resources().stream().map(HaResource::guest).toList();
    List<String> nodes = plan.nodes().stream().map(Node::name).toList();
    Ha.Builder more = Ha.builder()
        .from(ha)
        .resources(ha.resources().stream().map(this::resource).toList())
        .nodeAffinities(ha.nodeAffinities().stream().map(this::ranked).toList());
    if (!nodes.isEmpty() && dice.chance(30)) {
      more.addNodeAffinity(away(managed, nodes));
    }
    if (managed.size() > 1) {
      addRules(more, managed);
      if (dice.chance(30)) {
        addNeighbors(more, dice.of(managed), dice.of(managed));
      }
    }
    return more.build();
  }

  // One that prefers its own node and that of a guest which it must be apart from.
  private void addNeighbors(Ha.Builder ha, Vmid one, Vmid other) {
    List<String> preferred = plan.guests().stream()
        .filter(guest -> guest.vmid().equals(one) || guest.vmid().equals(other))
        .flatMap(guest -> guest.node().stream())
        .distinct()
        .toList();
    if (one.equals(other) || preferred.isEmpty()) {
      return;
    }
    NodeAffinity.Builder near = NodeAffinity.builder().name("near").addResources(one);
    preferred.forEach(node -> near.addNodes(NodePriority.builder().node(node).build()));
    ha.addNodeAffinity(near.build())
        .addResourceAffinity(ResourceAffinity.builder()
            .name("neighbors")
            .affinity(Affinity.NEGATIVE)
            .resources(List.of(one, other))
            .build());
  }

  private HaResource resource(HaResource resource) {
    return HaResource.builder()
        .from(resource)
        .failback(dice.maybe(20, () -> false))
        .build();
  }

  private NodeAffinity ranked(NodeAffinity rule) {
    boolean several = dice.chance(30);
    return NodeAffinity.builder()
        .from(rule)
        .nodes(rule.nodes().stream()
            .map(node -> NodePriority.builder()
                .from(node)
                .priority(several ? OptionalInt.of(dice.from(0, 2)) : OptionalInt.empty())
                .build())
            .toList())
        .build();
  }

  private NodeAffinity away(List<Vmid> managed, List<String> nodes) {
    NodeAffinity.Builder away = NodeAffinity.builder()
        .name("away")
        .resources(dice.few(managed))
        .strict(dice.chance(50))
        .disabled(dice.chance(10));
    dice.few(nodes)
        .forEach(node -> away.addNodes(NodePriority.builder().node(node).build()));
    return away.build();
  }

  private void addRules(Ha.Builder ha, List<Vmid> managed) {
    for (String name : List.of("pair", "linked")) {
      if (dice.chance(30)) {
        ha.addResourceAffinity(rule(name, Affinity.POSITIVE, managed));
      }
    }
    if (dice.chance(40)) {
      ha.addResourceAffinity(rule("spread", Affinity.NEGATIVE, managed));
    }
  }

  private ResourceAffinity rule(String name, Affinity affinity, List<Vmid> managed) {
    int first = dice.below(managed.size() - 1);
    int last = Math.min(managed.size() - 1, first + dice.from(1, 2));
    return ResourceAffinity.builder()
        .name(name)
        .affinity(affinity)
        .resources(managed.subList(first, last + 1))
        .disabled(dice.chance(10))
        .build();
  }

  private Guest guest(Guest guest) {
    boolean critical = dice.chance(15);
    if (guest instanceof Container container) {
      Container.Builder more = Container.builder().from(container);
      return critical ? more.addTags(CRITICAL).build() : guest;
    }
    Vm vm = (Vm) guest;
    Vm.Builder more = Vm.builder().from(vm).cloudInit(vm.cloudInit().map(this::asking));
    if (critical) {
      more.addTags(CRITICAL);
    }
    if (!vm.nics().isEmpty() && !vm.template() && dice.chance(8)) {
      more.cloudInit(nameServer(vm.cloudInit()));
    }
    return more.build();
  }

  private CloudInit asking(CloudInit cloudInit) {
    String server = dice.chance(50) ? NAME_SERVER : OTHER_NAME_SERVER;
    return CloudInit.builder()
        .from(cloudInit)
        .dnsServers(dice.chance(50) ? List.of(IpAddress.parse(server)) : List.of())
        .build();
  }

  private static CloudInit nameServer(Optional<CloudInit> cloudInit) {
    return CloudInit.builder()
        .from(cloudInit.orElseGet(() -> CloudInit.builder().build()))
        .ipConfigs(List.of(IpConfig.builder()
            .nic(0)
            .address(new InterfaceAddress(HostAddress.parse(NAME_SERVER + "/24"), Optional.empty()))
            .build()))
        .build();
  }
}
