package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A Ceph OSD to be made on a disk of a node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableOsd.class)
@JsonDeserialize(as = ImmutableOsd.class)
public interface Osd extends Declared {

  /** Device, best by stable name. */
  String device();

  /** CRUSH device class: hdd, ssd, nvme or one of your own. */
  Optional<String> deviceClass();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Osd}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableOsd.Builder {
    Builder() {}

    @Override
    public Osd build() {
      Osd built = super.build();
      new Faults()
          .check("device", () -> NameFormat.DEVICE.require(built.device()))
          .check("deviceClass", () -> built.deviceClass().ifPresent(NameFormat.LABEL::require))
          .end();
      return built;
    }
  }
}
