package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.render.text.Markdown;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes {@code RUNBOOK.md}: the bring-up in its order, step by step. */
final class Runbook {

  private final List<Artifact> artifacts;
  private final List<Gap> gaps;
  private final List<PlannedItem> planned;
  private final RunbookHead head;
  private final FileRows rows;
  private final FileOrder order;

  Runbook(
      RunbookHead head, Collection<Artifact> artifacts, List<Gap> gaps, List<PlannedItem> planned) {
    this.head = head;
    this.artifacts = List.copyOf(artifacts);
    this.rows = new FileRows(this.artifacts);
    this.order = new FileOrder(head.hosts().keySet(), this.artifacts);
    this.gaps = gaps;
    this.planned = planned;
  }

  String text() {
    Markdown page = head.on(Markdown.empty().heading(1, Phrase.of("Bring-up")))
        .paragraph(Phrase.of(
            "The steps in the only order that works. Steps the plan does not need are left"
                + " out, so numbers are missing. Paths are relative to the folder of this file."
                + " A plan with errors is rendered like any other: check it first."));
    page = head.copying(page, artifacts);
    for (Step step : Step.values()) {
      page = step(page, step);
    }
    return unnumbered(page).text();
  }

  private Markdown step(Markdown page, Step step) {
    List<Artifact> files = artifacts.stream()
        .filter(file -> file.step().filter(step::equals).isPresent())
        .toList();
    Map<List<String>, Set<String>> covered = covered(files);
    Set<PlanPath> settled = gaps.stream()
        .filter(gap -> gap.step() == step && !gap.byHand())
        .map(Gap::at)
        .collect(Collectors.toSet());
    List<PlannedItem> byHand = planned.stream()
        .filter(item ->
            item.step() == step && !isCovered(item.at(), covered) && !settled.contains(item.at()))
        .toList();
    List<Phrase> missing = gaps.stream()
        .filter(gap -> gap.step() == step)
        .map(gap -> missing(gap, isCoveredByAnother(gap, covered)))
        .toList();
    if (files.isEmpty() && byHand.isEmpty() && missing.isEmpty()) {
      return page;
    }
    Markdown out = page.heading(2, Phrase.of("Step " + step.number() + ": " + step.title()))
        .paragraph(Phrase.of("Runs on: " + where(step, files) + "."));
    String byHandTitle = step == Step.ACCEPTANCE
        ? "Do this by hand, and see whether it goes as planned."
        : "Planned, no file yet: do this by hand.";
    Set<String> paths = files.stream().map(Artifact::path).collect(Collectors.toSet());
    out = byHand(
        out,
        byHandTitle,
        byHand,
        item -> !item.afterFiles() && file(item, paths).isEmpty());
    for (FileOrder.Group group : order.groups(files)) {
      // What saves the old state stands before what replaces it.
      out = before(out, group.procedure(), group.files());
      out = rightBefore(out, group.files(), byHand);
      out = files(out, group.files());
      out = after(out, group.procedure());
      if (group.files().stream().anyMatch(Runbook::changesSomething)) {
        String answer = group.procedure().safeToRepeat() ? "yes" : "no";
        out = out.paragraph(Phrase.of("Safe to repeat: " + answer + "."));
      }
    }
    out = byHand(out, byHandTitle, byHand, PlannedItem::afterFiles);
    if (!missing.isEmpty()) {
      out = out.paragraph(Phrase.of("Left out by the renderer named, which can not express it:"))
          .list(missing);
    }
    return out;
  }

  // A provider may be unable to make any of the guests that Terraform is to make.
  private static String where(Step step, List<Artifact> files) {
    boolean module = files.stream().anyMatch(it -> it.target().equals(Target.workstation()));
    return step == Step.GUESTS && !module ? "each node" : step.where();
  }

  private static Markdown byHand(
      Markdown page, String title, List<PlannedItem> items, Predicate<PlannedItem> some) {
    List<Phrase> lines = items.stream().filter(some).map(Runbook::line).toList();
    return lines.isEmpty() ? page : page.paragraph(Phrase.of(title)).list(lines);
  }

  private static Phrase line(PlannedItem item) {
    return Phrase.empty().code(item.at().toString()).text(": ").then(Prose.of(item.title()));
  }

  private static Optional<String> file(PlannedItem item, Set<String> paths) {
    return item.rightBefore().filter(paths::contains);
  }

  private static Markdown rightBefore(
      Markdown page, List<Artifact> files, List<PlannedItem> items) {
    if (items.stream().allMatch(item -> item.rightBefore().isEmpty())) {
      return page;
    }
    Set<String> paths = files.stream().map(Artifact::path).collect(Collectors.toSet());
    List<Phrase> lines = items.stream()
        .flatMap(item ->
            file(item, paths).stream().map(path -> line(item).text(". Then ").code(path)))
        .toList();
    return lines.isEmpty()
        ? page
        : page.paragraph(Phrase.of("By hand, each right before the file that it ends with:"))
            .list(lines);
  }

  private static Phrase missing(Gap gap, boolean coveredElsewhere) {
    String sentence = " (" + gap.renderer() + "): " + gap.sentence();
    return Prose.after(
        Phrase.empty().code(gap.at().toString()),
        sentence + (coveredElsewhere ? " Another file of this step covers it." : ""));
  }

  /** The places that files cover, each with the renderers of these. */
  private static Map<List<String>, Set<String>> covered(List<Artifact> files) {
    Map<List<String>, Set<String>> covered = new HashMap<>();
    for (Artifact file : files) {
      if (!file.preview()) {
        file.covers()
            .forEach(place -> covered
                .computeIfAbsent(place.segments(), key -> new HashSet<>())
                .add(file.renderer()));
      }
    }
    return covered;
  }

  private static boolean isCovered(PlanPath place, Map<List<String>, Set<String>> covered) {
    return covering(place, covered).findAny().isPresent();
  }

  // A renderer may do something about a place and still leave a part of it out.
  private static boolean isCoveredByAnother(Gap gap, Map<List<String>, Set<String>> covered) {
    return covering(gap.at(), covered).anyMatch(renderer -> !renderer.equals(gap.renderer()));
  }

  /** The renderers of the place, and of those above it. */
  private static Stream<String> covering(PlanPath place, Map<List<String>, Set<String>> covered) {
    List<String> segments = place.segments();
    return IntStream.rangeClosed(1, segments.size())
        .mapToObj(length -> covered.getOrDefault(segments.subList(0, length), Set.of()))
        .flatMap(Set::stream);
  }

  private Markdown files(Markdown page, List<Artifact> files) {
    return page.table(List.of("file", "where", "what to do"), rows.of(files, this::use));
  }

  private static boolean changesSomething(Artifact file) {
    return !file.preview()
        && (file.nodePath().isPresent()
            || file.mode() == FileMode.SCRIPT
            || file.procedure().apply().isPresent());
  }

  private static boolean runsOnOneNode(Artifact file) {
    return file.mode() == FileMode.SCRIPT && file.target().equals(Target.cluster());
  }

  private Phrase use(Artifact file) {
    Optional<Artifact> installer = Optional.ofNullable(order.installers().get(file.path()));
    if (installer.isPresent()) {
      return Phrase.of("installed by ").code(installer.get().path());
    }
    if (file.nodePath().isPresent()) {
      String verb = file.preview() ? "compare with " : "put at ";
      return Phrase.of(verb).code(file.nodePath().get());
    }
    if (file.mode() == FileMode.SCRIPT) {
      return Phrase.of("run");
    }
    if (file.procedure().apply().isPresent()) {
      return Phrase.of("apply, see below");
    }
    return Phrase.of(file.procedure().checkBefore().isPresent() ? "check, see above" : "read");
  }

  private static Markdown before(Markdown page, Procedure procedure, List<Artifact> files) {
    Markdown out = page;
    List<String> needs = new ArrayList<>();
    if (files.stream().anyMatch(Runbook::runsOnOneNode)) {
      needs.add("the folder cluster is copied to the node that runs it");
    }
    procedure.needs().ifPresent(needs::add);
    if (!needs.isEmpty()) {
      out = out.paragraph(Prose.of("Needs: " + String.join("; ", needs)));
    }
    if (procedure.checkBefore().isPresent()) {
      out = out.paragraph(Phrase.of("Check before:"))
          .code("sh", procedure.checkBefore().get());
    }
    return out;
  }

  private static Markdown after(Markdown page, Procedure procedure) {
    Markdown out = page;
    if (procedure.apply().isPresent()) {
      out = out.paragraph(Phrase.of("Apply:")).code("sh", procedure.apply().get());
    }
    if (procedure.checkAfter().isPresent()) {
      out = out.paragraph(Phrase.of("Check after:"))
          .code("sh", procedure.checkAfter().get());
    }
    if (procedure.undo().isPresent()) {
      out = out.paragraph(Prose.of(Phrase.of("Undo: ").then(procedure.undo().get())));
    }
    return out;
  }

  private Markdown unnumbered(Markdown page) {
    List<Artifact> files =
        artifacts.stream().filter(file -> file.step().isEmpty()).toList();
    if (files.isEmpty()) {
      return page;
    }
    return files(page.heading(2, Phrase.of("To read")), files);
  }
}
