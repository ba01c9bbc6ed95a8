package io.pveplan.rules.fluent;

import io.pveplan.model.Declared;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A kind of part that belongs to nodes or guests: {@code nics()}, {@code guestDisks()}. A rule can
 * look at them, and they can be counted for what they belong to:
 *
 * <pre>{@code
 * .forEach(nics()).should(have(speed(), atLeast(gbit(10))))
 * .forEach(nodes()).should(haveAtLeast(2, nics()))
 * }</pre>
 *
 * @param <O> what they belong to
 * @param <T> what they are
 * @since 0.1
 */
public final class Parts<O, T extends Declared> extends Subjects<Part<O, T>> {

  /** Where a part is; some are known by their number only. */
  interface Place<O, T> {
    PlanPath of(O owner, T part, int number);
  }

  private final BiFunction<? super O, ResolvedPlan, ? extends List<? extends T>> parts;
  private final Place<? super O, ? super T> place;
  private final boolean unknownIfNone;

  private Parts(
      String one,
      String many,
      Subjects<O> owners,
      BiFunction<? super O, ResolvedPlan, ? extends List<? extends T>> parts,
      Place<? super O, ? super T> place,
      Function<? super Part<O, T>, String> name,
      Function<? super Part<O, T>, String> title,
      boolean unknownIfNone) {
    super(
        one,
        many,
        plan -> all(owners, parts, place, plan),
        Part::path,
        part -> part.value().declaredAt(),
        name,
        title);
    this.parts = parts;
    this.place = place;
    this.unknownIfNone = unknownIfNone;
  }

  static <O, T extends Declared> Parts<O, T> of(
      String one,
      String many,
      Subjects<O> owners,
      BiFunction<? super O, ResolvedPlan, ? extends List<? extends T>> parts,
      Place<? super O, ? super T> place) {
    return byPath(one, many, owners, parts, place, false);
  }

  /** Parts whose name is not the last segment of their path. */
  static <O, T extends Declared> Parts<O, T> named(
      String one,
      String many,
      Subjects<O> owners,
      BiFunction<? super O, ResolvedPlan, ? extends List<? extends T>> parts,
      Place<? super O, ? super T> place,
      Function<? super T, String> name,
      Function<? super T, String> title) {
    return new Parts<>(
        one,
        many,
        owners,
        parts,
        place,
        part -> name.apply(part.value()),
        part -> title.apply(part.value()),
        false);
  }

  /** Parts of which a plan need not speak: that it names none does not mean that there is none. */
  static <O, T extends Declared> Parts<O, T> unknownIfNone(
      String one,
      String many,
      Subjects<O> owners,
      BiFunction<? super O, ResolvedPlan, ? extends List<? extends T>> parts,
      Place<? super O, ? super T> place) {
    return byPath(one, many, owners, parts, place, true);
  }

  private static <O, T extends Declared> Parts<O, T> byPath(
      String one,
      String many,
      Subjects<O> owners,
      BiFunction<? super O, ResolvedPlan, ? extends List<? extends T>> parts,
      Place<? super O, ? super T> place,
      boolean unknownIfNone) {
    return new Parts<>(
        one,
        many,
        owners,
        parts,
        place,
        part -> lastSegment(part.path()),
        part -> one + " " + lastSegment(part.path()) + " of " + owners.name(part.owner()),
        unknownIfNone);
  }

  private static <O, T> List<Part<O, T>> all(
      Subjects<O> owners,
      BiFunction<? super O, ResolvedPlan, ? extends List<? extends T>> parts,
      Place<? super O, ? super T> place,
      ResolvedPlan plan) {
    List<Part<O, T>> all = new ArrayList<>();
    for (O owner : owners.in(plan)) {
      int number = 0;
      for (T part : parts.apply(owner, plan)) {
        all.add(new Part<>(owner, part, place.of(owner, part, number)));
        number++;
      }
    }
    return all;
  }

  /** Whether nothing is known of the parts of an owner. */
  boolean unknown(O owner, ResolvedPlan plan) {
    return unknownIfNone && of(owner, plan).isEmpty();
  }

  List<? extends T> of(O owner, ResolvedPlan plan) {
    return parts.apply(owner, plan);
  }

  Subject<Part<O, T>> subject(O owner, T part, int number, ResolvedPlan plan) {
    return new Subject<>(this, new Part<>(owner, part, place.of(owner, part, number)), plan);
  }
}
