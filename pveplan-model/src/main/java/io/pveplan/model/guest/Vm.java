package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A virtual machine.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableVm.class)
@JsonDeserialize(as = ImmutableVm.class)
@JsonTypeName("vm")
public non-sealed interface Vm extends Guest {

  /** CPU sockets; 1 when absent. */
  OptionalInt sockets();

  /**
   * CPU type: host, a level such as {@code x86-64-v2-AES}, a model, or a {@code custom-} one; kvm64
   * when absent.
   */
  Optional<String> cpuType();

  /** Disks. */
  List<GuestDisk> disks();

  /** ISO image in the CD drive. */
  Optional<Volume> iso();

  /** Settings of cloud-init. */
  Optional<CloudInit> cloudInit();

  /** Whether it is a template: never started, only cloned. */
  @Value.Default
  default boolean template() {
    return false;
  }

  /** The template it is cloned from. */
  Optional<Clone> clone();

  /** Whether the QEMU guest agent runs in it. */
  @Value.Default
  default boolean agent() {
    return false;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Vm}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableVm.Builder {
    Builder() {}

    @Override
    public Vm build() {
      Vm built = super.build();
      new Faults()
          .check(() -> GuestCheck.require(built))
          .check(
              "sockets",
              () -> built
                  .sockets()
                  .ifPresent(sockets -> Ranges.require("number of sockets", sockets, 1, 64)))
          .check("cpuType", () -> built.cpuType().ifPresent(NameFormat.CPU_TYPE::require))
          .end();
      return built;
    }
  }
}
