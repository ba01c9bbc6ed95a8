package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import java.util.List;

/** Lists what a plan asks to be done, so that the runbook can tell what no file does. */
final class PlannedItems {

  private PlannedItems() {}

  static List<PlannedItem> of(ResolvedPlan plan) {
    return List.of();
  }
}
