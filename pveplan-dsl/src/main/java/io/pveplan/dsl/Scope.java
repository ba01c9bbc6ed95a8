package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A block of the definition. It is open while its lambda runs, and refuses every call after that.
 */
abstract class Scope {

  final Definition definition;
  final PlanPath at;
  final Optional<Origin> line;
  private boolean open = true;

  Scope(Definition definition, PlanPath at) {
    this.definition = definition;
    this.at = at;
    this.line = CallSite.here();
  }

  /**
   * Runs a block with a scope and closes it; a leaf that was refused inside ends the block, not the
   * definition.
   */
  static <S extends Scope> S run(S scope, Consumer<? super S> block) {
    try {
      block.accept(scope);
    } catch (InvalidValueException refused) {
      scope.definition.refuse(scope.at, refused, CallSite.of(refused));
    } finally {
      scope.close();
    }
    return scope;
  }

  void close() {
    open = false;
  }

  final void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the definition block of " + at + " has ended");
    }
  }

  /** Sets something, or notes why it can not be. */
  final void set(Supplier<?> setting) {
    requireOpen();
    definition.attempt(at, CallSite.here(), setting);
  }

  /** Makes a part that was declared on the current line, or notes why it can not be. */
  final <T> Optional<T> make(PlanPath place, Supplier<T> value) {
    requireOpen();
    return definition.attempt(place, CallSite.here(), value);
  }
}
