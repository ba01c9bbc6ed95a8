package io.pveplan.rules.failure.internal.ha;

import io.pveplan.model.ha.Affinity;
import java.util.SortedSet;

/**
 * A resource affinity rule.
 *
 * @param id rule ID
 * @param affinity together or apart
 * @param services IDs of the HA resources
 */
public record ServiceRule(String id, Affinity affinity, SortedSet<String> services) {

  boolean positive() {
    return affinity == Affinity.POSITIVE;
  }
}
