package io.pveplan.rules.fluent;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Nodes and what they are built from, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule memory = rule("ACME-016", WARNING)
 *     .forEach(nodes())
 *     .should(have(memory(), atLeast(gib(64))).and(have(rack())))
 *     .fix("Add memory, and name the rack.");
 * }</pre>
 *
 * @since 0.1
 */
public final class HardwareTerms {

  private HardwareTerms() {}

  /** {@return the nodes, the founding one first} */
  public static Subjects<Node> nodes() {
    return Subjects.declared("node", "nodes", ResolvedPlan::nodes, Node::path, Node::name);
  }

  /** {@return the disks of nodes; unknown for a node that lists none} */
  public static Parts<Node, Disk> disks() {
    return Parts.unknownIfNone(
        "disk",
        "disks",
        nodes(),
        (node, plan) -> node.hardware().map(Hardware::disks).orElse(List.of()),
        (node, disk, number) -> node.path().child(disk.device()));
  }

  /** {@return the ZFS pools of nodes} */
  public static Parts<Node, ZfsPool> zfsPools() {
    return Parts.of(
        "ZFS pool",
        "ZFS pools",
        nodes(),
        (node, plan) -> node.zfsPools(),
        (node, pool, number) -> node.path().child(pool.name()));
  }

  /** {@return the power circuits} */
  public static Subjects<Circuit> circuits() {
    return Subjects.declared(
        "circuit",
        "circuits",
        plan -> plan.plan().circuits(),
        circuit -> PlanPath.of("circuit", circuit.name()),
        Circuit::name);
  }

  /** {@return memory of a node} */
  public static Fact<Node, DataSize> memory() {
    return Fact.said("memory", node -> node.hardware().flatMap(Hardware::memory));
  }

  /** {@return CPU model of a node} */
  public static Fact<Node, String> cpuModel() {
    return Fact.said("a CPU model", node -> cpu(node).map(Cpu::model));
  }

  /** {@return maker of the CPUs of a node} */
  public static Fact<Node, CpuVendor> cpuVendor() {
    return Fact.said("a CPU vendor", node -> cpu(node).flatMap(Cpu::vendor));
  }

  /** {@return level of the CPUs of a node} */
  public static Fact<Node, CpuLevel> cpuLevel() {
    return Fact.said("a CPU level", node -> cpu(node).flatMap(Cpu::level));
  }

  /** {@return number of CPUs of a node} */
  public static Fact<Node, Integer> cpuSockets() {
    return Fact.count(
        "CPU socket",
        "CPU sockets",
        node -> cpu(node).map(cpu -> OptionalInt.of(cpu.sockets())).orElseGet(OptionalInt::empty));
  }

  /** {@return number of CPU threads of a node} */
  public static Fact<Node, Integer> cpuThreads() {
    return Fact.count(
        "CPU thread",
        "CPU threads",
        node -> cpu(node).map(Cpu::threads).orElseGet(OptionalInt::empty));
  }

  /** {@return number of power supplies of a node; unknown if the plan lists none} */
  public static Fact<Node, Integer> powerSupplies() {
    return Fact.count(
        "power supply",
        "power supplies",
        node -> numberOf(node.hardware().map(Hardware::powerSupplies).orElse(List.of())));
  }

  /** {@return rack of a node} */
  public static Fact<Node, String> rack() {
    return Fact.said("a rack", node -> node.hardware().flatMap(Hardware::rack));
  }

  /** {@return kind of the out-of-band management of a node} */
  public static Fact<Node, BmcKind> bmc() {
    return Fact.said("a BMC", node -> node.hardware().flatMap(Hardware::bmc).map(Bmc::controller));
  }

  /** {@return votes of a node, as the plan says or as filled in} */
  public static Fact<Node, Integer> votes() {
    return Fact.count("vote", "votes", Node::votes);
  }

  /**
   * That a node has a role.
   *
   * @param role role a node is to have
   * @return holds for a node with the role
   */
  public static Condition<Node> haveRole(NodeRole role) {
    return Members.have("have role", role, "has", "roles", (node, plan) -> node.roles());
  }

  /**
   * That a package is on a node, from the plan or its own.
   *
   * @param name name of a Debian package
   * @return holds for a node with the package; undecided if no package is known
   */
  public static Condition<Node> havePackage(String name) {
    return Members.known(
        "have package", name, "has", "packages", (node, plan) -> plan.packages(node));
  }

  /**
   * That a node is on a network.
   *
   * @param network name of the network
   * @return holds for a node with an address or a bridge on the network
   */
  public static Condition<Node> areOn(String network) {
    return Members.have(
        "are on network",
        network,
        "is on",
        "networks",
        (node, plan) -> plan.topology().networksOf(node.name()));
  }

  /**
   * That a node reaches a storage.
   *
   * @param storage ID of the storage
   * @return holds for a node that has the storage
   */
  public static Condition<Node> reachStorage(String storage) {
    return Members.have(
        "reach storage", storage, "reaches", "storages", (node, plan) -> storages(node, plan));
  }

  /** {@return size of a disk of a node} */
  public static Fact<Part<Node, Disk>, DataSize> capacity() {
    return Fact.always("a capacity", disk -> disk.value().size());
  }

  /** {@return kind of a disk of a node} */
  public static Fact<Part<Node, Disk>, DiskKind> diskKind() {
    return Fact.always("a disk kind", disk -> disk.value().diskKind());
  }

  /** {@return RAID level of a ZFS pool} */
  public static Fact<Part<Node, ZfsPool>, ZfsRaid> zfsRaid() {
    return Fact.always("a RAID level", pool -> pool.value().raid());
  }

  /** {@return number of disks of a ZFS pool} */
  public static Fact<Part<Node, ZfsPool>, Integer> poolDevices() {
    return Fact.count(
        "device", "devices", pool -> OptionalInt.of(pool.value().devices().size()));
  }

  /** {@return UPS before a power circuit} */
  public static Fact<Circuit, String> ups() {
    return Fact.said("a UPS", Circuit::ups);
  }

  private static Optional<Cpu> cpu(Node node) {
    return node.hardware().flatMap(Hardware::cpu);
  }

  private static OptionalInt numberOf(List<?> listed) {
    return listed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(listed.size());
  }

  private static List<String> storages(Node node, ResolvedPlan plan) {
    return plan.storages().stream()
        .map(Storage::id)
        .filter(storage -> plan.reach().reaches(node.name(), storage))
        .toList();
  }
}
