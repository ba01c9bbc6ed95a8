package io.pveplan.rules.fluent;

import io.pveplan.model.Declared;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of part that plans consist of, for a rule to look at: {@code nodes()}, {@code guests()}.
 *
 * <p>What a plan has no word for can be made:
 *
 * <pre>{@code
 * static final Subjects<String> RACKS = Subjects.of(
 *     "rack",
 *     "racks",
 *     plan -> plan.nodes().stream()
 *         .flatMap(node -> node.hardware().flatMap(Hardware::rack).stream())
 *         .distinct()
 *         .toList(),
 *     rack -> PlanPath.of("rack", rack),
 *     rack -> Optional.empty());
 *
 * Subjects.of("", "racks", ..);  // refused: it has no words
 * }</pre>
 *
 * @param <T> what a user's condition is given
 * @since 0.1
 */
public class Subjects<T> {

  private final String one;
  private final String many;
  private final Function<? super ResolvedPlan, ? extends List<? extends T>> parts;
  private final Function<? super T, PlanPath> path;
  private final Function<? super T, Optional<Origin>> declaredAt;
  private final Function<? super T, String> name;
  private final Function<? super T, String> title;

  Subjects(
      String one,
      String many,
      Function<? super ResolvedPlan, ? extends List<? extends T>> parts,
      Function<? super T, PlanPath> path,
      Function<? super T, Optional<Origin>> declaredAt,
      Function<? super T, String> name,
      Function<? super T, String> title) {
    this.one = Words.of("a kind of part", one);
    this.many = Words.of("a kind of part", many);
    this.parts = Objects.requireNonNull(parts, "parts");
    this.path = Objects.requireNonNull(path, "path");
    this.declaredAt = Objects.requireNonNull(declaredAt, "declaredAt");
    this.name = name;
    this.title = title;
  }

  /**
   * A kind of part of one's own.
   *
   * @param <T> type of a part
   * @param one what one of them is called, {@code rack}
   * @param many what several are called, {@code racks}
   * @param parts lists them, in an order that the plan gives
   * @param path the place of one, which no other has; its last segment is the name
   * @param declaredAt the line of user code to report
   * @return the kind
   * @throws IllegalArgumentException if a word is blank
   */
  public static <T> Subjects<T> of(
      String one,
      String many,
      Function<? super ResolvedPlan, ? extends List<? extends T>> parts,
      Function<? super T, PlanPath> path,
      Function<? super T, Optional<Origin>> declaredAt) {
    Function<T, String> name = part -> lastSegment(path.apply(part));
    return new Subjects<>(
        one, many, parts, path, declaredAt, name, part -> one + " " + name.apply(part));
  }

  /** A kind of the model whose parts know their line. */
  static <T extends Declared> Subjects<T> declared(
      String one,
      String many,
      Function<? super ResolvedPlan, ? extends List<? extends T>> parts,
      Function<? super T, PlanPath> path,
      Function<? super T, String> name) {
    return new Subjects<>(
        one, many, parts, path, Declared::declaredAt, name, part -> one + " " + name.apply(part));
  }

  /** The same kind, its parts called by more than their name. */
  Subjects<T> titled(Function<? super T, String> other) {
    return new Subjects<>(one, many, parts, path, declaredAt, name, other);
  }

  static String lastSegment(PlanPath path) {
    return path.segments().get(path.segments().size() - 1);
  }

  List<? extends T> in(ResolvedPlan plan) {
    return parts.apply(plan);
  }

  PlanPath path(T part) {
    return path.apply(part);
  }

  Optional<Origin> declaredAt(T part) {
    return declaredAt.apply(part);
  }

  String name(T part) {
    return name.apply(part);
  }

  String title(T part) {
    return title.apply(part);
  }

  String one() {
    return one;
  }

  String many() {
    return many;
  }

  /** What several are called. */
  @Override
  public String toString() {
    return many;
  }
}
