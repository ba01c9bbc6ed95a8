package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A container.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableContainer.class)
@JsonDeserialize(as = ImmutableContainer.class)
@JsonTypeName("container")
public non-sealed interface Container extends Guest {

  /** Container template it is made from. */
  Volume ostemplate();

  /** Root file system. */
  GuestDisk rootfs();

  /** Whether its root is an ordinary user of the node. */
  @Value.Default
  default boolean unprivileged() {
    return true;
  }

  /** Swap it may use beyond its memory; 512 MiB when absent. */
  Optional<DataSize> swap();

  /** What it may do beyond the usual. */
  Optional<ContainerFeatures> features();

  /** What it has at other paths, mp0 first. */
  List<MountPoint> mountPoints();

  /** Devices of the node that it may use, dev0 first. */
  List<ContainerDevice> devices();

  /** Addresses of its network cards; those not named have none. */
  List<IpConfig> ipConfigs();

  /** Name servers; those of the node when absent. */
  List<IpAddress> dnsServers();

  /** Domain that short names are looked up in; that of the node when absent. */
  Optional<String> searchDomain();

  /**
   * The system that is set up in it, by the name that Proxmox VE has for it, as far as the name of
   * its template tells.
   */
  default Optional<String> system() {
    Matcher system = ContainerSystems.NAMED.matcher(ostemplate().file());
    if (system.matches()) {
      return Optional.of(system.group(1));
    }
    return ContainerSystems.LIKE_CENTOS.matcher(ostemplate().file()).matches()
        ? Optional.of("centos")
        : Optional.empty();
  }

  /** Root file system and volumes at mount points. */
  @Override
  @Value.Lazy
  default List<GuestDisk> disks() {
    return MountedVolumes.of(this);
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Container}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableContainer.Builder {
    Builder() {}

    @Override
    public Container build() {
      Container built = super.build();
      new Faults()
          .check(() -> GuestCheck.require(built))
          .check("rootfs.format", () -> GuestCheck.requireNoFormat(built.rootfs()))
          .check("rootfs", () -> MountedVolumes.requireRoot(built.rootfs()))
          .check(
              "mountPoints",
              () -> Ranges.require("number of mount points", built.mountPoints().size(), 0, 256))
          .check("mountPoints", () -> MountedVolumes.requirePaths(built))
          .check(
              "devices",
              () -> Ranges.require("number of devices", built.devices().size(), 0, 256))
          .check("searchDomain", () -> built.searchDomain().ifPresent(NameFormat.DOMAIN::require))
          .check("swap", () -> built.swap().ifPresent(GuestCheck::requireMib))
          .end();
      return built;
    }
  }
}
