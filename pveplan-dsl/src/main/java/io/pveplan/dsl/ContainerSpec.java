package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Container;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Scope of a container.
 *
 * @since 0.1
 */
public final class ContainerSpec extends Scope {

  final Container.Builder container = Container.builder();
  private int nics;

  ContainerSpec(Definition definition, int vmid, String name) {
    super(definition, PlanPath.of("guest", Integer.toString(vmid)));
    container.name(name).declaredAt(line);
  }

  /** Sets the node it starts its life on. */
  public ContainerSpec node(NodeRef node) {
    set(() -> container.node(NameFormat.NODE.require(node.name())), node);
    return this;
  }

  /** Sets the number of cores it may use; all when not set. */
  public ContainerSpec cores(int cores) {
    set(() -> container.cores(cores));
    return this;
  }

  /** Sets the limit of its memory; 512 MiB when not set. */
  public ContainerSpec memory(DataSize memory) {
    set(() -> container.memory(memory));
    return this;
  }

  /** Adds a network card. */
  public ContainerSpec nic(String bridge) {
    return nic(bridge, b -> {});
  }

  /** Adds a network card with a VLAN tag. */
  public ContainerSpec nic(String bridge, VlanOption vlan) {
    return nic(bridge, b -> b.tag(vlan.tag()));
  }

  /** Adds a network card with what else there is to say of it. */
  public ContainerSpec nic(String bridge, Consumer<? super GuestNicSpec> block) {
    return addNic(bridge, block);
  }

  /** Adds a network card on a VNet. */
  public ContainerSpec nic(VnetRef vnet) {
    return nic(vnet, b -> {});
  }

  /** Adds a network card on a VNet with what else there is to say of it. */
  public ContainerSpec nic(VnetRef vnet, Consumer<? super GuestNicSpec> block) {
    return addNic(vnet, block);
  }

  private ContainerSpec addNic(Object bridge, Consumer<? super GuestNicSpec> block) {
    GuestNicSpec spec = new GuestNicSpec(definition, at.child("net" + nics++), bridge.toString());
    declare(spec, block, spec.nic::build, bridge).ifPresent(container::addNic);
    return this;
  }

  /** Lets its root be root of the node. Rarely needed. */
  public ContainerSpec privileged() {
    set(() -> container.unprivileged(false));
    return this;
  }

  /** Sets how much of the latest data may be lost when its node is. */
  public ContainerSpec rpo(Duration rpo) {
    set(() -> container.rpo(rpo));
    return this;
  }

  /** Starts it with its node. */
  public ContainerSpec onBoot() {
    set(() -> container.onBoot(true));
    return this;
  }

  /** Adds tags. */
  public ContainerSpec tags(String... tags) {
    set(() -> container.addTags(tags));
    return this;
  }

  /** Sets the description, one line. */
  public ContainerSpec description(String description) {
    set(() -> container.description(description));
    return this;
  }

  /** Applies a fragment. */
  public ContainerSpec with(Consumer<? super ContainerSpec> fragment) {
    requireOpen();
    fragment.accept(this);
    return this;
  }
}
