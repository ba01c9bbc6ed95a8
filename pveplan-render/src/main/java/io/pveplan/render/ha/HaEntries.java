package io.pveplan.render.ha;

import io.pveplan.render.Gap;
import java.util.List;

/**
 * The sections that a plan asks for.
 *
 * @param all in the order in which they are made
 * @param separates whether one of them is a rule that keeps guests apart
 * @param gaps what the release does not have
 */
record HaEntries(List<HaEntry> all, boolean separates, List<Gap> gaps) {

  HaEntries {
    all = List.copyOf(all);
    gaps = List.copyOf(gaps);
  }

  List<HaEntry> of(HaFile file) {
    return all.stream().filter(entry -> entry.file() == file).toList();
  }
}
