package io.pveplan.rules.report;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.rules.report.SarifLog.ArtifactLocation;
import io.pveplan.rules.report.SarifLog.Location;
import io.pveplan.rules.report.SarifLog.LogicalLocation;
import io.pveplan.rules.report.SarifLog.PhysicalLocation;
import io.pveplan.rules.report.SarifLog.Region;
import java.util.List;
import java.util.Optional;

/** Where something is: a line of a file in the repository, and a place in the plan. */
record SarifPlaces(String sourceRoot, Optional<String> planFile) {

  static final String BASE = "SRCROOT";

  // Code scanning shows nothing for a result without a line.
  private static final int FIRST_LINE = 1;

  Location of(PlanPath subject, Optional<Origin> declaredAt) {
    Optional<PhysicalLocation> file = declaredAt
        .flatMap(line -> uri(line).map(uri -> at(uri, Math.max(FIRST_LINE, line.line()))))
        .or(() -> planFile.map(uri -> at(uri, FIRST_LINE)));
    return new Location(file, List.of(logical(subject)));
  }

  // A line of a file that is no class, such as one with waivers, is not below the sources.
  private Optional<String> uri(Origin line) {
    return line.className().isEmpty()
        ? SarifUri.named(line.file())
        : Optional.of(sourceRoot + SarifUri.source(line.className(), line.file()));
  }

  static Location of(PlanPath subject) {
    return new Location(Optional.empty(), List.of(logical(subject)));
  }

  private static LogicalLocation logical(PlanPath subject) {
    List<String> segments = subject.segments();
    PlanPath last = PlanPath.of(segments.get(segments.size() - 1));
    return new LogicalLocation(last.toString(), subject.toString(), "resource");
  }

  private static PhysicalLocation at(String uri, int line) {
    return new PhysicalLocation(new ArtifactLocation(uri, BASE), new Region(line));
  }
}
