package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.render.text.Markdown;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<String, Artifact> installers = new HashMap<>();

  Runbook(
      RunbookHead head, Collection<Artifact> artifacts, List<Gap> gaps, List<PlannedItem> planned) {
    this.head = head;
    this.artifacts = inOrder(artifacts, head.order());
    for (Artifact script : this.artifacts) {
      script.installs().forEach(path -> installers.put(path, script));
    }
    this.gaps = gaps;
    this.planned = planned;
    this.rows = new FileRows(this.artifacts);
  }

  // Nodes are done in the order of the plan, which their names need not have; what results is
  // compared with when all is done.
  private static List<Artifact> inOrder(Collection<Artifact> artifacts, List<String> nodes) {
    Map<String, Integer> places = new HashMap<>();
    nodes.forEach(node -> places.put(node, places.size() + 1));
    return artifacts.stream()
        .sorted(Comparator.comparing((Artifact file) -> file.preview())
            .thenComparing(file -> places.getOrDefault(file.target().name(), place(file))))
        .toList();
  }

  // What looks at the network as a whole comes after the network of each node, and so does what
  // needs the work of all nodes of its step.
  private static int place(Artifact file) {
    boolean last = file.step()
        .filter(step -> step == Step.NETWORK || step.where().endsWith("then one node"))
        .isPresent();
    return last ? Integer.MAX_VALUE : 0;
  }

  String text() {
    Markdown page = head.on(Markdown.empty().heading(1, Phrase.of("Bring-up")))
        .paragraph(Phrase.of(
            "The steps in the only order that works. Steps the plan does not need are left"
                + " out, so numbers are missing. Paths are relative to the folder of this file."
                + " A plan with errors is rendered like any other: check it first."));
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
        .paragraph(Phrase.of("Runs on: " + step.where() + "."));
    String byHandTitle = step == Step.ACCEPTANCE
        ? "Do this by hand, and see whether it goes as planned."
        : "Planned, no file yet: do this by hand.";
    out = byHand(out, byHand, false, byHandTitle);
    for (Map.Entry<Procedure, List<Artifact>> group : byProcedure(files).entrySet()) {
      // What saves the old state stands before what replaces it.
      out = before(out, group.getKey(), group.getValue());
      out = files(out, group.getValue());
      out = after(out, group.getKey());
      if (group.getValue().stream().anyMatch(Runbook::changesSomething)) {
        String answer = group.getKey().safeToRepeat() ? "yes" : "no";
        out = out.paragraph(Phrase.of("Safe to repeat: " + answer + "."));
      }
    }
    out = byHand(out, byHand, true, byHandTitle);
    if (!missing.isEmpty()) {
      out = out.paragraph(Phrase.of("Left out by the renderer named, which can not express it:"))
          .list(missing);
    }
    return out;
  }

  private static Markdown byHand(
      Markdown page, List<PlannedItem> items, boolean afterFiles, String title) {
    List<Phrase> lines = items.stream()
        .filter(item -> item.afterFiles() == afterFiles)
        .map(item -> Phrase.empty().code(item.at().toString()).text(": " + item.title()))
        .toList();
    return lines.isEmpty() ? page : page.paragraph(Phrase.of(title)).list(lines);
  }

  private static Phrase missing(Gap gap, boolean coveredElsewhere) {
    String sentence = " (" + gap.renderer() + "): " + gap.sentence();
    return Phrase.empty()
        .code(gap.at().toString())
        .text(sentence + (coveredElsewhere ? " Another file of this step covers it." : ""));
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

  // What a script installs is done when the script is.
  private Map<Procedure, List<Artifact>> byProcedure(List<Artifact> files) {
    Map<Procedure, List<Artifact>> groups = new LinkedHashMap<>();
    for (Artifact file : files) {
      Procedure procedure = installers.getOrDefault(file.path(), file).procedure();
      groups.computeIfAbsent(procedure, p -> new ArrayList<>()).add(file);
    }
    return groups;
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
    if (installers.containsKey(file.path())) {
      return Phrase.of("installed by ").code(installers.get(file.path()).path());
    }
    if (file.nodePath().isPresent()) {
      String verb = file.preview() ? "compare with " : "put at ";
      return Phrase.of(verb).code(file.nodePath().get());
    }
    if (file.mode() == FileMode.SCRIPT) {
      return Phrase.of("run");
    }
    return Phrase.of(file.procedure().apply().isPresent() ? "apply, see below" : "read");
  }

  private static Markdown before(Markdown page, Procedure procedure, List<Artifact> files) {
    Markdown out = page;
    List<String> needs = new ArrayList<>();
    if (files.stream().anyMatch(Runbook::runsOnOneNode)) {
      needs.add("the folder cluster is copied to the node that runs it");
    }
    procedure.needs().ifPresent(needs::add);
    if (!needs.isEmpty()) {
      out = out.paragraph(Phrase.of("Needs: " + String.join("; ", needs)));
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
      out = out.paragraph(Phrase.of("Undo: " + procedure.undo().get()));
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
