package io.pveplan.rules.migration;

import io.pveplan.model.guest.Guest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is found out about the moves of one guest. */
final class RowDraft {

  private final Guest guest;
  private final Optional<String> targetStorage;
  private final List<String> nodes;
  private final List<Blocker> blockers = new ArrayList<>();
  private final List<OpenFact> open = new ArrayList<>();
  private boolean localDisks;

  RowDraft(Guest guest, Optional<String> targetStorage, List<String> nodes) {
    this.guest = guest;
    this.targetStorage = targetStorage;
    this.nodes = nodes;
  }

  Guest guest() {
    return guest;
  }

  /** ID of the storage that local volumes are to go to. */
  Optional<String> targetStorage() {
    return targetStorage;
  }

  /** All nodes of the cluster. */
  List<String> nodes() {
    return nodes;
  }

  void hasLocalDisks() {
    localDisks = true;
  }

  /** The part can not go to some nodes. */
  void block(BlockerKind kind, String part, String what, String text, List<String> from) {
    add(kind, part, what, text, Hindered.ANY, from);
  }

  /** The part can not go to some nodes while the guest runs. */
  void blockLive(BlockerKind kind, String part, String what, String text, List<String> from) {
    add(kind, part, what, text, Hindered.RUNNING, from);
  }

  /** The part can not go to some nodes while the guest is stopped. */
  void blockStopped(BlockerKind kind, String part, String what, String text, List<String> from) {
    add(kind, part, what, text, Hindered.STOPPED, from);
  }

  /** The part can not go to some nodes in a state of the guest. */
  void add(
      BlockerKind kind, String part, String what, String text, Hindered state, List<String> from) {
    List<String> others = others(from);
    if (!others.isEmpty()) {
      blockers.add(new Blocker(kind, part, what, text, state, others));
    }
  }

  void open(BlockerKind kind, String fact, List<String> on) {
    List<String> others = others(on);
    if (!others.isEmpty()) {
      open.add(new OpenFact(kind, fact, others));
    }
  }

  // Lists of nodes are shared between guests; most do not have the node of the guest.
  private List<String> others(List<String> some) {
    String own = guest.node().orElse("");
    return some.contains(own) ? some.stream().filter(node -> !node.equals(own)).toList() : some;
  }

  GuestMoves row() {
    return new GuestMoves(guest, nodes, localDisks, blockers, open);
  }
}
