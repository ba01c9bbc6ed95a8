package io.pveplan.rules;

import io.pveplan.rules.report.ReportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts a report on disk. */
final class ReportFiles {

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

  private ReportFiles() {}

  static List<Path> write(Report report, Path directory, List<? extends ReportFormat> formats) {
    Map<String, ReportFormat> byName = new LinkedHashMap<>();
    for (ReportFormat format : formats) {
      String name = format.fileName();
      if (!PLAIN_NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("\"" + name + "\" of "
            + format.getClass().getName() + " is not a plain file name, as report.txt is");
      }
      if (byName.putIfAbsent(name, format) != null) {
        throw new IllegalArgumentException("two forms of the report would be written to " + name);
      }
    }
    List<Path> written = new ArrayList<>();
    byName.forEach(
        (name, format) -> written.add(write(directory.resolve(name), report.to(format))));
    return List.copyOf(written);
  }

  // A reader never meets half a report, and a failed write leaves the old one.
  private static Path write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), content);
      return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException("can not write " + file, failed);
    }
  }
}
