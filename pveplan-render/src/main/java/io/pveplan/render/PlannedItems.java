package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Lists what a plan asks to be done, so that the runbook can tell what no file does. */
final class PlannedItems {

  private final List<PlannedItem> items = new ArrayList<>();

  private PlannedItems() {}

  static List<PlannedItem> of(ResolvedPlan plan) {
    PlannedItems items = new PlannedItems();
    new PlannedMachines(plan, items).add();
    new PlannedDevices(plan, items).add();
    new PlannedCluster(plan, items).add();
    new PlannedStorages(plan, items).add();
    new PlannedGuests(plan, items).add();
    new PlannedStarts(plan, items).add();
    new PlannedBackup(plan, items).add();
    return items.items;
  }

  void before(PlanPath at, Step step, String title) {
    items.add(PlannedItem.before(at, step, title));
  }

  void before(PlanPath at, Step step, Phrase title) {
    items.add(PlannedItem.before(at, step, title));
  }

  void add(PlannedItem item) {
    items.add(item);
  }

  void after(PlanPath at, Step step, Phrase title) {
    items.add(PlannedItem.after(at, step, title));
  }

  void after(PlanPath at, Step step, String title) {
    items.add(PlannedItem.after(at, step, title));
  }
}
