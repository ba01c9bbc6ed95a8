package io.pveplan.model.automation;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
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
 * What Terraform makes, and with which provider: guests, and other parts of the cluster where the
 * plan says so.
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

  /** Guests it is to make; every virtual machine but the templates when empty. */
  @Value.NaturalOrder
  SortedSet<Vmid> guests();

  /** Version of bpg/proxmox to write for; {@link BpgVersion#READ} when absent. */
  Optional<BpgVersion> bpgVersion();

  /** Parts of the cluster that it makes instead of the scripts; nothing but guests when empty. */
  @Value.NaturalOrder
  SortedSet<TerraformPart> manages();

  /**
   * Whether the modules take over what is there already, with an {@code import} block for each
   * resource that has one. Terraform refuses such a block while its object is missing.
   */
  @Value.Default
  default boolean importBlocks() {
    return false;
  }

  /** Whether it makes no guest at all, and nothing but the parts that it manages. */
  @Value.Default
  default boolean withoutGuests() {
    return false;
  }

  /**
   * Whether it is to make a guest. Which of them it can make, {@link TerraformGuests} tells.
   *
   * @param guest a guest of the plan
   */
  default boolean wants(Guest guest) {
    if (withoutGuests()) {
      return false;
    }
    if (guests().isEmpty()) {
      return guest instanceof Vm vm && !vm.template();
    }
    return guests().contains(guest.vmid());
  }

  /** Whether it writes a module for a provider; bpg is the one for a plan that names none. */
  default boolean writesFor(TerraformProvider provider) {
    return providers().isEmpty()
        ? provider == TerraformProvider.BPG
        : providers().contains(provider);
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
          .check("manages", () -> requireBpg(built, !built.manages().isEmpty()))
          .check("withoutGuests", () -> requireNoGuests(built))
          .check("bpgVersion", () -> requireBpg(built, built.bpgVersion().isPresent()))
          .end();
      return built;
    }

    private static void requireNoGuests(Terraform terraform) {
      if (terraform.withoutGuests() && !terraform.guests().isEmpty()) {
        throw new InvalidValueException(
            "Terraform is to make no guest, and these: " + terraform.guests(),
            "Leave out one of the two.");
      }
    }

    private static void requireBpg(Terraform terraform, boolean used) {
      if (used && !terraform.writesFor(TerraformProvider.BPG)) {
        throw new InvalidValueException(
            "Terraform is to use Telmate/proxmox alone, which makes nothing but guests",
            "Add the provider bpg, or leave it out.");
      }
    }
  }
}
