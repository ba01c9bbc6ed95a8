package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.failure.internal.ha.DropReason;
import io.pveplan.rules.failure.internal.ha.EffectiveRules;
import io.pveplan.rules.failure.internal.ha.HaService;
import io.pveplan.rules.failure.internal.ha.HaSimulation;
import io.pveplan.rules.failure.internal.ha.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;

/** The cluster of a plan with everything up: what each scenario begins with, computed once. */
final class Outlook {

  private final ResolvedPlan plan;
  private final HaFacts facts;
  private final GuestNeeds needs;
  private final MappedPci pci;
  private final PlannedGuests guests;
  private final HaSimulation calm;
  private final HostMemory memory;
  private final StorageOutage storages;
  private final Connections connections;
  private final Cabling cabling;
  private final Hosted hosted;
  private final LostData lostData;
  private final Operations operations;
  private final Optional<CephState> ceph;
  // Running guests by node: HA resources, and those that are none.
  private final Map<String, List<String>> services = new HashMap<>();
  private final Map<String, List<Guest>> others = new HashMap<>();
  private final Map<String, Burden> burdens = new HashMap<>();

  Outlook(ResolvedPlan plan) {
    this.plan = plan;
    this.facts = HaFacts.of(plan);
    this.needs = new GuestNeeds(plan);
    this.pci = new MappedPci(plan);
    this.guests = new PlannedGuests(facts, needs, pci);
    this.calm = HaSimulation.start(facts.cluster(), guests);
    this.memory = new HostMemory(plan);
    this.storages = new StorageOutage(plan);
    this.connections = new Connections(plan);
    this.cabling = new Cabling(plan);
    this.hosted = new Hosted(plan);
    this.lostData = new LostData(plan);
    this.operations = new Operations(plan, storages, lostData);
    this.ceph = CephState.of(plan);
    plan.nodes().forEach(node -> burdens.put(node.name(), Burden.ofHost(memory.host(node.name()))));
    for (HaService service : facts.cluster().services()) {
      if (calm.stageOf(service.sid()) == Stage.STARTED) {
        String node = calm.nodeOf(service.sid());
        services.computeIfAbsent(node, key -> new ArrayList<>()).add(service.sid());
        burdens.merge(node, Burden.of(facts.guest(service.sid())), Burden::plus);
      }
    }
    plan.guests().forEach(this::addOther);
  }

  private void addOther(Guest guest) {
    if (guest.node().isPresent()
        && !HaFacts.isTemplate(guest)
        && !plan.placement().managedByHa(guest.vmid())) {
      String node = guest.node().get();
      others.computeIfAbsent(node, key -> new ArrayList<>()).add(guest);
      burdens.merge(node, Burden.of(guest), Burden::plus);
    }
  }

  /** What HA does before anything fails, by VMID. */
  List<GuestFate> beforehand() {
    List<GuestFate> fates = new ArrayList<>();
    for (HaService service : facts.cluster().services()) {
      String to = calm.nodeOf(service.sid());
      Vmid guest = facts.guest(service.sid()).vmid();
      Stage stage = calm.stageOf(service.sid());
      if (stage == Stage.ERROR) {
        fates.add(new GuestFate(
            guest,
            Fate.DOES_NOT_START,
            service.node(),
            to,
            guests.obstacle(service.sid(), to, calm.running()),
            Optional.empty()));
      } else if (stage == Stage.STARTED && !to.equals(service.node())) {
        fates.add(new GuestFate(
            guest, Fate.MOVED, service.node(), to, Optional.empty(), Optional.empty()));
      }
    }
    fates.sort(Comparator.comparing(GuestFate::guest));
    return fates;
  }

  /** The guests that are not up although nothing has failed, and why; others are taken to run. */
  Map<Guest, String> off() {
    Map<Guest, String> off = new LinkedHashMap<>();
    plan.guests().forEach(guest -> whyOff(guest).ifPresent(reason -> off.put(guest, reason)));
    return off;
  }

  private Optional<String> whyOff(Guest guest) {
    if (HaFacts.isTemplate(guest)) {
      return Optional.of("it is a template");
    } else if (guest.node().isEmpty()) {
      return Optional.empty();
    } else if (!plan.placement().managedByHa(guest.vmid())) {
      String home = guest.node().get();
      return needs.obstacle(guest, home, home).or(() -> takenByEarlier(guest, home));
    }
    String service = HaFacts.sid(guest);
    HaState state = plan.placement().haResource(guest.vmid()).orElseThrow().state();
    if (state != HaState.STARTED) {
      return Optional.of("its HA state is " + state);
    }
    return switch (calm.stageOf(service)) {
      case STARTED, MOVING -> Optional.empty();
      case ERROR ->
        guests
            .obstacle(service, calm.nodeOf(service), calm.running())
            .or(() -> Optional.of("HA gives it up"));
      default -> Optional.of("no node is allowed by its rules");
    };
  }

  // Guests that HA does not manage are taken to start before its own, in the order of their IDs.
  private Optional<String> takenByEarlier(Guest guest, String node) {
    if (!pci.takes(guest)) {
      return Optional.empty();
    }
    List<Vm> earlier = pci.rivals(guest).stream()
        .filter(
            rival -> !facts.manages(rival) && rival.node().filter(node::equals).isPresent())
        .filter(rival -> rival.vmid().compareTo(guest.vmid()) < 0)
        .toList();
    return pci.lacking(guest, node, earlier);
  }

  MappedPci pci() {
    return pci;
  }

  ResolvedPlan plan() {
    return plan;
  }

  Guest guest(String service) {
    return facts.guest(service);
  }

  GuestNeeds needs() {
    return needs;
  }

  /** The guests of the plan, whose volumes may be moved without effect on other scenarios. */
  PlannedGuests guests() {
    return guests.copy();
  }

  /** HA with everything up, not to be changed. */
  HaSimulation calm() {
    return calm;
  }

  StorageOutage storages() {
    return storages;
  }

  Connections connections() {
    return connections;
  }

  Optional<CephState> ceph() {
    return ceph;
  }

  LostData lostData() {
    return lostData;
  }

  Operations operations() {
    return operations;
  }

  LostRoles roles() {
    return new LostRoles(plan, hosted);
  }

  GuestLines lines() {
    return new GuestLines(plan);
  }

  LocalPoolLoss localPools() {
    return new LocalPoolLoss(plan);
  }

  /** What a failure leaves of the networks, closed over what nodes do for the cluster. */
  Damage damage(Failed failed) {
    return Damage.of(hosted.closed(failed), cabling);
  }

  FencingTimeline timeline() {
    return FencingTimeline.of(plan);
  }

  /** IDs of the HA resources that run on a node. */
  List<String> servicesOn(String node) {
    return services.getOrDefault(node, List.of());
  }

  /** The running guests of a node that are no HA resources. */
  List<Guest> othersOn(String node) {
    return others.getOrDefault(node, List.of());
  }

  /** What a node with all its guests would have to carry with some more. */
  NodeLoad load(String node, Burden more) {
    Burden all = burdens.getOrDefault(node, Burden.NONE).plus(more);
    return new NodeLoad(
        node,
        DataSize.bytes(all.memory()),
        DataSize.bytes(all.minimum()),
        memory.installed(node),
        all.vcpus(),
        plan.node(node)
            .flatMap(Node::hardware)
            .flatMap(Hardware::cpu)
            .map(Cpu::threads)
            .orElse(OptionalInt.empty()));
  }

  List<String> missingFacts() {
    return facts.missing();
  }

  EffectiveRules rules() {
    return facts.cluster().rules();
  }

  SortedMap<String, SortedSet<DropReason>> droppedRules() {
    return facts.cluster().rules().dropped();
  }
}
