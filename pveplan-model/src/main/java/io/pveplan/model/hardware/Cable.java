package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.Length;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A cable from a node to a switch.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCable.class)
@JsonDeserialize(as = ImmutableCable.class)
public interface Cable extends Declared {

  /** Name of the node. */
  String node();

  /** Name of the network card; the cable ends in the management controller when absent. */
  Optional<String> nic();

  /** Name of the switch. */
  String switchName();

  /** Name of the port of the switch. */
  String port();

  /** What is written on both ends. */
  Optional<String> label();

  /** Length. */
  Optional<Length> length();

  /** The place of the cable in the plan: its end at the node. */
  default PlanPath path() {
    return PlanPath.of("cable", node(), nic().orElse("bmc"));
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Cable}; {@code build()} refuses names of another form. */
  final class Builder extends ImmutableCable.Builder {
    Builder() {}

    @Override
    public Cable build() {
      Cable built = super.build();
      new Faults()
          .check("node", () -> NameFormat.NODE.require(built.node()))
          .check("nic", () -> built.nic().ifPresent(NameFormat.NIC::require))
          .check("switchName", () -> NameFormat.LABEL.require(built.switchName()))
          .check("port", () -> NameFormat.SWITCH_PORT.require(built.port()))
          .check("label", () -> built.label().ifPresent(NameFormat.LABEL::require))
          .end();
      return built;
    }
  }
}
