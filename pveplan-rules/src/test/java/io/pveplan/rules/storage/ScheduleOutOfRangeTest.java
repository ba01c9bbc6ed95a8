package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleOutOfRangeTest {

  @ParameterizedTest(name = "{0}: reported = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "*:*:0/20 | true | job 100-0 (*:*:0/20) runs every 20s at the longest",
        "minutely | false |",
        "weekly | false |",
        "monthly | true | job 100-0 (monthly) runs every 31d at the longest",
        "2026-1-1 | true | job 100-0 (2026-1-1) makes no copy after its last event"
      })
  void a_schedule_finer_than_a_minute_or_coarser_than_a_week_is_reported(
      String schedule, boolean reported, String message) {
    ClusterPlan plan = lab((v, tank) -> v.disk(tank, gib(8)), s -> s.schedule(schedule));
    RuleVerifier rule = verify(new ScheduleOutOfRange());

    if (reported) {
      rule.on(plan).reportsExactly("LOC-030[replication/100-0]").withMessageContaining(message);
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void a_job_that_is_switched_off_runs_never() {
    verify(new ScheduleOutOfRange())
        .on(lab((v, tank) -> {}, s -> s.schedule("monthly").disabled()))
        .isNotApplicable();
  }
}
