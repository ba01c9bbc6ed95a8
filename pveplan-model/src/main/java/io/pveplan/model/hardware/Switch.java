package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Mtu;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An Ethernet switch that nodes are cabled to. What is not declared is unknown: rules that need it
 * end undecided.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableSwitch.class)
@JsonDeserialize(as = ImmutableSwitch.class)
public interface Switch extends Declared {

  /** Name of the switch, as it tells it by LLDP. */
  String name();

  /** Name of the rack it stands in. */
  Optional<String> rack();

  /** Power supplies. */
  List<PowerSupply> powerSupplies();

  /**
   * Name of the stack or MLAG pair it belongs to. A LACP bond may end on several switches of one
   * stack.
   */
  Optional<String> stack();

  /** Address of its management interface. */
  Optional<InterfaceAddress> managementAddress();

  /** Largest packet its ports let through. */
  Optional<Mtu> mtu();

  /** Whether its ports can be in a LACP group. */
  Optional<Boolean> lacp();

  /** Its ports; without any, a cable may end on a port of any name. */
  List<SwitchPorts> ports();

  /** The place of the switch in the plan. */
  default PlanPath path() {
    return PlanPath.of("switch", name());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Switch}; {@code build()} refuses names of another form. */
  final class Builder extends ImmutableSwitch.Builder {
    Builder() {}

    @Override
    public Switch build() {
      Switch built = super.build();
      new Faults()
          .check(() -> NameFormat.LABEL.require(built.name()))
          .check("rack", () -> built.rack().ifPresent(NameFormat.LABEL::require))
          .check("stack", () -> built.stack().ifPresent(NameFormat.LABEL::require))
          .end();
      return built;
    }
  }
}
