package io.pveplan.rules.failure.report;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.internal.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What failures mean for a cluster: every failure with what comes of it, and every guest with the
 * failures that touch it. The weakest point stands first: what takes the fewest things failing and
 * does the most harm.
 *
 * <pre>{@code
 * SurvivalReport report = SurvivalReport.of(plan);
 * report.weakestPoint();   // Weakest point: switch sw1 fails: ...
 * report.toText();         // for people
 * report.toCsv();          // a row for each failure
 * report.guestsToCsv();    // a row for each guest and each single failure that touches it
 * report.files().keySet(); // survival.txt, survival.json, ...
 * }</pre>
 *
 * @since 0.1
 */
public final class SurvivalReport {

  private final Matrix matrix;

  private SurvivalReport(Matrix matrix) {
    this.matrix = matrix;
  }

  /**
   * Computes all failures of a plan.
   *
   * @throws io.pveplan.model.PlanDefinitionException if the plan has duplicates or references to
   *     nothing, which one from the DSL or from JSON can not have
   */
  public static SurvivalReport of(ClusterPlan plan) {
    return of(ResolvedPlan.of(plan));
  }

  /** Computes all failures of a plan. */
  public static SurvivalReport of(ResolvedPlan plan) {
    return new SurvivalReport(Matrix.of(plan));
  }

  /** The weakest point in one line. */
  public String weakestPoint() {
    return MatrixText.weakest(matrix);
  }

  /** The failures for people. */
  public String toText() {
    return MatrixText.of(matrix);
  }

  /** The guests for people: which single failures touch each of them, and what becomes of it. */
  public String guestsToText() {
    return GuestText.of(matrix);
  }

  /** The failures as comma-separated values, a row for each. No cell becomes a formula. */
  public String toCsv() {
    return Tables.failures(matrix);
  }

  /** The guests as comma-separated values, a row for each single failure that touches one. */
  public String guestsToCsv() {
    return Tables.guests(matrix);
  }

  /**
   * All of it as JSON, for programs. A later library may add fields; one that takes a field away or
   * gives it another meaning raises {@code formatVersion}. Of sets of nodes the ten worst are told
   * guest by guest, and the others in numbers.
   */
  public String toJson() {
    return JsonText.of(SurvivalDocument.of(matrix));
  }

  /** All forms by the name of their file: {@code survival.txt} and so on. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("survival.txt", toText());
    files.put("survival.json", toJson());
    files.put("survival.csv", toCsv());
    files.put("survival-guests.txt", guestsToText());
    files.put("survival-guests.csv", guestsToCsv());
    return Collections.unmodifiableMap(files);
  }
}
