package io.pveplan.rules.network;

import io.pveplan.model.Traffic;
import io.pveplan.model.network.Network;
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

  /** The classes of a network; none when it carries other traffic only. */
  static SortedSet<TrafficClass> of(Network network) {
    SortedSet<TrafficClass> classes = new TreeSet<>();
    for (Traffic traffic : network.traffic()) {
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
