package io.pveplan.model.hardware;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the processors of some nodes have in common, and with it the CPU type of guests that may run
 * on all of them.
 *
 * <pre>{@code
 * plan.cpuBaseline().cpuType();                     // x86-64-v3
 * CpuBaseline.of(someNodes).oneVendor();            // false: no live moves between all of them
 * CpuBaseline.of(someNodes).vendors().clear();      // refused: the set is a copy
 * }</pre>
 *
 * @param vendors makers of the processors, as far as they are known
 * @param level highest level that all of them have; empty while one is not known
 * @param unknown names of the nodes whose level the plan does not tell
 * @since 0.1
 */
public record CpuBaseline(
    SortedSet<CpuVendor> vendors, Optional<CpuLevel> level, List<String> unknown) {

  /** Keeps copies of the collections. */
  public CpuBaseline {
    vendors = Collections.unmodifiableSortedSet(new TreeSet<>(vendors));
    unknown = List.copyOf(unknown);
  }

  /** The baseline of some nodes. */
  public static CpuBaseline of(Collection<Node> nodes) {
    SortedSet<CpuVendor> vendors = new TreeSet<>();
    SortedSet<CpuLevel> levels = new TreeSet<>();
    List<String> unknown = new ArrayList<>();
    for (Node node : nodes) {
      Optional<Cpu> cpu = node.hardware().flatMap(Hardware::cpu);
      cpu.flatMap(Cpu::vendor).ifPresent(vendors::add);
      cpu.flatMap(Cpu::level).ifPresentOrElse(levels::add, () -> unknown.add(node.name()));
    }
    boolean known = unknown.isEmpty() && !levels.isEmpty();
    return new CpuBaseline(
        vendors, known ? Optional.of(levels.first()) : Optional.empty(), unknown);
  }

  /** Whether guests can be moved between all of the nodes while they run, as far as makers go. */
  public boolean oneVendor() {
    return vendors.size() <= 1;
  }

  /**
   * The CPU type for guests that may run on all of the nodes: kvm64 for the lowest level, else the
   * type of the level's name.
   */
  public Optional<String> cpuType() {
    return level.map(it -> it == CpuLevel.V1 ? "kvm64" : it.text());
  }

  /** One line: the CPU type that all of the nodes have, and their makers. */
  @Override
  public String toString() {
    String makers = vendors.isEmpty()
        ? ""
        : vendors.stream().map(CpuVendor::toString).collect(Collectors.joining(", ", " (", ")"));
    return "CPU type that all nodes have: " + cpuType().orElseGet(() -> "not known" + reason())
        + makers;
  }

  private String reason() {
    return unknown.isEmpty() ? "" : ", as the level of " + String.join(", ", unknown) + " is not";
  }
}
