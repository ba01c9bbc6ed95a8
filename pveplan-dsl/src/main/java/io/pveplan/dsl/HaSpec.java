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
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of high availability.
 *
 * <pre>{@code
 * c.ha(h -> h.resources(web, db).resourceAffinity("apart", Affinity.NEGATIVE, web, db));
 * c.ha(h -> h.resource(web, r -> r.maxRestart(-1))); // refused: is outside 0 to 1000
 * }</pre>
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
    return resources(Arrays.asList(guests));
  }

  /** Keeps guests running. */
  public HaSpec resources(List<GuestRef> guests) {
    requireOpen();
    guests.forEach(guest -> resource(guest, h -> {}));
    return this;
  }

  /** Keeps a guest running, with what else there is to say of it. */
  public HaSpec resource(GuestRef guest, Consumer<? super ResourceSpec> block) {
    ResourceSpec spec = new ResourceSpec(definition, guest);
    add(
        declare(spec, block, spec.resource::build, guest),
        ha::addResource,
        guest.toString(),
        "HA resource");
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
    return resourceAffinity(name, affinity, Arrays.asList(guests));
  }

  /** Adds a rule that keeps HA resources together or apart. */
  public HaSpec resourceAffinity(String name, Affinity affinity, List<GuestRef> guests) {
    return resourceAffinity(name, affinity, guests, a -> {});
  }

  /**
   * Adds a rule that keeps HA resources together or apart, with what else there is to say of it.
   *
   * <pre>{@code
   * c.ha(h -> h.resources(web, db)
   *     .resourceAffinity("apart", Affinity.NEGATIVE, List.of(web, db), a -> a.comment("two sites")));
   * c.ha(h -> h.resourceAffinity("one", Affinity.POSITIVE, List.of(web), a -> {})); // refused: one HA
   * }</pre>
   *
   * @param name ID of the rule
   * @param affinity together or apart
   * @param guests HA resources, two or more
   * @param block comment, and whether it is switched off
   * @return this scope
   */
  public HaSpec resourceAffinity(
      String name,
      Affinity affinity,
      List<GuestRef> guests,
      Consumer<? super ResourceAffinitySpec> block) {
    ResourceAffinitySpec spec = new ResourceAffinitySpec(definition, name, affinity, guests);
    declare(spec, block, spec.rule::build).ifPresent(ha::addResourceAffinity);
    return this;
  }

  @Override
  void cutShort() {
    definition.incomplete();
  }

  /**
   * Scope of an HA resource.
   *
   * <pre>{@code
   * c.ha(h -> h.resource(web, r -> r.maxRestart(2).maxRelocate(1)));
   * c.ha(h -> h.resource(db, r -> r.maxRelocate(1001))); // refused: is outside 0 to 1000
   * }</pre>
   *
   * @since 0.1
   */
  public static final class ResourceSpec extends Scope {

    final HaResource.Builder resource = HaResource.builder();

    ResourceSpec(Definition definition, GuestRef guest) {
      super(definition, PlanPath.of("ha", "resource", guest.toString()));
      resource.guest(StandIn.VMID).declaredAt(line);
      require("guest", guest, it -> resource.guest(Vmid.of(it.vmid())));
    }

    /** Sets the wanted state; started when not set. */
    public ResourceSpec state(HaState state) {
      set("state", state, resource::state);
      return this;
    }

    /** Sets the attempts to start it again on the same node; 1 when not set. */
    public ResourceSpec maxRestart(int attempts) {
      set("maxRestart", attempts, resource::maxRestart);
      return this;
    }

    /** Sets the attempts to start it on another node; 1 when not set. */
    public ResourceSpec maxRelocate(int attempts) {
      set("maxRelocate", attempts, resource::maxRelocate);
      return this;
    }

    /** Sets the comment, one line. */
    public ResourceSpec comment(String comment) {
      set("comment", comment, resource::comment);
      return this;
    }

    /** Keeps it where it is when a preferred node comes back (Proxmox VE 9). */
    public ResourceSpec withoutFailback() {
      set("failback", false, resource::failback);
      return this;
    }
  }

  /**
   * Scope of a node affinity rule.
   *
   * <pre>{@code
   * c.ha(h -> h.resources(web).nodeAffinity("home", a -> a.resources(web).node(nodeA, 2).nodes(nodeB)));
   * c.ha(h -> h.resources(db).nodeAffinity("off", a -> a.resources(db))); // refused: names no node
   * }</pre>
   *
   * @since 0.1
   */
  public static final class NodeAffinitySpec extends Scope {

    final NodeAffinity.Builder rule = NodeAffinity.builder();

    NodeAffinitySpec(Definition definition, String name) {
      super(definition, PlanPath.of("ha", "rule", Objects.requireNonNull(name, "name")));
      rule.name(name).declaredAt(line);
    }

    /** Adds the guests it is for. */
    public NodeAffinitySpec resources(GuestRef... guests) {
      if (!setEach("resources", guests, it -> rule.addResource(Vmid.of(it.vmid())))) {
        breakOff();
      }
      return this;
    }

    /** Adds a node with a priority; the highest is preferred. */
    public NodeAffinitySpec node(NodeRef node, int priority) {
      require(
          "nodes",
          node,
          it -> rule.addNode(NodePriority.builder()
              .priority(priority)
              .node(it.name())
              .declaredAt(CallSite.here())
              .build()));
      return this;
    }

    /** Adds nodes of priority 0. */
    public NodeAffinitySpec nodes(NodeRef... nodes) {
      requireOpen();
      for (NodeRef node : nodes) {
        require(
            "nodes",
            node,
            it -> rule.addNode(NodePriority.builder()
                .node(it.name())
                .declaredAt(CallSite.here())
                .build()));
      }
      return this;
    }

    /** Lets the guests run nowhere else, even if that means not at all. */
    public NodeAffinitySpec strict() {
      set("strict", true, rule::strict);
      return this;
    }

    /** Switches the rule off: it is there, and has no effect. */
    public NodeAffinitySpec disabled() {
      set("disabled", true, rule::disabled);
      return this;
    }

    /** Sets the comment, one line. */
    public NodeAffinitySpec comment(String comment) {
      set("comment", comment, rule::comment);
      return this;
    }
  }

  /**
   * Scope of a resource affinity rule.
   *
   * <pre>{@code
   * c.ha(h -> h.resources(web, db)
   *     .resourceAffinity("apart", Affinity.NEGATIVE, List.of(web, db), a -> a.disabled()));
   * c.ha(h -> h.resourceAffinity("ab", Affinity.POSITIVE, List.of(web), a -> {})); // refused: one HA
   * }</pre>
   *
   * @since 0.1
   */
  public static final class ResourceAffinitySpec extends Scope {

    final ResourceAffinity.Builder rule = ResourceAffinity.builder();

    ResourceAffinitySpec(
        Definition definition, String name, Affinity affinity, List<GuestRef> guests) {
      super(definition, PlanPath.of("ha", "rule", Objects.requireNonNull(name, "name")));
      rule.name(name).affinity(affinity).declaredAt(line);
      if (!setEach("resources", guests, it -> rule.addResource(Vmid.of(it.vmid())))) {
        breakOff();
      }
    }

    /** Switches the rule off: it is there, and has no effect. */
    public ResourceAffinitySpec disabled() {
      set("disabled", true, rule::disabled);
      return this;
    }

    /** Sets the comment, one line. */
    public ResourceAffinitySpec comment(String comment) {
      set("comment", comment, rule::comment);
      return this;
    }
  }
}
