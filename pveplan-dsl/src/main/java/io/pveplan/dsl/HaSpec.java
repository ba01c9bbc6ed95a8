package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Scope of high availability.
 *
 * @since 0.1
 */
public final class HaSpec extends Scope {

  private final Ha.Builder ha;

  HaSpec(Definition definition, Ha.Builder ha) {
    super(definition, PlanPath.of("ha"));
    this.ha = ha;
  }

  /** Keeps guests running. */
  public HaSpec resources(GuestRef... guests) {
    requireOpen();
    for (GuestRef guest : guests) {
      resource(guest, h -> {});
    }
    return this;
  }

  /** Keeps a guest running, with what else there is to say of it. */
  public HaSpec resource(GuestRef guest, Consumer<? super ResourceSpec> block) {
    ResourceSpec spec = new ResourceSpec(definition, guest);
    add(
        declare(spec, block, () -> spec.resource.guest(Vmid.of(guest.vmid())).build(), guest),
        guest.toString(),
        ha::addResource);
    return this;
  }

  /** Adds a rule about the nodes that HA resources run on. */
  public HaSpec nodeAffinity(String name, Consumer<? super NodeAffinitySpec> block) {
    NodeAffinitySpec spec = new NodeAffinitySpec(definition, name);
    declare(spec, block, spec.rule::build).ifPresent(ha::addNodeAffinity);
    return this;
  }

  /** Adds a rule that keeps HA resources together or apart. */
  public HaSpec resourceAffinity(String name, Affinity affinity, GuestRef... guests) {
    make(
            at.child("rule", name),
            () -> ResourceAffinity.builder()
                .name(name)
                .affinity(affinity)
                .addAllResources(
                    Arrays.stream(guests).map(guest -> Vmid.of(guest.vmid())).toList())
                .declaredAt(CallSite.here())
                .build(),
            (Object[]) guests)
        .ifPresent(ha::addResourceAffinity);
    return this;
  }

  @Override
  void cutShort() {
    definition.incomplete();
  }

  /**
   * Scope of an HA resource.
   *
   * @since 0.1
   */
  public static final class ResourceSpec extends Scope {

    final HaResource.Builder resource = HaResource.builder();

    ResourceSpec(Definition definition, GuestRef guest) {
      super(definition, PlanPath.of("ha", "resource", guest.toString()));
      resource.declaredAt(line);
    }

    /** Sets the wanted state; started when not set. */
    public ResourceSpec state(HaState state) {
      set(() -> resource.state(state));
      return this;
    }

    /** Sets the attempts to start it again on the same node; 1 when not set. */
    public ResourceSpec maxRestart(int attempts) {
      set(() -> resource.maxRestart(attempts));
      return this;
    }

    /** Sets the attempts to start it on another node; 1 when not set. */
    public ResourceSpec maxRelocate(int attempts) {
      set(() -> resource.maxRelocate(attempts));
      return this;
    }

    /** Sets the comment, one line. */
    public ResourceSpec comment(String comment) {
      set(() -> resource.comment(comment));
      return this;
    }

    /** Keeps it where it is when a preferred node comes back (Proxmox VE 9). */
    public ResourceSpec withoutFailback() {
      set(() -> resource.failback(false));
      return this;
    }
  }

  /**
   * Scope of a node affinity rule.
   *
   * @since 0.1
   */
  public static final class NodeAffinitySpec extends Scope {

    final NodeAffinity.Builder rule = NodeAffinity.builder();

    NodeAffinitySpec(Definition definition, String name) {
      super(definition, PlanPath.of("ha", "rule", name));
      rule.name(name).declaredAt(line);
    }

    /** Adds the guests it is for. */
    public NodeAffinitySpec resources(GuestRef... guests) {
      Supplier<?> setting = () -> rule.addAllResources(
          Arrays.stream(guests).map(guest -> Vmid.of(guest.vmid())).toList());
      if (!set(setting, (Object[]) guests)) {
        breakOff();
      }
      return this;
    }

    /** Adds a node with a priority; the highest is preferred. */
    public NodeAffinitySpec node(NodeRef node, int priority) {
      return node(NodePriority.builder().priority(priority), node);
    }

    /** Adds nodes of priority 0. */
    public NodeAffinitySpec nodes(NodeRef... nodes) {
      requireOpen();
      for (NodeRef node : nodes) {
        node(NodePriority.builder(), node);
      }
      return this;
    }

    private NodeAffinitySpec node(NodePriority.Builder priority, NodeRef node) {
      make(at, () -> priority.node(node.name()).declaredAt(CallSite.here()).build(), node)
          .ifPresentOrElse(rule::addNode, this::breakOff);
      return this;
    }

    /** Lets the guests run nowhere else, even if that means not at all. */
    public NodeAffinitySpec strict() {
      set(() -> rule.strict(true));
      return this;
    }
  }
}
