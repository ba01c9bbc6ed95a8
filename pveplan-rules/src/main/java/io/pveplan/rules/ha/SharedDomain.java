package io.pveplan.rules.ha;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether some nodes all depend on one thing of a kind: one rack, one circuit, one UPS. */
final class SharedDomain {

  private final SortedSet<String> names = new TreeSet<>();
  private final List<String> missingFacts = new ArrayList<>();
  private boolean independent;

  /** A node depends on the thing of this name; one that depends on two survives the loss of one. */
  void add(String name) {
    names.add(name);
  }

  /** A node does not depend on any such thing. */
  void addIndependent() {
    independent = true;
  }

  /** What a node depends on is not known. */
  void addUnknown(String missingFact) {
    missingFacts.add(missingFact);
  }

  /** The one thing that all nodes depend on. */
  Optional<String> shared() {
    return isOpen() && missingFacts.isEmpty() ? names.stream().findFirst() : Optional.empty();
  }

  /** What is missing to tell; none when what is known settles it. */
  List<String> missingFacts() {
    return isOpen() ? missingFacts : List.of();
  }

  private boolean isOpen() {
    return !independent && names.size() < 2;
  }
}
