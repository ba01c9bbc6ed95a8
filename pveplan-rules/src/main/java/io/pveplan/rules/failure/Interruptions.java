package io.pveplan.rules.failure;

import io.pveplan.model.guest.Vmid;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what else stops; what is told twice is told once, of the nodes and guests of both. */
final class Interruptions {

  private record Key(InterruptionKind kind, String name) {}

  private record Touched(SortedSet<String> nodes, SortedSet<Vmid> guests) {}

  private final SortedMap<Key, Touched> found =
      new TreeMap<>(Comparator.comparing(Key::kind).thenComparing(Key::name));

  void add(InterruptionKind kind, String name, Collection<String> nodes, Collection<Vmid> guests) {
    Touched touched = found.computeIfAbsent(
        new Key(kind, name), key -> new Touched(new TreeSet<>(), new TreeSet<>()));
    touched.nodes().addAll(nodes);
    touched.guests().addAll(guests);
  }

  List<Interruption> all() {
    return found.entrySet().stream()
        .map(it -> new Interruption(
            it.getKey().kind(),
            it.getKey().name(),
            it.getValue().nodes(),
            it.getValue().guests()))
        .toList();
  }
}
