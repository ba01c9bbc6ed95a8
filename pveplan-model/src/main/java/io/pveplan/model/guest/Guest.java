package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.pveplan.model.Declared;
import io.pveplan.model.PlanPath;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;

/**
 * A virtual machine or a container.
 *
 * @since 0.1
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(Vm.class), @JsonSubTypes.Type(Container.class)})
public sealed interface Guest extends Declared permits Vm, Container {

  /** Number of the guest, unique among virtual machines and containers. */
  Vmid vmid();

  /** Name; a DNS name. */
  String name();

  /** Name of the node it starts its life on. */
  Optional<String> node();

  /**
   * Name of the profile it was made from. Guests of one profile are a fleet: Terraform gets one
   * resource for them. All that the profile says stands in each guest, too.
   */
  Optional<String> fleet();

  /** CPU cores (per socket, for a virtual machine); 1 for a virtual machine when absent. */
  OptionalInt cores();

  /** Memory; 512 MiB when absent. */
  Optional<DataSize> memory();

  /** Network cards, net0 first. */
  List<GuestNic> nics();

  /** How much of the latest data may be lost when its node is: zero promises none. */
  Optional<Duration> rpo();

  /** How long it may be down after a failure, until it starts again. */
  Optional<Duration> rto();

  /**
   * Whether it must be up after every failure that the plan promises to survive: rules hold the
   * plan to that. There is nothing to set.
   */
  @Value.Default
  default boolean mustRun() {
    return false;
  }

  /**
   * Whether snapshots of it are to be taken: rules hold its storages to that. There is nothing to
   * set.
   */
  @Value.Default
  default boolean snapshots() {
    return false;
  }

  /** How much of its data changes in a time: what each run of its replication has to copy. */
  Optional<DataRate> changeRate();

  /**
   * Tags. Proxmox VE keeps them in lower case, unless the style of tags of the datacenter tells them
   * by case.
   */
  @Value.NaturalOrder
  SortedSet<String> tags();

  /** Description, one line. */
  Optional<String> description();

  /** Whether it starts with its node. */
  @Value.Default
  default boolean onBoot() {
    return false;
  }

  /** When it starts and stops with its node. */
  Optional<Startup> startup();

  /** Resource pool it belongs to. */
  Optional<String> pool();

  /** Whether Proxmox VE refuses to remove it and its disks. */
  @Value.Default
  default boolean protection() {
    return false;
  }

  /** How many processors' time it may use at most, for example 1.5; no limit when absent or 0. */
  OptionalDouble cpuLimit();

  /** Its weight when guests want more processor time than there is; 100 when absent. */
  OptionalInt cpuUnits();

  /** Volumes it owns, in the order of the plan. */
  List<GuestDisk> disks();

  /** The place of the guest in the plan. Most rules ask for it, so it is made once. */
  @Value.Lazy
  default PlanPath path() {
    return PlanPath.of("guest", vmid().toString());
  }
}
