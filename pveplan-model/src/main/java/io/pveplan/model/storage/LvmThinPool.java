package io.pveplan.model.storage;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A volume group to be made on a node, with one thin pool that fills it.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableLvmThinPool.class)
@JsonDeserialize(as = ImmutableLvmThinPool.class)
public interface LvmThinPool extends Declared {

  /** Name of the volume group. */
  String vgname();

  /** Name of the thin pool in it. */
  String thinPool();

  /** Devices of the volume group, best by stable name. */
  List<String> devices();

  /** Volume group and thin pool as LVM names them together: {@code vg_local/data}. */
  default String name() {
    return vgname() + "/" + thinPool();
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link LvmThinPool}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableLvmThinPool.Builder {
    Builder() {}

    @Override
    public LvmThinPool build() {
      LvmThinPool built = super.build();
      new Faults()
          .check("vgname", () -> NameFormat.LVM_NAME.require(built.vgname()))
          .check("thinPool", () -> NameFormat.LVM_NAME.require(built.thinPool()))
          .check("devices", () -> requireDevice(built))
          .each("devices", built.devices(), NameFormat.DEVICE::require)
          .end();
      return built;
    }

    private static void requireDevice(LvmThinPool pool) {
      if (pool.devices().isEmpty()) {
        throw new InvalidValueException(
            "volume group " + pool.vgname() + " lies on no device", "Name a device.");
      }
    }
  }
}
