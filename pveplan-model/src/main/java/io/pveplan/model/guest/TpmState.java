package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The disk on which a virtual TPM keeps its state ({@code tpmstate0}).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTpmState.class)
@JsonDeserialize(as = ImmutableTpmState.class)
public interface TpmState extends Declared {

  /** ID of the storage it lies on. */
  String storage();

  /** Version. Proxmox VE takes v1.2 when nothing is said; pveplan says v2.0. */
  @Value.Default
  default TpmVersion version() {
    return TpmVersion.V2_0;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link TpmState}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableTpmState.Builder {
    Builder() {}

    @Override
    public TpmState build() {
      TpmState built = super.build();
      new Faults()
          .check("storage", () -> NameFormat.STORAGE_ID.require(built.storage()))
          .end();
      return built;
    }
  }
}
