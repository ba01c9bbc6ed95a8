package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.unit.DataRate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Ports of a switch that are alike: {@code Ethernet1/1} to {@code Ethernet1/48}. A single port is a
 * row of one.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableSwitchPorts.class)
@JsonDeserialize(as = ImmutableSwitchPorts.class)
public interface SwitchPorts extends Declared {

  /**
   * What stands before the number in the name of a port, as the switch tells it by LLDP; nothing
   * when absent.
   */
  Optional<String> prefix();

  /** Number of the first port, 0 to 1024. */
  int first();

  /** Number of the last port, 0 to 1024, not below the first. */
  int last();

  /** Speed of each port. */
  Optional<DataRate> speed();

  /** Largest packet the ports let through; that of the switch when absent. */
  Optional<Mtu> mtu();

  /** Whether the ports can be in a LACP group; what holds for the switch when absent. */
  Optional<Boolean> lacp();

  /** How often the ports speak LACP. */
  Optional<LacpRate> lacpRate();

  /**
   * Names of the networks that the ports let through, untagged or tagged; nothing is known of them
   * when there are none.
   */
  @Value.NaturalOrder
  SortedSet<String> networks();

  /** Names of the ports, the first one first. */
  @JsonIgnore
  default List<String> names() {
    return IntStream.rangeClosed(first(), last())
        .mapToObj(number -> prefix().orElse("") + number)
        .toList();
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SwitchPorts}; {@code build()} refuses rows that can not be. */
  final class Builder extends ImmutableSwitchPorts.Builder {

    // More than any chassis has; without a bound a slip of the pen fills the memory.
    private static final int HIGHEST = 1024;

    Builder() {}

    @Override
    public SwitchPorts build() {
      SwitchPorts built = super.build();
      new Faults()
          .check(
              "prefix",
              () -> built
                  .prefix()
                  .ifPresent(prefix -> NameFormat.SWITCH_PORT.require(prefix + HIGHEST)))
          .check("first", () -> Ranges.require("port number", built.first(), 0, HIGHEST))
          .check("last", () -> Ranges.require("port number", built.last(), 0, HIGHEST))
          .check(() -> requireOrder(built))
          .each("networks", built.networks(), NameFormat.LABEL::require)
          .end();
      return built;
    }

    private static void requireOrder(SwitchPorts ports) {
      if (ports.last() < ports.first()) {
        throw new InvalidValueException(
            "ports " + ports.first() + " to " + ports.last() + " run backwards",
            "Name the lower number first.");
      }
    }
  }
}
