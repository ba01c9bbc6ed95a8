package io.pveplan.rules.failure.internal.ha;

/** What weighs on the nodes. */
interface Load {

  /** Counts a guest on a node. */
  void put(int node, Demand demand);

  /** Counts it no more. */
  void take(int node, Demand demand);

  /**
   * How good each node is for a guest, the lowest first; of nodes that are not online nothing is
   * told.
   */
  double[] scores(Demand guest, boolean[] online);

  /** An equal one that goes its own way. */
  Load copy();
}
