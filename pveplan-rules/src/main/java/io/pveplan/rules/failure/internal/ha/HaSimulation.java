package io.pveplan.rules.failure.internal.ha;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The HA manager of a cluster: what it does when nodes are lost, return, or are emptied for
 * maintenance. It takes for granted that the part of the cluster it runs in has quorum.
 */
public final class HaSimulation {

  private final Situation now;
  private final HaManager manager;

  private HaSimulation(Situation now, Startability startability) {
    this.now = now;
    this.manager = new HaManager(now, startability);
  }

  /**
   * A cluster with all nodes up, in which HA has started everything and moved what is not where it
   * belongs.
   */
  public static HaSimulation start(HaCluster cluster, Startability startability) {
    return startWithout(cluster, startability, List.of());
  }

  /** A cluster in which some nodes have not been up yet: nothing of what is on them is recovered. */
  public static HaSimulation startWithout(
      HaCluster cluster, Startability startability, Collection<String> nodes) {
    HaSimulation started = new HaSimulation(new Situation(new Numbered(cluster)), startability);
    started.setOnline(nodes, false);
    started.manager.settle(false);
    return started;
  }

  /**
   * An equal one that goes its own way, without decisions yet.
   *
   * @param ownStartability where guests start from now on
   */
  public HaSimulation copy(Startability ownStartability) {
    return new HaSimulation(now.copy(), ownStartability);
  }

  /** IDs of the resources that are on another node than in another one, or at another stage. */
  public List<String> differingFrom(HaSimulation other) {
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < now.stage.length; i++) {
      if (now.node[i] != other.now.node[i] || now.stage[i] != other.now.stage[i]) {
        differing.add(now.plan.services.get(i).sid());
      }
    }
    return differing;
  }

  /** Nodes fail, all at once; they are fenced, and what was on them is recovered. */
  public void lose(Collection<String> nodes) {
    setOnline(nodes, false);
    manager.settle(false);
    manager.settle(true);
  }

  /** Nodes come up again. */
  public void bringBack(Collection<String> nodes) {
    setOnline(nodes, true);
    manager.settle(false);
  }

  /** Nodes are emptied for maintenance. */
  public void drain(Collection<String> nodes) {
    nodes.forEach(name -> now.maintenance[now.plan.node(name)] = true);
    setOnline(nodes, false);
    manager.settle(false);
  }

  /** Maintenance is over. */
  public void endMaintenance(Collection<String> nodes) {
    nodes.forEach(name -> now.maintenance[now.plan.node(name)] = false);
    bringBack(nodes);
  }

  /** Running resources are moved to a node by order; they stay there as far as rules let them. */
  public void move(Collection<String> services, String node) {
    manager.beginAnew();
    for (String service : services) {
      now.change(now.plan.service(service), Stage.STARTED, now.plan.node(node), Situation.NONE);
    }
    manager.settle(false);
  }

  /** A resource is stopped, and is to stay so. */
  public void stop(String service) {
    int number = now.plan.service(service);
    now.heldDown[number] = true;
    now.change(number, Stage.STOPPED);
  }

  private void setOnline(Collection<String> nodes, boolean up) {
    manager.beginAnew();
    nodes.forEach(name -> now.setOnline(now.plan.node(name), up));
  }

  /** What HA has done, in order, since the start or the copy. */
  public List<Decision> decisions() {
    return Collections.unmodifiableList(manager.decisions());
  }

  /** What runs now. */
  public Startability.Running running() {
    return now::runs;
  }

  /** Name of the node that a resource is on. */
  public String nodeOf(String service) {
    return now.plan.nodes.get(now.node[now.plan.service(service)]).name();
  }

  /** What is about to happen with a resource. */
  public Stage stageOf(String service) {
    return now.stage[now.plan.service(service)];
  }

  /** Whether HA came to rest; else it moves a resource again and again, and can not. */
  public boolean settled() {
    return manager.settled();
  }
}
