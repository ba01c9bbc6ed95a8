package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of a container.
 *
 * <pre>{@code
 * c.container(
 *     310, "dns", containerTemplate(nas, "debian-13.tar.zst"), vmDisks, gib(4), t -> t.tags("infra"));
 * c.container(
 *     311, "ns", containerTemplate(nas, "a.tar.zst"), vmDisks, gib(4), t -> t.cores(0)); // refused: cores 0
 * }</pre>
 *
 * @since 0.1
 */
public final class ContainerSpec extends Scope {

  final Container.Builder container = Container.builder();
  private int nics;

  ContainerSpec(Definition definition, int vmid, String name) {
    super(definition, PlanPath.of("guest", Integer.toString(vmid)));
    container.vmid(StandIn.VMID).name(Objects.requireNonNull(name, "name")).declaredAt(line);
    require("", vmid, it -> container.vmid(Vmid.of(it)));
  }

  final void root(ContainerTemplate template, StorageRef storage, DataSize size) {
    container.ostemplate(StandIn.VOLUME);
    require("ostemplate", template, it -> container.ostemplate(it.volume()));
    GuestDisk.Builder rootfs = GuestDisk.builder().slot("rootfs").size(size).declaredAt(line);
    container.rootfs(StandIn.ROOTFS);
    if (definition.isRefused(at.child("rootfs"), storage, size)) {
      breakOff();
    } else {
      require(
          "rootfs", storage, it -> container.rootfs(rootfs.storage(it.name()).build()));
    }
  }

  /** Sets the node it starts its life on. */
  public ContainerSpec node(NodeRef node) {
    set("node", node, it -> container.node(NameFormat.NODE.require(it.name())));
    return this;
  }

  /** Sets the number of cores it may use; all when not set. */
  public ContainerSpec cores(int cores) {
    set("cores", cores, container::cores);
    return this;
  }

  /** Sets the limit of its memory; 512 MiB when not set. */
  public ContainerSpec memory(DataSize memory) {
    set("memory", memory, container::memory);
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
    GuestNicSpec spec = new GuestNicSpec(definition, at.child("net" + nics++), bridge);
    declare(spec, block, spec.nic::build, spec.reference()).ifPresent(container::addNic);
    return this;
  }

  /** Lets its root be root of the node. Rarely needed. */
  public ContainerSpec privileged() {
    set("unprivileged", false, container::unprivileged);
    return this;
  }

  /** Sets how much of the latest data may be lost when its node is. */
  public ContainerSpec rpo(Duration rpo) {
    set("rpo", rpo, container::rpo);
    return this;
  }

  /** Sets how long it may be down after a failure, until it starts again. */
  public ContainerSpec rto(Duration rto) {
    set("rto", rto, container::rto);
    return this;
  }

  /** Says that it must be up after every failure that the plan promises to survive. */
  public ContainerSpec mustRun() {
    set("mustRun", true, container::mustRun);
    return this;
  }

  /** Says that snapshots of it are to be taken, so that rules look at its storages. */
  public ContainerSpec snapshots() {
    set("snapshots", true, container::snapshots);
    return this;
  }

  /** Sets how much of its data changes in a time: what its replication has to copy. */
  public ContainerSpec changeRate(DataRate rate) {
    set("changeRate", rate, container::changeRate);
    return this;
  }

  /** Starts it with its node. */
  public ContainerSpec onBoot() {
    set("onBoot", true, container::onBoot);
    return this;
  }

  /** Adds tags. */
  public ContainerSpec tags(String... tags) {
    setEach("tags", tags, it -> container.addTag(NameFormat.TAG.require(it)));
    return this;
  }

  /** Sets the description, one line. */
  public ContainerSpec description(String description) {
    set("description", description, container::description);
    return this;
  }

  /** Applies a fragment. */
  public ContainerSpec with(Consumer<? super ContainerSpec> fragment) {
    requireOpen();
    fragment.accept(this);
    return this;
  }
}
