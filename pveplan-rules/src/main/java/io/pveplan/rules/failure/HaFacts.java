package io.pveplan.rules.failure;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.failure.internal.ha.Demand;
import io.pveplan.rules.failure.internal.ha.HaCluster;
import io.pveplan.rules.failure.internal.ha.HaNode;
import io.pveplan.rules.failure.internal.ha.HaService;
import io.pveplan.rules.failure.internal.ha.OtherGuest;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the HA manager would know of the cluster of a plan. */
final class HaFacts {

  private final ResolvedPlan plan;
  private final List<String> missing = new ArrayList<>();
  private final Map<String, Guest> guests = new HashMap<>();
  private final HaCluster cluster;

  private HaFacts(ResolvedPlan plan) {
    this.plan = plan;
    boolean byDemand = byDemand();
    List<HaService> services = services();
    this.cluster = new HaCluster(
        plan.nodes().stream().map(this::node).toList(),
        services,
        others(),
        PlannedRules.of(plan).effective(),
        scheduler(byDemand));
  }

  static HaFacts of(ResolvedPlan plan) {
    return new HaFacts(plan);
  }

  HaCluster cluster() {
    return cluster;
  }

  /** The guest of an HA resource. */
  Guest guest(String sid) {
    return Optional.ofNullable(guests.get(sid)).orElseThrow();
  }

  /** Whether a guest is an HA resource that HA acts on. */
  boolean manages(Guest guest) {
    return guests.containsKey(sid(guest));
  }

  /** Facts that the plan does not tell, and that the outcome depends on. */
  List<String> missing() {
    return Collections.unmodifiableList(missing);
  }

  private Scheduling scheduling() {
    return plan.plan()
        .datacenter()
        .flatMap(datacenter -> datacenter.scheduling())
        .orElseGet(() -> Scheduling.builder().build());
  }

  // Without the size of each node there is nothing to weigh; guests are counted then.
  private boolean byDemand() {
    SchedulingMode mode = scheduling().mode().orElse(SchedulingMode.BASIC);
    if (mode == SchedulingMode.BASIC) {
      return false;
    }
    if (mode == SchedulingMode.DYNAMIC) {
      missing.add("load of the guests, which scheduling by dynamic looks at");
    }
    int before = missing.size();
    for (Node node : plan.nodes()) {
      if (threads(node).isEmpty()) {
        missing.add("CPU threads of node " + node.name());
      }
      if (memory(node).isEmpty()) {
        missing.add("memory of node " + node.name());
      }
    }
    return missing.size() == before;
  }

  // Running guests weigh from pve-ha-manager 5.1.2 on, which is what Proxmox VE 9 brings today.
  private HaCluster.Scheduler scheduler(boolean byDemand) {
    boolean nine = plan.release() == ProductVersion.PVE_9;
    return new HaCluster.Scheduler(
        byDemand, nine, scheduling().rebalanceOnStart().orElse(false), !nine);
  }

  private static OptionalInt threads(Node node) {
    return node.hardware().flatMap(Hardware::cpu).map(Cpu::threads).orElse(OptionalInt.empty());
  }

  private static Optional<DataSize> memory(Node node) {
    return node.hardware().flatMap(Hardware::memory);
  }

  private HaNode node(Node node) {
    return new HaNode(
        node.name(), threads(node).orElse(1), memory(node).map(DataSize::bytes).orElse(1L));
  }

  private List<HaService> services() {
    List<HaService> services = new ArrayList<>();
    for (HaResource resource : plan.ha().resources()) {
      Guest guest = plan.guest(resource.guest()).orElseThrow();
      if (resource.state() == HaState.IGNORED) {
        continue;
      }
      if (guest.node().isEmpty()) {
        missing.add("node of guest " + guest.vmid());
        continue;
      }
      guests.put(sid(guest), guest);
      services.add(new HaService(
          sid(guest),
          guest.node().get(),
          resource.state(),
          resource.maxRestart().orElse(1),
          resource.maxRelocate().orElse(1),
          resource.failback().orElse(true),
          demand(guest)));
    }
    return services;
  }

  /** ID of the HA resource that a guest is. */
  static String sid(Guest guest) {
    return PlannedRules.sid(guest);
  }

  private List<OtherGuest> others() {
    List<OtherGuest> others = new ArrayList<>();
    for (Guest guest : plan.guests()) {
      if (plan.placement().managedByHa(guest.vmid()) || isTemplate(guest)) {
        continue;
      }
      guest
          .node()
          .ifPresentOrElse(
              node -> others.add(new OtherGuest(node, demand(guest))),
              () -> missing.add("node of guest " + guest.vmid()));
    }
    return others;
  }

  static boolean isTemplate(Guest guest) {
    return guest instanceof Vm vm && vm.template();
  }

  /**
   * What the static scheduler counts a guest with (qemu-server, PVE/QemuConfig.pm, and pve-container,
   * PVE/LXC/Config.pm, get_derived_property).
   */
  static Demand demand(Guest guest) {
    double limit = guest instanceof Container ? guest.cpuLimit().orElse(0) : 0;
    return new Demand(
        limit > 0 ? limit : cpus(guest),
        guest.memory().orElse(DataSize.mib(512)).bytes());
  }

  /** CPUs that a guest sees; none for a container that sees those of its node. */
  static int cpus(Guest guest) {
    return guest instanceof Vm vm
        ? vm.cores().orElse(1) * vm.sockets().orElse(1)
        : guest.cores().orElse(0);
  }
}
