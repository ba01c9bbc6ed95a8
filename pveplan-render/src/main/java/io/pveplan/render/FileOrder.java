package io.pveplan.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of the files of a step: what is done, by kind of file and then by node; what the result
 * is compared with; what is only read.
 */
final class FileOrder {

  private enum Use {
    DONE,
    COMPARED,
    READ
  }

  /** Files that are told of together, since they are used alike. */
  record Group(Procedure procedure, List<Artifact> files) {}

  private record Alike(Use use, Procedure procedure) {}

  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Artifact> installers = new HashMap<>();

  /**
   * An order.
   *
   * @param nodes names of the nodes, in the order in which they are done
   * @param all all files of the bundle
   */
  FileOrder(Collection<String> nodes, Collection<Artifact> all) {
    nodes.forEach(node -> places.put(node, places.size() + 1));
    for (Artifact script : sorted(all)) {
      script.installs().forEach(path -> installers.put(path, script));
    }
  }

  /** The script that puts a file where it belongs, by the path of the file. */
  Map<String, Artifact> installers() {
    return installers;
  }

  // Nodes are done in the order of the plan, which their names need not have; what results is
  // compared with when all is done.
  private List<Artifact> sorted(Collection<Artifact> files) {
    return files.stream()
        .sorted(Comparator.comparing((Artifact file) -> file.preview()).thenComparing(this::place))
        .toList();
  }

  // What looks at the network as a whole comes after the network of each node, and so does what
  // needs the work of all nodes of its step. The backup server has what its storage asks for first.
  private int place(Artifact file) {
    if (file.target().kind() == Target.Kind.PBS) {
      return 0;
    }
    boolean last = file.step()
        .filter(step -> step == Step.NETWORK || step.where().endsWith("then one node"))
        .isPresent();
    return places.getOrDefault(file.target().name(), last ? Integer.MAX_VALUE : 0);
  }

  /** The files of a step. */
  List<Group> groups(List<Artifact> files) {
    Map<Alike, List<Artifact>> alike = new LinkedHashMap<>();
    for (Artifact file : sorted(files)) {
      // What a script installs is done when the script is.
      Procedure procedure = installers.getOrDefault(file.path(), file).procedure();
      alike
          .computeIfAbsent(new Alike(use(file), procedure), key -> new ArrayList<>())
          .add(file);
    }
    return alike.entrySet().stream()
        .sorted(Comparator.comparing(
                (Map.Entry<Alike, List<Artifact>> group) -> group.getKey().use())
            .thenComparing(group -> first(group.getValue()), byKind()))
        .map(group -> new Group(group.getKey().procedure(), group.getValue()))
        .toList();
  }

  private Artifact first(List<Artifact> files) {
    return files.stream().min(byKind()).orElseThrow();
  }

  // A kind is done on every node before the next one, except that what runs once comes before or
  // after the nodes.
  private Comparator<Artifact> byKind() {
    return Comparator.comparing((Artifact file) ->
            Integer.compare(place(file), 0) + Integer.compare(place(file), Integer.MAX_VALUE))
        .thenComparing(FileOrder::kind)
        .thenComparing(this::place);
  }

  // The files of each node are alike; what is there once is of its own kind.
  private static String kind(Artifact file) {
    return file.target().kind() == Target.Kind.NODE
        ? file.path().replaceFirst("nodes/[^/]+/", "")
        : file.path();
  }

  private Use use(Artifact file) {
    if (file.preview()) {
      return Use.COMPARED;
    }
    boolean done = file.nodePath().isPresent()
        || file.mode() == FileMode.SCRIPT
        || file.procedure().apply().isPresent()
        || file.procedure().checkBefore().isPresent()
        || installers.containsKey(file.path());
    return done ? Use.DONE : Use.READ;
  }
}
