package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
  private boolean broken;

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
      scope.cutShort();
    } finally {
      scope.close();
    }
    return scope;
  }

  final void close() {
    open = false;
  }

  /** What follows from the end of a block before its last line. */
  void cutShort() {
    broken = true;
  }

  /**
   * Leaves out what this block declares: a part of it was refused that the rest makes no sense
   * without.
   */
  final void breakOff() {
    broken = true;
  }

  final void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the definition block of " + at + " has ended");
    }
  }

  /**
   * Sets something, or notes why it can not be.
   *
   * @param references handles the setting names; it is left out if one was refused itself
   * @return whether it is set
   */
  final boolean set(Supplier<?> setting, Object... references) {
    requireOpen();
    return !definition.isRefused(references) && make(at, setting, references).isPresent();
  }

  /**
   * Makes a part that was declared on the current line, or notes why it can not be.
   *
   * @param references handles it is made of; that one of them is refused is no reason if what it
   *     stands for was refused
   */
  final <T> Optional<T> make(PlanPath place, Supplier<T> value, Object... references) {
    requireOpen();
    return definition.attempt(place, CallSite.here(), value, references);
  }

  /** Runs a block and makes what it declares, unless the block broke off. */
  final <S extends Scope, T> Optional<T> declare(
      S scope, Consumer<? super S> block, Supplier<T> value, Object... references) {
    requireOpen();
    run(scope, block);
    return scope.isBroken() ? Optional.empty() : make(scope.at, value, references);
  }

  final boolean isBroken() {
    return broken;
  }

  /** Adds what was made under a name, or remembers the name as refused. */
  final <T> void add(Optional<T> made, String name, Consumer<? super T> target) {
    made.ifPresentOrElse(target, () -> definition.refusedName(name));
  }

  /** Names or VMIDs behind handles, those of refused things left out. */
  final <R> List<String> names(Collection<R> handles) {
    requireOpen();
    return handles.stream()
        .filter(handle -> !definition.isRefused(handle))
        .map(Object::toString)
        .toList();
  }

  final List<String> names(Object... handles) {
    return names(Arrays.asList(handles));
  }
}
