package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The disk on which UEFI firmware keeps its settings ({@code efidisk0}).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableEfiDisk.class)
@JsonDeserialize(as = ImmutableEfiDisk.class)
public interface EfiDisk extends Declared {

  /** ID of the storage it lies on. */
  String storage();

  /** Size and form. Proxmox VE takes 2m when nothing is said; pveplan says 4m. */
  @Value.Default
  default EfiType efitype() {
    return EfiType.LARGE;
  }

  /** Whether the keys of Microsoft and the distributions are in it, so that Secure Boot is on. */
  @Value.Default
  default boolean preEnrolledKeys() {
    return false;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link EfiDisk}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableEfiDisk.Builder {
    Builder() {}

    @Override
    public EfiDisk build() {
      EfiDisk built = super.build();
      new Faults()
          .check("storage", () -> NameFormat.STORAGE_ID.require(built.storage()))
          .end();
      return built;
    }
  }
}
