package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
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

  /** Flags of the CPU that are switched on or off: {@code +aes}, {@code -pcid}. */
  @Value.NaturalOrder
  SortedSet<String> cpuFlags();

  /** Whether memory and cores are laid out in nodes, one for each socket. */
  @Value.Default
  default boolean numa() {
    return false;
  }

  /** Type of the machine, for example q35; pc when absent. */
  Optional<String> machine();

  /** Firmware; SeaBIOS when absent. */
  Optional<Bios> bios();

  /** Disk of UEFI firmware. */
  Optional<EfiDisk> efiDisk();

  /** Virtual TPM. */
  Optional<TpmState> tpmState();

  /** Operating system it is made for; other when absent. */
  Optional<OsType> ostype();

  /** Controller of its SCSI disks; lsi when absent. */
  Optional<ScsiController> scsihw();

  /** Graphics card; std when absent. */
  Optional<VgaType> vga();

  /** Whether it has a first serial port, for a console. */
  @Value.Default
  default boolean serial0() {
    return false;
  }

  /** Disks and network cards it is started from, the first one first; what it finds when empty. */
  List<String> boot();

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
          .check("machine", () -> built.machine().ifPresent(NameFormat.MACHINE::require))
          .check("cpuFlags", () -> VmCheck.requireFlags(built.cpuFlags()))
          .check("boot", () -> VmCheck.requireBoot(built.boot()))
          .end();
      return built;
    }
  }
}
