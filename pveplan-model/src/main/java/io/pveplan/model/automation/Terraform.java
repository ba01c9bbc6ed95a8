package io.pveplan.model.automation;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Which guests Terraform makes, and with which provider.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTerraform.class)
@JsonDeserialize(as = ImmutableTerraform.class)
public interface Terraform extends Declared {

  /** Providers to write a module for; bpg when empty. */
  @Value.NaturalOrder
  SortedSet<TerraformProvider> providers();

  /** Address or name of the node whose API is used; the first node when absent. */
  Optional<String> apiHost();

  /** Guests it makes; every virtual machine but the templates when empty. */
  @Value.NaturalOrder
  SortedSet<Vmid> guests();

  /** Whether it makes a guest. */
  default boolean makes(Guest guest) {
    if (guests().isEmpty()) {
      return guest instanceof Vm vm && !vm.template();
    }
    return guests().contains(guest.vmid());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Terraform}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableTerraform.Builder {
    Builder() {}

    @Override
    public Terraform build() {
      Terraform built = super.build();
      new Faults()
          .check("apiHost", () -> built.apiHost().ifPresent(NameFormat.SERVER::require))
          .end();
      return built;
    }
  }
}
