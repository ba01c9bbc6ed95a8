package io.pveplan.rules.migration;

/** One kind of reasons why guests can not be moved to nodes. */
interface Obstacles {

  /** Adds what holds for the guest of a draft. */
  void addTo(RowDraft row);
}
