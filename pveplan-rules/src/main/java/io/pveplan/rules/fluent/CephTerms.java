package io.pveplan.rules.fluent;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.hardware.Node;
import java.util.List;

/**
 * Ceph, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule replicas = rule("ACME-012", WARNING)
 *     .forEach(cephPools())
 *     .should(have(replicas(), atLeast(3)))
 *     .fix("Keep three copies.");
 * }</pre>
 *
 * @since 0.1
 */
public final class CephTerms {

  private CephTerms() {}

  /** {@return the Ceph pools} */
  public static Subjects<CephPool> cephPools() {
    return Subjects.declared(
        "Ceph pool",
        "Ceph pools",
        plan -> plan.plan().ceph().map(Ceph::pools).orElse(List.of()),
        CephPool::path,
        CephPool::name);
  }

  /** {@return the OSDs of nodes} */
  public static Parts<Node, Osd> osds() {
    return Parts.of(
        "OSD",
        "OSDs",
        HardwareTerms.nodes(),
        (node, plan) -> node.osds(),
        (node, osd, number) -> node.path().child("osd", osd.device()));
  }

  /** {@return copies a Ceph pool keeps of each object, as the plan says or as filled in} */
  public static Fact<CephPool, Integer> replicas() {
    return Fact.count("replica", "replicas", CephPool::size);
  }

  /** {@return copies a Ceph pool must have to be written to, as the plan says or as filled in} */
  public static Fact<CephPool, Integer> minReplicas() {
    return Fact.number("a min_size", CephPool::minSize);
  }

  /** {@return device class of an OSD} */
  public static Fact<Part<Node, Osd>, String> deviceClass() {
    return Fact.said("a device class", osd -> osd.value().deviceClass());
  }

  /** {@return holds for a node with a Ceph monitor} */
  public static Condition<Node> runCephMonitor() {
    return Conditions.condition(
        "run a Ceph monitor",
        (node, plan) -> plan.plan()
            .ceph()
            .filter(ceph -> ceph.monitors().contains(node.name()))
            .isPresent());
  }

  /** {@return holds for a node with a Ceph manager} */
  public static Condition<Node> runCephManager() {
    return Conditions.condition(
        "run a Ceph manager",
        (node, plan) -> plan.plan()
            .ceph()
            .filter(ceph -> ceph.managers().contains(node.name()))
            .isPresent());
  }
}
