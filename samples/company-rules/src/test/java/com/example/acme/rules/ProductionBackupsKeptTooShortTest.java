package com.example.acme.rules;

import static com.example.acme.rules.ProductionBackupsKeptTooShort.FEWEST_DAYS;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.pbs;
import static io.pveplan.dsl.Pveplan.prompted;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.BackupSpec.JobSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProductionBackupsKeptTooShortTest {

  private final RuleVerifier rule = verify(new ProductionBackupsKeptTooShort());

  private static ClusterPlan shop(String tag, Consumer<JobSpec> job) {
    return cluster("lab", c -> {
      c.vm(100, "shop", v -> v.tags(tag));
      var store = c.storage(pbs("pbs1", "10.0.0.9", "store1", "acme@pbs", prompted()), s -> {});
      c.backup(b -> b.job("nightly", "02:30", store, job));
    });
  }

  @Test
  void fourteen_days_pass() {
    rule.on(shop("prod", p -> p.all().keepDaily(14))).passes();
  }

  @Test
  void thirteen_days_are_reported() {
    rule.on(shop("prod", p -> p.all().keepDaily(13).keepMonthly(6)))
        .reportsExactly("ACME-004[guest/100]")
        .withMessageContaining("backups of shop are kept for 13 days, production needs 14");
  }

  @Test
  void a_job_that_leaves_the_retention_to_the_storage_is_undecided() {
    rule.on(shop("prod", JobSpec::all)).isUndecidedFor("retention of backup job nightly");
  }

  @Test
  void a_guest_that_is_not_in_production_is_not_looked_at() {
    rule.on(shop("test", p -> p.all().keepDaily(1))).isNotApplicable();
  }

  @Test
  void a_guest_that_no_job_takes_is_left_to_another_rule() {
    rule.on(shop("prod", p -> p.all().keepDaily(1).disabled())).isNotApplicable();
  }

  @Test
  void the_rule_book_may_ask_for_fewer_days() {
    rule.set(FEWEST_DAYS, 7).on(shop("prod", p -> p.all().keepDaily(7))).passes();
  }
}
