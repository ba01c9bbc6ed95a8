package io.pveplan.rules.failure;

import io.pveplan.model.unit.DataSize;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a node that got guests in a scenario has to carry, and what it has.
 *
 * @param node name of the node
 * @param needed memory: its guests at their largest, and what the host needs for itself
 * @param minimum memory that can not be taken back from them: the balloons of virtual machines, all
 *     memory of those without one, and what the host needs for itself; containers only have a limit
 * @param installed its memory; empty when the plan does not tell
 * @param vcpus virtual CPUs of its guests; a container without a limit counts as none
 * @param threads its CPU threads; empty when the plan does not tell
 * @since 0.1
 */
public record NodeLoad(
    String node,
    DataSize needed,
    DataSize minimum,
    Optional<DataSize> installed,
    int vcpus,
    OptionalInt threads) {

  /** Whether its guests can want more memory than it has; not known counts as enough. */
  public boolean exceeded() {
    return installed.filter(it -> needed.compareTo(it) > 0).isPresent();
  }

  /**
   * Whether its guests do not fit whatever they do. Proxmox VE starts them all the same, and the
   * kernel ends some of them when the memory is used up.
   */
  public boolean starved() {
    return installed.filter(it -> minimum.compareTo(it) > 0).isPresent();
  }

  /** Virtual CPUs for each thread; 0 when the plan does not tell the threads. */
  public double cpuRatio() {
    return threads.isPresent() ? (double) vcpus / threads.getAsInt() : 0;
  }

  /** One line: {@code pve2 70GiB of 64GiB, 12 vCPUs on 32 threads}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s of %s, %d vCPUs on %s threads",
        node,
        needed,
        installed.map(DataSize::toString).orElse("unknown"),
        vcpus,
        threads.isPresent() ? threads.getAsInt() : "unknown");
  }
}
