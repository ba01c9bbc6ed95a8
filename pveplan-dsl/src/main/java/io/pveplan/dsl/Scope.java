package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A block of the definition. It is open while its lambda runs, and refuses every call after that.
 */
abstract class Scope {

  private static final ThreadLocal<Optional<Scope>> INNERMOST =
      ThreadLocal.withInitial(Optional::empty);

  final Definition definition;
  final PlanPath at;
  final Optional<Origin> line;
  private final Map<String, Optional<Origin>> lines = new HashMap<>();
  private final Set<String> refusedFields = new HashSet<>();
  private boolean open = true;
  private boolean broken;
  private boolean cut;

  Scope(Definition definition, PlanPath at) {
    this.definition = definition;
    this.at = at;
    this.line = CallSite.here();
  }

  /**
   * Runs a block with a scope and closes it; a value of the model that was refused inside ends the
   * block, not the definition.
   */
  static <S extends Scope> S run(S scope, Consumer<? super S> block) {
    Objects.requireNonNull(block, "block");
    Optional<Scope> outer = INNERMOST.get();
    INNERMOST.set(Optional.of(scope));
    try {
      block.accept(scope);
    } catch (InvalidValueException refused) {
      scope.definition.refuse(scope.notRead(refused));
      scope.cutShort();
    } catch (NullPointerException absent) {
      scope.definition.refuse(scope.notRead(MissingValue.of(absent), CallSite.of(absent)));
      scope.cutShort();
    } finally {
      scope.close();
      outer.ifPresentOrElse(it -> INNERMOST.set(outer), INNERMOST::remove);
    }
    return scope;
  }

  /**
   * Makes a leaf. One that can not be is a problem of the block that is open here, and something
   * harmless stands for it from then on; outside of all blocks it is refused at once.
   *
   * @param standIn gives a new object each time
   */
  static <T> T leaf(Supplier<T> value, Supplier<T> standIn) {
    try {
      return value.get();
    } catch (InvalidValueException refused) {
      Scope scope = INNERMOST.get().orElseThrow(() -> refused);
      return scope.definition.refuseLeaf(
          PlanProblem.of(scope.at, refused, CallSite.here()), standIn.get());
    }
  }

  final void close() {
    open = false;
  }

  final PlanProblem notRead(InvalidValueException refused) {
    return notRead(refused, CallSite.of(refused));
  }

  final PlanProblem notRead(InvalidValueException refused, Optional<Origin> line) {
    return new PlanProblem(
        at,
        refused.getMessage() + "; the rest of this block was not read",
        refused.advice(),
        refused.rule(),
        line);
  }

  /** What follows from the end of a block before its last line. */
  void cutShort() {
    cut = true;
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
   * Sets a field, or notes why it can not be. One that is made of something refused is left out.
   *
   * @param field name of the field as the written form has it; empty for what the place itself
   *     names
   * @return whether it is set
   */
  final <T> boolean set(String field, T value, Function<? super T, ?> setting) {
    requireOpen();
    Objects.requireNonNull(value, field);
    Optional<Origin> here = CallSite.here();
    PlanPath place = place(field);
    boolean made = !definition.isRefused(place, value)
        && definition
            .attempt(
                refused -> Optional.of(PlanProblem.of(place, refused, here)),
                () -> setting.apply(value),
                value)
            .isPresent();
    if (made) {
      lines.put(field, here);
    } else if (!field.isEmpty()) {
      refusedFields.add(field);
    }
    return made;
  }

  /** Sets a field from each of some values. Whether all could be. */
  final <T> boolean setEach(String field, Collection<T> values, Function<? super T, ?> setting) {
    requireOpen();
    boolean all = true;
    for (T value : values) {
      all &= set(field, value, setting);
    }
    return all;
  }

  /** Sets a field from each of some values. Whether all could be. */
  final <T> boolean setEach(String field, T[] values, Function<? super T, ?> setting) {
    requireOpen();
    return setEach(field, Arrays.asList(Objects.requireNonNull(values, field)), setting);
  }

  /** Sets a field without which there is nothing to declare. */
  final <T> void require(String field, T value, Function<? super T, ?> setting) {
    if (!set(field, value, setting)) {
      breakOff();
    }
  }

  /** Tells nothing about a field: what it depends on was refused. */
  final void leaveOut(String field) {
    refusedFields.add(field);
  }

  /**
   * Makes a part that was declared on the current line, or notes why it can not be.
   *
   * @param references handles it is made of; that one of them is refused is no reason if what it
   *     stands for was refused
   */
  final <T> Optional<T> make(PlanPath place, Supplier<T> value, Object... references) {
    requireOpen();
    return new PartSpec(definition, place).build(value, references);
  }

  /** Runs a block and makes what it declares, unless the block broke off. */
  final <S extends Scope, T> Optional<T> declare(
      S scope, Consumer<? super S> block, Supplier<T> value, Object... references) {
    requireOpen();
    run(scope, block);
    return scope.build(value, references);
  }

  /** Makes what this scope describes, or notes why it can not be; nothing if it broke off. */
  final <T> Optional<T> build(Supplier<T> value, Object... references) {
    if (cut) {
      return Optional.empty();
    }
    definition.isRefused(at, references);
    Optional<T> made = definition.attempt(this::problem, value, references);
    return broken ? Optional.empty() : made;
  }

  // What a setting was refused for is not told again for what is missing without it.
  /** Remembers the line of a field that is made in a scope of its own. */
  final void declaredHere(String field) {
    lines.put(field, CallSite.here());
  }

  private Optional<PlanProblem> problem(InvalidValueException refused) {
    String field = refused.field().orElse("");
    return refusedFields.contains(field)
        ? Optional.empty()
        : Optional.of(problemOf(field, refused));
  }

  /** Whether a field was set in this block. */
  final boolean hasSet(String field) {
    return lines.containsKey(field);
  }

  /** What a refused field means for the plan: it is told with the line that set it here. */
  final PlanProblem problemOf(String field, InvalidValueException refused) {
    return PlanProblem.of(place(field), refused, lines.getOrDefault(field, line));
  }

  private PlanPath place(String field) {
    return field.isEmpty() ? at : at.child(field);
  }

  /** Adds what was made, or remembers what it would have been called. */
  final <T> void add(Optional<T> made, Consumer<? super T> target, String name, String... kinds) {
    made.ifPresentOrElse(target, () -> refuseName(name, kinds));
  }

  final void refuseName(String name, String... kinds) {
    for (String kind : kinds) {
      definition.refusedNames.add(new RefusedNames.Name(kind, name));
    }
  }
}
