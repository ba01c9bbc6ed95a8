package io.pveplan.rules.internal;

import io.pveplan.model.guest.Vmid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who has which PCI device of one node. An address without a function is that of all functions of
 * the device (pve-common, src/PVE/SysFSTools.pm, lspci: IDs that begin with it).
 */
final class PciHolders {

  private static final String ANY = ".*";

  private final Optional<PciHolders> before;
  private final Map<String, Vmid> holders = new HashMap<>();

  // What is taken stays taken, so that nobody looks for a free device where none was left.
  private final Map<String, Integer> next = new HashMap<>();
  private final Map<String, SortedSet<Vmid>> exhausted = new HashMap<>();

  /** Of a node whose devices nobody has. */
  PciHolders() {
    this(Optional.empty());
  }

  private PciHolders(Optional<PciHolders> before) {
    this.before = before;
  }

  /** The same, in which devices can be taken without changing this one. */
  PciHolders copy() {
    return new PciHolders(Optional.of(this));
  }

  /**
   * Takes the first free device of several.
   *
   * @param by the machine that takes it
   * @param name what these devices are called together
   * @param paths one or several addresses each
   * @return the machines that have them if none is free
   */
  Optional<SortedSet<Vmid>> take(Vmid by, String name, List<String> paths) {
    for (int index = first(name); index < paths.size(); index++) {
      next.put(name, index + 1);
      if (holder(paths.get(index)).isEmpty()) {
        return put(by, paths.get(index));
      }
    }
    return Optional.of(exhausted(name, paths));
  }

  private int first(String name) {
    Integer own = next.get(name);
    return own != null ? own : before.map(it -> it.first(name)).orElse(0);
  }

  private SortedSet<Vmid> exhausted(String name, List<String> paths) {
    return exhausted.computeIfAbsent(name, key -> {
      SortedSet<Vmid> all = new TreeSet<>();
      paths.forEach(path -> holder(path).ifPresent(all::add));
      return all;
    });
  }

  // An address twice, or beside its device, is refused too: "assigned more than once".
  private Optional<SortedSet<Vmid>> put(Vmid by, String path) {
    boolean again = false;
    for (String address : path.split(";")) {
      again |= holderOf(address).isPresent();
      holders.putIfAbsent(address, by);
      device(address).ifPresent(device -> holders.putIfAbsent(device + ANY, by));
    }
    return again ? Optional.of(new TreeSet<>(List.of(by))) : Optional.empty();
  }

  private Optional<Vmid> holder(String path) {
    return Stream.of(path.split(";")).flatMap(it -> holderOf(it).stream()).findFirst();
  }

  private Optional<Vmid> holderOf(String address) {
    Vmid same = holders.get(address);
    Vmid part = holders.get(device(address).orElse(address + ANY));
    return Optional.ofNullable(same)
        .or(() -> Optional.ofNullable(part))
        .or(() -> before.flatMap(it -> it.holderOf(address)));
  }

  // Empty where the address has no function.
  private static Optional<String> device(String address) {
    int dot = address.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(address.substring(0, dot));
  }
}
