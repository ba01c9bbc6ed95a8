package io.pveplan.model.ha;

import io.pveplan.model.Declared;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * High availability: which guests, and where.
 *
 * <pre>{@code
 * Ha.builder().addResources(HaResource.builder().guest(Vmid.of(200)).build()).build();
 * // A rule about guest 201, which is no resource, is refused by the plan.
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableHa.class)
@JsonDeserialize(as = ImmutableHa.class)
public interface Ha extends Declared {

  /** Guests that HA keeps running. */
  List<HaResource> resources();

  /** Rules about nodes. */
  List<NodeAffinity> nodeAffinities();

  /** Rules about each other. */
  List<ResourceAffinity> resourceAffinities();

  /** The rules about nodes that are not switched off. */
  default List<NodeAffinity> enabledNodeAffinities() {
    return nodeAffinities().stream().filter(rule -> !rule.disabled()).toList();
  }

  /** The rules about each other that are not switched off. */
  default List<ResourceAffinity> enabledResourceAffinities() {
    return resourceAffinities().stream().filter(rule -> !rule.disabled()).toList();
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Ha}. */
  final class Builder extends ImmutableHa.Builder {
    Builder() {}
  }
}
