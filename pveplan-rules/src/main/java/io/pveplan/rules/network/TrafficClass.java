package io.pveplan.rules.network;

import io.pveplan.model.Traffic;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The three kinds of traffic that a cluster keeps apart. */
enum TrafficClass {
  MANAGEMENT("management"),
  STORAGE("storage"),
  VM("VM");

  private final String text;

  TrafficClass(String text) {
    this.text = text;
  }

  /** The classes that kinds of traffic belong to; some belong to none. */
  static SortedSet<TrafficClass> of(Collection<Traffic> kinds) {
    SortedSet<TrafficClass> classes = new TreeSet<>();
    for (Traffic traffic : kinds) {
      if (traffic == Traffic.MANAGEMENT) {
        classes.add(MANAGEMENT);
      } else if (traffic == Traffic.GUEST) {
        classes.add(VM);
      } else if (traffic.isStorage()) {
        classes.add(STORAGE);
      }
    }
    return Collections.unmodifiableSortedSet(classes);
  }

  @Override
  public String toString() {
    return text;
  }
}
