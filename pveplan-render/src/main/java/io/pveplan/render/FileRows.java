package io.pveplan.render;

import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a table of files. Files that each guest has in a folder of its own, as {@code
 * cloud-init/101-web01/user-data}, are one row: of a thousand guests nobody reads three thousand.
 */
final class FileRows {

  // So many can be read one by one.
  private static final int FEW = 3;

  /** Files for which one row may stand. */
  private record Alike(String pattern, Target target, Phrase use) {}

  private final Map<String, Integer> inBundle = new HashMap<>();

  FileRows(Collection<Artifact> all) {
    all.forEach(file -> pattern(file).ifPresent(name -> inBundle.merge(name, 1, Integer::sum)));
  }

  // One folder of many, with files that are only read or that a script puts where they belong.
  private static Optional<String> pattern(Artifact file) {
    String[] folders = file.path().split("/");
    return folders.length == 3 && file.nodePath().isEmpty() && file.mode() != FileMode.SCRIPT
        ? Optional.of(folders[0] + "/*/" + folders[2])
        : Optional.empty();
  }

  /** The rows of some files, in their order. */
  List<List<Phrase>> of(List<Artifact> files, Function<Artifact, Phrase> use) {
    Map<Alike, List<Artifact>> alike = new LinkedHashMap<>();
    for (Artifact file : files) {
      String name = pattern(file).orElse(file.path());
      alike
          .computeIfAbsent(
              new Alike(name, file.target(), use.apply(file)), key -> new ArrayList<>())
          .add(file);
    }
    List<List<Phrase>> rows = new ArrayList<>();
    alike.forEach((key, some) -> {
      // A pattern that stands for other files as well would mislead.
      if (some.size() > FEW && some.size() == inBundle.get(key.pattern())) {
        String count = " (" + some.size() + " files)";
        rows.add(row(key.pattern(), key, key.use().text(count)));
      } else {
        some.forEach(file -> rows.add(row(file.path(), key, key.use())));
      }
    });
    return rows;
  }

  private static List<Phrase> row(String file, Alike key, Phrase use) {
    return List.of(Phrase.empty().code(file), Phrase.of(key.target().toString()), use);
  }
}
