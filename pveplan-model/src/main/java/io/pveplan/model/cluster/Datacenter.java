package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Options of the whole cluster, as in datacenter.cfg.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDatacenter.class)
@JsonDeserialize(as = ImmutableDatacenter.class)
public interface Datacenter extends Declared {

  /** Way of migrations. */
  Optional<MigrationSettings> migration();

  /** Way of replication jobs; that of migrations when absent. */
  Optional<MigrationSettings> replication();

  /** How HA selects nodes. */
  Optional<Scheduling> scheduling();

  /** What becomes of guests under HA when their node is shut down; conditional when absent. */
  Optional<ShutdownPolicy> shutdownPolicy();

  /**
   * What the MAC addresses begin with that Proxmox VE makes up for guests; {@code BC:24:11} when
   * absent. One that ends in a single digit needs pve-cluster 9.1.2.
   */
  Optional<String> macPrefix();

  /** What operations may take of the bandwidth. */
  Optional<BandwidthLimits> bandwidthLimits();

  /** From where VMIDs are taken. */
  Optional<NextIds> nextIds();

  /** How tags are shown. */
  Optional<TagStyle> tagStyle();

  /** Tags that only users with Sys.Modify on / may give and take. */
  @Value.NaturalOrder
  SortedSet<String> registeredTags();

  /** Which tags other users may give. */
  Optional<UserTagAccess> userTagAccess();

  /** The viewer of consoles. */
  Optional<ConsoleViewer> console();

  /** Keyboard layout of VNC, as Proxmox VE names it: {@code de}, {@code en-us}. */
  Optional<String> keyboard();

  /** Language of the web interface, as Proxmox VE names it: {@code de}, {@code pt_BR}. */
  Optional<String> language();

  /** Sender of notifications; root of the node when absent. */
  Optional<String> emailFrom();

  /** Tasks that a node begins at once for actions on many guests, at least 1. */
  OptionalInt maxWorkers();

  /** Note on the cluster. */
  Optional<String> description();

  /**
   * {@return the keyboard layout, if Proxmox VE has it}
   *
   * @param layout {@code en-us}, for example
   * @throws io.pveplan.model.InvalidValueException if it has not
   */
  static String requireKeyboard(String layout) {
    DatacenterCheck.keyboard(layout);
    return layout;
  }

  /**
   * {@return the language, if the web interface has it}
   *
   * @param language {@code pt_BR}, for example
   * @throws io.pveplan.model.InvalidValueException if it has not
   */
  static String requireLanguage(String language) {
    DatacenterCheck.language(language);
    return language;
  }

  /**
   * {@return the number of workers, if it is one}
   *
   * @param number 1 to 1000000
   * @throws io.pveplan.model.InvalidValueException if it is outside of that
   */
  static int requireMaxWorkers(int number) {
    DatacenterCheck.workers(number);
    return number;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Datacenter}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableDatacenter.Builder {
    Builder() {}

    @Override
    public Datacenter build() {
      Datacenter built = super.build();
      DatacenterCheck.require(built);
      return built;
    }
  }
}
