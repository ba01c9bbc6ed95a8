package io.pveplan.rules.waiver;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Undecided;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all waivers were good for in a check; each finding is held against them once. */
final class WaiverUses {

  static final WaiverUses NONE = new WaiverUses();

  private final Map<String, Waiver> inForce = new HashMap<>();
  private final Map<String, List<Finding>> matched = new HashMap<>();
  private final Map<String, List<Finding>> waived = new HashMap<>();
  private final Map<String, List<Finding>> open = new HashMap<>();
  private final Set<String> undecided = new HashSet<>();
  private final List<WaiverUse> all = new ArrayList<>();

  private WaiverUses() {}

  static WaiverUses of(
      Waivers waivers, LocalDate today, List<RuleResult> results, Collection<String> off) {
    WaiverUses uses = new WaiverUses();
    for (RuleResult result : results) {
      result
          .findings()
          .forEach(finding ->
              uses.add(finding, waivers.matching(finding.ruleId(), finding.subject()), today));
      for (Undecided subject : result.undecided()) {
        uses.addUndecided(waivers, subject.ruleId(), subject.subject());
      }
    }
    List<String> ran = results.stream().map(result -> result.rule().id()).toList();
    waivers.all().forEach(waiver -> uses.all.add(uses.use(waiver, today, ran, off)));
    return uses;
  }

  List<WaiverUse> all() {
    return List.copyOf(all);
  }

  Optional<Waiver> inForce(Finding finding) {
    return Optional.ofNullable(inForce.get(finding.key()));
  }

  private void add(Finding finding, List<Waiver> matching, LocalDate today) {
    Optional<Waiver> waiving = Waivers.inForce(matching, today);
    waiving.ifPresent(waiver -> {
      inForce.put(finding.key(), waiver);
      add(waived, waiver, finding);
    });
    for (Waiver waiver : matching) {
      add(matched, waiver, finding);
      if (waiving.isEmpty()) {
        add(open, waiver, finding);
      }
    }
  }

  private static void add(Map<String, List<Finding>> lists, Waiver waiver, Finding finding) {
    lists.computeIfAbsent(waiver.key(), any -> new ArrayList<>()).add(finding);
  }

  private void addUndecided(Waivers waivers, String ruleId, PlanPath subject) {
    waivers.matching(ruleId, subject).forEach(waiver -> undecided.add(waiver.key()));
  }

  private WaiverUse use(
      Waiver waiver, LocalDate today, Collection<String> ran, Collection<String> off) {
    String key = waiver.key();
    return new WaiverUse(
        waiver,
        ChronoUnit.DAYS.between(today, waiver.until()),
        matched.getOrDefault(key, List.of()),
        waived.getOrDefault(key, List.of()),
        open.getOrDefault(key, List.of()),
        undecided.contains(key),
        rules(WaiverKey.of(key), ran, off));
  }

  private static WaiverUse.Rules rules(
      WaiverKey key, Collection<String> ran, Collection<String> off) {
    if (ran.stream().anyMatch(key::isFor)) {
      return WaiverUse.Rules.RAN;
    }
    return off.stream().anyMatch(key::isFor) ? WaiverUse.Rules.OFF : WaiverUse.Rules.UNKNOWN;
  }
}
