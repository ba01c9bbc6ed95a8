package io.pveplan.rules.waiver;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.TestRule.reporting;
import static io.pveplan.rules.waiver.Waivers.waive;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.TestPlans;
import java.time.LocalDate;
import java.util.List;

/** A book that finds three things, and what the rules about waivers say of a waiver there. */
final class WaiverChecks {

  static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  static final RuleBook BOOK = RuleBook.empty()
      .with(
          reporting(
              "NET-011",
              ERROR,
              PlanPath.of("node", "pve1", "vmbr0"),
              PlanPath.of("node", "pve2", "vmbr0")),
          reporting("NET-012", ERROR, PlanPath.of("node", "pve1", "vmbr0")),
          reporting("CLU-025", ERROR, PlanPath.of("cluster")))
      .without("CLU-025");

  private WaiverChecks() {}

  static WaiverDraft waiver(String key) {
    return waive(key).because("a reason").owner("net-team").until(TODAY.plusDays(100));
  }

  /** What a rule about waivers says. */
  static RuleResult result(RuleBook book, String ruleId, WaiverDraft... waivers) {
    return book.waiving(Waivers.of(waivers), TODAY)
        .check(TestPlans.plan())
        .result(ruleId)
        .orElseThrow();
  }

  /** The keys and messages of what a rule about waivers reports. */
  static List<String> said(RuleBook book, String ruleId, WaiverDraft... waivers) {
    return result(book, ruleId, waivers).findings().stream()
        .map(WaiverChecks::text)
        .toList();
  }

  private static String text(Finding finding) {
    return finding.key() + " " + finding.message();
  }
}
