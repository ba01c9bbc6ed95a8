package io.pveplan.rules.failure.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.failure.CephOutcome;
import io.pveplan.rules.failure.GoalOutcome;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.Interruption;
import io.pveplan.rules.failure.NodeLoad;
import io.pveplan.rules.failure.PoolOutcome;
import io.pveplan.rules.failure.Survival;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The failures of a plan as JSON: the records are the document. Of sets of nodes beyond the worst ten
 * it has numbers, and no guests, loads and interruptions one by one.
 */
record SurvivalDocument(
    int formatVersion,
    String cluster,
    Optional<String> weakest,
    List<GoalLine> goals,
    List<FateLine> beforehand,
    Map<String, ? extends Collection<String>> ignoredRules,
    List<FailureLine> failures,
    List<GuestLine> guests,
    List<String> limits,
    List<String> missingFacts) {

  private static final int FORMAT_VERSION = 1;

  static SurvivalDocument of(Matrix matrix) {
    return new SurvivalDocument(
        FORMAT_VERSION,
        matrix.plan().plan().name(),
        matrix.weakest().map(row -> row.scenario().toString()),
        matrix.goals().stream().map(goal -> line(goal, matrix)).toList(),
        matrix.sweep().beforehand().stream().map(SurvivalDocument::line).toList(),
        matrix.sweep().ignoredRules(),
        matrix.rows().stream().map(row -> line(row, matrix)).toList(),
        matrix.guests().stream().map(SurvivalDocument::line).toList(),
        matrix.sweep().limits(),
        matrix.sweep().missingFacts());
  }

  private static GoalLine line(GoalOutcome outcome, Matrix matrix) {
    return new GoalLine(
        outcome.goal().number(),
        outcome.goal().failure().text(),
        outcome.failures(),
        outcome.kept(),
        outcome.unknown(),
        outcome.shortfalls().stream()
            .map(it -> new ShortfallLine(
                it.need().text(),
                it.tolerated(),
                it.example().scenario().toString(),
                matrix.text().need(it.need(), it.example(), matrix.required())))
            .toList());
  }

  private static FailureLine line(Row row, Matrix matrix) {
    Survival survival = row.survival();
    Optional<Survival> told = Optional.of(survival).filter(it -> matrix.isTold(row));
    return new FailureLine(
        row.scenario().toString(),
        row.scenario().kind().text(),
        row.fails() ? row.failures() : 0,
        matrix.text().event(row.scenario()),
        row.verdict(),
        survival.quorate(),
        survival.votes(),
        survival.quorum(),
        survival.cutOff(),
        survival.fenced(),
        row.required(),
        row.down(),
        row.restarted().size(),
        row.moved().size(),
        seconds(survival.startsWithin()),
        survival.losesData(),
        survival.losesLastWrites(),
        told.map(it -> it.guests().stream().map(SurvivalDocument::line).toList()),
        told.map(it -> it.loads().stream().map(SurvivalDocument::line).toList()),
        survival.ceph().map(SurvivalDocument::line),
        told.map(it -> it.interruptions().stream().map(SurvivalDocument::line).toList()),
        matrix.effects(row));
  }

  private static InterruptionLine line(Interruption it) {
    return new InterruptionLine(it.kind().text(), it.name(), it.nodes(), it.guests());
  }

  private static FateLine line(GuestFate fate) {
    return new FateLine(
        fate.guest(),
        fate.fate().text(),
        fate.fate().survives(),
        fate.from(),
        fate.to(),
        fate.reason(),
        seconds(fate.dataLoss()));
  }

  private static LoadLine line(NodeLoad load) {
    return new LoadLine(
        load.node(),
        load.needed().bytes(),
        load.minimum().bytes(),
        load.installed().map(it -> OptionalLong.of(it.bytes())).orElse(OptionalLong.empty()),
        load.vcpus(),
        load.threads());
  }

  private static CephLine line(CephOutcome ceph) {
    return new CephLine(
        ceph.osds(),
        ceph.osdsDown(),
        ceph.markedOut(),
        ceph.monitors(),
        ceph.monitorsLeft(),
        ceph.pools().stream().map(SurvivalDocument::line).toList(),
        seconds(ceph.rebuild()));
  }

  private static PoolLine line(PoolOutcome pool) {
    return new PoolLine(
        pool.pool(),
        pool.copies(),
        pool.left(),
        pool.needed(),
        pool.serves(),
        pool.heals(),
        pool.dataLossPossible());
  }

  private static GuestLine line(GuestRow row) {
    return new GuestLine(
        row.guest().vmid(),
        row.guest().name(),
        row.guest().node(),
        row.managed(),
        row.guest().mustRun(),
        row.stopped(),
        row.smallest().map(it -> it.scenario().toString()),
        row.touches().stream().map(it -> it.row().scenario().toString()).toList());
  }

  private static OptionalLong seconds(Optional<Duration> time) {
    return time.map(it -> OptionalLong.of(it.toSeconds())).orElse(OptionalLong.empty());
  }

  record GoalLine(
      int number,
      String failure,
      int computed,
      boolean kept,
      List<String> unknown,
      List<ShortfallLine> shortfalls) {}

  record ShortfallLine(String need, int survived, String scenario, String why) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record FailureLine(
      String scenario,
      String kind,
      int independentFailures,
      String event,
      Verdict outcome,
      boolean quorate,
      int votes,
      int quorum,
      Collection<String> cutOff,
      Collection<String> fenced,
      int mustRunDown,
      int guestsDown,
      int guestsRestarted,
      int guestsMoved,
      OptionalLong recoverySeconds,
      boolean losesData,
      boolean losesLastWrites,
      Optional<List<FateLine>> guests,
      Optional<List<LoadLine>> loads,
      Optional<CephLine> ceph,
      Optional<List<InterruptionLine>> interruptions,
      List<String> effects) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record FateLine(
      Vmid guest,
      String fate,
      boolean survives,
      String from,
      String to,
      Optional<String> reason,
      OptionalLong dataLossSeconds) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record LoadLine(
      String node,
      long neededBytes,
      long minimumBytes,
      OptionalLong installedBytes,
      int vcpus,
      OptionalInt threads) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CephLine(
      int osds,
      int osdsDown,
      int markedOut,
      int monitors,
      int monitorsLeft,
      List<PoolLine> pools,
      OptionalLong rebuildSeconds) {}

  record PoolLine(
      String pool,
      int copies,
      int left,
      int needed,
      boolean serves,
      boolean heals,
      boolean dataLossPossible) {}

  record InterruptionLine(
      String kind, String name, Collection<String> nodes, Collection<Vmid> guests) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record GuestLine(
      Vmid guest,
      String name,
      Optional<String> node,
      boolean ha,
      boolean mustRun,
      long singleFailuresNotSurvived,
      Optional<String> smallestFailure,
      List<String> touchedBy) {}
}
