package io.pveplan.rules.hardware;

import io.pveplan.model.Traffic;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of traffic that want ports of their own; migration and backup travel with them. */
enum TrafficClass {
  MANAGEMENT("management"),
  COROSYNC("Corosync"),
  STORAGE("storage"),
  GUESTS("guests");

  private final String text;

  TrafficClass(String text) {
    this.text = text;
  }

  /** The classes that kinds of traffic belong to. */
  static Set<TrafficClass> of(Collection<Traffic> kinds) {
    Set<TrafficClass> classes = EnumSet.noneOf(TrafficClass.class);
    for (Traffic kind : kinds) {
      if (kind == Traffic.MANAGEMENT) {
        classes.add(MANAGEMENT);
      } else if (kind == Traffic.COROSYNC) {
        classes.add(COROSYNC);
      } else if (kind.isStorage()) {
        classes.add(STORAGE);
      } else if (kind == Traffic.GUEST) {
        classes.add(GUESTS);
      }
    }
    return classes;
  }

  @Override
  public String toString() {
    return text;
  }
}
