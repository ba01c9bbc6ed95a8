package io.pveplan.model.guest;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which guest is where, and where it may be.
 *
 * @since 0.1
 */
public final class Placement {

  private final List<String> allNodes;
  private final Map<Vmid, Guest> guests = new HashMap<>();
  private final ProductVersion release;
  private final Map<String, Storage> storages = new HashMap<>();
  private final Map<Vmid, GuestVolumes> volumes = new HashMap<>();
  private final Map<String, List<Guest>> byNode = new HashMap<>();
  private final Map<Vmid, HaResource> resources = new HashMap<>();
  private final NodeRules nodeRules;
  private final Map<Vmid, Set<String>> targets = new HashMap<>();

  private Placement(ClusterPlan plan) {
    allNodes = plan.nodes().stream().map(Node::name).toList();
    for (Guest guest : plan.guests()) {
      guests.put(guest.vmid(), guest);
      guest
          .node()
          .ifPresent(
              node -> byNode.computeIfAbsent(node, key -> new ArrayList<>()).add(guest));
    }
    release = plan.release();
    plan.storages().forEach(storage -> storages.put(storage.id(), storage));
    guests.forEach(
        (vmid, guest) -> volumes.put(vmid, GuestVolumes.of(guest, guests, storages, release)));
    byNode.replaceAll((node, on) -> List.copyOf(on));
    for (Migration move : plan.migrations()) {
      targets.computeIfAbsent(move.guest(), key -> new LinkedHashSet<>()).add(move.target());
    }
    Ha ha = plan.ha().orElse(Ha.builder().build());
    ha.resources().forEach(resource -> resources.put(resource.guest(), resource));
    nodeRules = new NodeRules(plan, guests);
  }

  /** The look-ups over a plan. */
  public static Placement of(ClusterPlan plan) {
    return new Placement(plan);
  }

  /** The guest with a VMID. */
  public Optional<Guest> guest(Vmid vmid) {
    return Optional.ofNullable(guests.get(vmid));
  }

  /** The guests that start their life on a node, templates included. */
  public List<Guest> guestsOn(String node) {
    return byNode.getOrDefault(node, List.of());
  }

  /**
   * What a guest has on storages: disks, ISO image, cloud-init drive. A clone has the volumes of
   * its
   * template too, but for those it declares itself.
   */
  public List<GuestVolume> volumes(Guest guest) {
    return volumesOf(guest).list();
  }

  /**
   * Whether a guest has a cloud-init drive that {@link #volumes} can not list: neither the drive
   * nor
   * a disk names a storage.
   */
  public boolean lacksCloudInitStorage(Guest guest) {
    return volumesOf(guest).driveWithoutStorage();
  }

  private GuestVolumes volumesOf(Guest guest) {
    boolean known = guests.get(guest.vmid()) == guest;
    return known ? volumes.get(guest.vmid()) : GuestVolumes.of(guest, guests, storages, release);
  }

  /**
   * Whether the plan tells no disk of a guest, so that nobody knows what it has and where.
   *
   * @param guest a guest of the plan
   */
  public boolean lacksDisks(Guest guest) {
    return volumes(guest).stream().noneMatch(volume -> volume.kind() == GuestVolume.Kind.DISK);
  }

  /**
   * The settings of cloud-init in force: the machine's own, or those of what it is cloned from,
   * which a clone takes over as they are (qemu-server, src/PVE/API2/Qemu.pm clone_vm).
   *
   * @param vm a machine
   */
  public Optional<CloudInit> cloudInit(Vm vm) {
    Set<Vmid> seen = new HashSet<>();
    Optional<Vm> next = Optional.of(vm);
    while (next.isPresent() && seen.add(next.get().vmid())) {
      if (next.get().cloudInit().isPresent()) {
        return next.get().cloudInit();
      }
      next = next.get()
          .clone()
          .flatMap(it -> guest(it.template()))
          .filter(Vm.class::isInstance)
          .map(Vm.class::cast);
    }
    return Optional.empty();
  }

  /**
   * The addresses that the cards of a guest are given, by itself or by the {@linkplain #cloudInit
   * settings in force}. Those for cards that a clone has not are ignored, as the product does.
   *
   * @param guest a guest, a template among them
   */
  public List<IpConfig> ipConfigs(Guest guest) {
    if (guest instanceof Container container) {
      return container.ipConfigs();
    }
    List<IpConfig> all = cloudInit((Vm) guest).map(CloudInit::ipConfigs).orElse(List.of());
    int cards = guest.nics().size();
    return all.stream().anyMatch(it -> it.nic() >= cards)
        ? all.stream().filter(it -> it.nic() < cards).toList()
        : all;
  }

  /** The HA resource of a guest. */
  public Optional<HaResource> haResource(Vmid guest) {
    return Optional.ofNullable(resources.get(guest));
  }

  /**
   * Whether HA acts on a guest: it is an HA resource, and not one to be ignored
   * (pve-ha-manager, src/PVE/HA/Config.pm vm_is_ha_managed).
   */
  public boolean managedByHa(Vmid guest) {
    return haResource(guest).filter(it -> it.state() != HaState.IGNORED).isPresent();
  }

  /**
   * Whether HA moves a guest when its node fails: one that is to be started or stopped, not one
   * that is disabled (pve-docs: ha-manager.adoc, Resource states).
   */
  public boolean recoveredByHa(Vmid guest) {
    return haResource(guest)
        .filter(it -> it.state() == HaState.STARTED || it.state() == HaState.STOPPED)
        .isPresent();
  }

  /** Whether HA keeps a guest running. */
  public boolean startedByHa(Vmid guest) {
    return haResource(guest).filter(it -> it.state() == HaState.STARTED).isPresent();
  }

  /**
   * Names of the nodes a guest may run on. A guest that HA manages may run on every node, or on
   * those of its strict rule; any other one stays on its own and those it is planned to move to, or
   * may be on every node when the plan does not say which its own is.
   *
   * <p>Without a rule of its own a guest follows that of the guests it is to be with (Proxmox VE
   * 9). Rules count as the plan has them, also those that Proxmox VE would leave out: see HA-007 and
   * HA-010 to HA-013.
   */
  public List<String> eligibleNodes(Guest guest) {
    if (!managedByHa(guest.vmid())) {
      return guest.node().map(own -> ownAndTargets(own, guest.vmid())).orElse(allNodes);
    }
    return nodeRule(guest.vmid())
        .filter(NodeAffinity::strict)
        .map(rule -> rule.nodes().stream().map(NodePriority::node).toList())
        .orElse(allNodes);
  }

  /**
   * The node affinity rule that binds a guest, strict or not: the first that names it, or else
   * (Proxmox VE 9) the first that names a guest it is to be with.
   *
   * @param guest VMID of a guest
   */
  public Optional<NodeAffinity> nodeRule(Vmid guest) {
    return nodeRules.of(guest);
  }

  private List<String> ownAndTargets(String own, Vmid guest) {
    Set<String> nodes = new LinkedHashSet<>();
    nodes.add(own);
    nodes.addAll(targets.getOrDefault(guest, Set.of()));
    return List.copyOf(nodes);
  }
}
