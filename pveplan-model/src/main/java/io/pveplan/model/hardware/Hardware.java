package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a node is built from. What is not declared is unknown: rules that need it end undecided.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableHardware.class)
@JsonDeserialize(as = ImmutableHardware.class)
public interface Hardware extends Declared {

  /** Processors. */
  Optional<Cpu> cpu();

  /** Installed memory. */
  Optional<DataSize> memory();

  /** Whether the memory corrects errors (ECC). */
  Optional<Boolean> eccMemory();

  /** Disks that are free for pools and OSDs; the ones the system is installed on are not listed. */
  List<Disk> disks();

  /** The disks that Proxmox VE is installed on. */
  Optional<SystemDisks> systemDisks();

  /** Power supplies. */
  List<PowerSupply> powerSupplies();

  /** Management controller. */
  Optional<Bmc> bmc();

  /** Name of the rack it stands in. */
  Optional<String> rack();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Hardware}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableHardware.Builder {
    Builder() {}

    @Override
    public Hardware build() {
      Hardware built = super.build();
      new Faults()
          .check("rack", () -> built.rack().ifPresent(NameFormat.LABEL::require))
          .end();
      return built;
    }
  }
}
