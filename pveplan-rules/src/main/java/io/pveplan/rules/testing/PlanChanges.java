package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Plans that differ from another one in one thing, such as a plan of {@link HealthyPlans} with one
 * fault.
 *
 * <pre>{@code
 * ClusterPlan healthy = HealthyPlans.threeNodes();
 * withHardware(healthy, "pve2", it -> it.powerSupplies(List.of()));
 * withInterface(healthy, "pve2", "enp9s0", it -> Nic.builder().name("enp9s0").build());
 * withNode(healthy, "pve9", it -> it);  // refused: there is no such node to change
 * }</pre>
 *
 * <p>Each method throws {@link IllegalArgumentException} if the plan does not have the part that
 * shall change, naming those it has, and what the model throws for a value it refuses. A builder holds what the part is made of already: {@code packages(..)} replaces a list, {@code
 * addPackages(..)} adds to it.
 *
 * @since 0.1
 */
public final class PlanChanges {

  private PlanChanges() {}

  /**
   * The plan with a change to its own properties.
   *
   * @param plan the plan to start from; it stays as it is
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan changed(ClusterPlan plan, UnaryOperator<ClusterPlan.Builder> change) {
    return change.apply(ClusterPlan.builder().from(plan)).build();
  }

  /**
   * The plan with another node of this name.
   *
   * @param plan the plan to start from; it stays as it is
   * @param name name of the part
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withNode(
      ClusterPlan plan, String name, UnaryOperator<Node.Builder> change) {
    return changed(
        plan,
        it -> it.nodes(replaced(
            "node",
            plan.nodes(),
            Node::name,
            name,
            node -> change.apply(Node.builder().from(node)).build())));
  }

  /**
   * The plan with a change to every node.
   *
   * @param plan the plan to start from; it stays as it is
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withEachNode(ClusterPlan plan, UnaryOperator<Node.Builder> change) {
    return changed(
        plan,
        it -> it.nodes(replaced(
            plan.nodes(),
            node -> true,
            node -> change.apply(Node.builder().from(node)).build())));
  }

  /**
   * The plan with a node of this name that is built from other parts.
   *
   * @param plan the plan to start from; it stays as it is
   * @param node name of the node
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withHardware(
      ClusterPlan plan, String node, UnaryOperator<Hardware.Builder> change) {
    Hardware hardware = node(plan, node)
        .hardware()
        .orElseThrow(
            () -> new IllegalArgumentException("node " + node + " has no hardware to change"));
    Hardware other = change.apply(Hardware.builder().from(hardware)).build();
    return withNode(plan, node, it -> it.hardware(other));
  }

  /**
   * The plan with another interface of this name on a node.
   *
   * @param plan the plan to start from; it stays as it is
   * @param node name of the node
   * @param name name of the part
   * @param change gives the other interface
   * @return the changed plan
   */
  public static ClusterPlan withInterface(
      ClusterPlan plan, String node, String name, UnaryOperator<NodeInterface> change) {
    List<NodeInterface> others =
        replaced("interface", node(plan, node).interfaces(), NodeInterface::name, name, change);
    return withNode(plan, node, it -> it.interfaces(others));
  }

  /**
   * The plan with another network of this name.
   *
   * @param plan the plan to start from; it stays as it is
   * @param name name of the part
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withNetwork(
      ClusterPlan plan, String name, UnaryOperator<Network.Builder> change) {
    return changed(
        plan,
        it -> it.networks(replaced(
            "network",
            plan.networks(),
            Network::name,
            name,
            network -> change.apply(Network.builder().from(network)).build())));
  }

  /**
   * The plan with another storage of this ID.
   *
   * @param plan the plan to start from; it stays as it is
   * @param id ID of the storage
   * @param change gives the other storage
   * @return the changed plan
   */
  public static ClusterPlan withStorage(
      ClusterPlan plan, String id, UnaryOperator<Storage> change) {
    return changed(
        plan, it -> it.storages(replaced("storage", plan.storages(), Storage::id, id, change)));
  }

  /**
   * The plan with another storage server of this name.
   *
   * @param plan the plan to start from; it stays as it is
   * @param name name of the part
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withStorageServer(
      ClusterPlan plan, String name, UnaryOperator<StorageServer.Builder> change) {
    return changed(
        plan,
        it -> it.storageServers(replaced(
            "storage server",
            plan.storageServers(),
            StorageServer::name,
            name,
            server -> change.apply(StorageServer.builder().from(server)).build())));
  }

  /**
   * The plan with another virtual machine of this VMID.
   *
   * @param plan the plan to start from; it stays as it is
   * @param vmid VMID of the guest
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withVm(ClusterPlan plan, int vmid, UnaryOperator<Vm.Builder> change) {
    return withGuest(
        plan, vmid, guest -> change.apply(Vm.builder().from((Vm) guest)).build());
  }

  /**
   * The plan with another container of this VMID.
   *
   * @param plan the plan to start from; it stays as it is
   * @param vmid VMID of the guest
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withContainer(
      ClusterPlan plan, int vmid, UnaryOperator<Container.Builder> change) {
    return withGuest(
        plan,
        vmid,
        guest -> change.apply(Container.builder().from((Container) guest)).build());
  }

  /**
   * The plan with another guest of this VMID.
   *
   * @param plan the plan to start from; it stays as it is
   * @param vmid VMID of the guest
   * @param change gives the other guest
   * @return the changed plan
   */
  public static ClusterPlan withGuest(ClusterPlan plan, int vmid, UnaryOperator<Guest> change) {
    return changed(
        plan,
        it -> it.guests(replaced(
            "guest",
            plan.guests(),
            guest -> guest.vmid().toString(),
            String.valueOf(vmid),
            change)));
  }

  /**
   * The plan with other Corosync links or another QDevice.
   *
   * @param plan the plan to start from; it stays as it is
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withCorosync(ClusterPlan plan, UnaryOperator<Corosync.Builder> change) {
    Corosync corosync = plan.corosync().orElseThrow(() -> nothingToChange("Corosync"));
    return changed(
        plan, it -> it.corosync(change.apply(Corosync.builder().from(corosync)).build()));
  }

  /**
   * The plan with another Ceph.
   *
   * @param plan the plan to start from; it stays as it is
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withCeph(ClusterPlan plan, UnaryOperator<Ceph.Builder> change) {
    Ceph ceph = plan.ceph().orElseThrow(() -> nothingToChange("Ceph"));
    return changed(plan, it -> it.ceph(change.apply(Ceph.builder().from(ceph)).build()));
  }

  /**
   * The plan with another high availability.
   *
   * @param plan the plan to start from; it stays as it is
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withHa(ClusterPlan plan, UnaryOperator<Ha.Builder> change) {
    Ha ha = plan.ha().orElseThrow(() -> nothingToChange("HA"));
    return changed(plan, it -> it.ha(change.apply(Ha.builder().from(ha)).build()));
  }

  /**
   * The plan with another software-defined network.
   *
   * @param plan the plan to start from; it stays as it is
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withSdn(ClusterPlan plan, UnaryOperator<Sdn.Builder> change) {
    Sdn sdn = plan.sdn().orElseThrow(() -> nothingToChange("SDN"));
    return changed(plan, it -> it.sdn(change.apply(Sdn.builder().from(sdn)).build()));
  }

  /**
   * The plan with another backup.
   *
   * @param plan the plan to start from; it stays as it is
   * @param change what is done to the builder of the part
   * @return the changed plan
   */
  public static ClusterPlan withBackup(ClusterPlan plan, UnaryOperator<Backup.Builder> change) {
    Backup backup = plan.backup().orElseThrow(() -> nothingToChange("backup"));
    return changed(
        plan, it -> it.backup(change.apply(Backup.builder().from(backup)).build()));
  }

  /**
   * The same list with other elements in place of those that are chosen.
   *
   * @param <T> type of the elements
   * @param all the elements
   * @param chosen those to be changed, one at least
   * @param change gives the other element
   * @return the changed list
   */
  public static <T> List<T> replaced(
      List<? extends T> all, Predicate<? super T> chosen, UnaryOperator<T> change) {
    List<T> result = new ArrayList<>();
    boolean found = false;
    for (T each : all) {
      boolean matches = chosen.test(each);
      found |= matches;
      result.add(matches ? change.apply(each) : each);
    }
    if (!found) {
      throw nothingToChange("part of those");
    }
    return result;
  }

  private static <T> List<T> replaced(
      String kind,
      List<? extends T> all,
      Function<? super T, String> naming,
      String name,
      UnaryOperator<T> change) {
    List<String> names = all.stream().<String>map(naming).toList();
    if (!names.contains(name)) {
      throw missing(kind, name, names);
    }
    return replaced(all, part -> naming.apply(part).equals(name), change);
  }

  private static Node node(ClusterPlan plan, String name) {
    return plan.nodes().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> missing("node", name, plan.nodes().stream().map(Node::name).toList()));
  }

  private static IllegalArgumentException missing(String kind, String name, List<String> names) {
    return new IllegalArgumentException("there is no " + kind + " " + name + " to change; "
        + (names.isEmpty() ? "there is none at all" : "there is " + String.join(", ", names)));
  }

  private static IllegalArgumentException nothingToChange(String part) {
    return new IllegalArgumentException("the plan has no " + part + " to change");
  }
}
