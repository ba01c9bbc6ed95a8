package io.pveplan.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanIntegrity;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.RuleResult;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GeneratedPlansTest {

  private static final List<ClusterPlan> PLANS = GeneratedPlans.first(1000).toList();
  private static final RuleBook BOOK = RuleBook.standard();

  /** All rules on all plans, once for all tests of this class. */
  private static final class Reach {

    static final Reach OF_ALL_PLANS = new Reach();

    final SortedSet<String> looking = new TreeSet<>();
    final SortedSet<String> passing = new TreeSet<>();
    final SortedSet<String> broken = new TreeSet<>();
    final SortedSet<String> undecided = new TreeSet<>();
    final SortedSet<String> unlike = new TreeSet<>();

    private Reach() {
      for (ClusterPlan plan : PLANS) {
        ResolvedPlan resolved = ResolvedPlan.of(plan);
        Report report = BOOK.check(resolved);
        if (!report.results().equals(BOOK.check(resolved).results())) {
          unlike.add(plan.name());
        }
        report.results().forEach(this::count);
      }
    }

    private void count(RuleResult result) {
      String id = result.rule().id();
      add(looking, id, !result.subjects().isEmpty());
      add(passing, id, result.passed() > 0);
      add(broken, id, !result.findings().isEmpty());
      add(undecided, id, !result.undecided().isEmpty());
    }

    private static void add(SortedSet<String> ids, String id, boolean there) {
      if (there) {
        ids.add(id);
      }
    }
  }

  private static List<String> allBut(SortedSet<String> ids) {
    return BOOK.rules().stream()
        .map(RuleDescription::id)
        .filter(id -> !id.startsWith("WVR-") && !ids.contains(id))
        .toList();
  }

  @Test
  void every_rule_ends_on_every_plan_and_says_the_same_twice() {
    assertThat(Reach.OF_ALL_PLANS.unlike).isEmpty();
  }

  @Test
  void every_rule_looks_at_something() {
    assertThat(allBut(Reach.OF_ALL_PLANS.looking)).isEmpty();
  }

  @Test
  void every_rule_lets_something_pass() {
    assertThat(allBut(Reach.OF_ALL_PLANS.passing)).isEmpty();
  }

  @Test
  void every_rule_finds_something() {
    assertThat(allBut(Reach.OF_ALL_PLANS.broken)).isEmpty();
  }

  // What they need is always told, or its absence is the finding. NET-043 and NET-044 need an
  // address in a range of a network that nobody knows: these seeds do not meet that.
  @Test
  void all_rules_but_these_miss_a_fact_somewhere() {
    assertThat(allBut(Reach.OF_ALL_PLANS.undecided))
        .containsExactly(
            "BCK-001",
            "BCK-002",
            "BCK-005",
            "BCK-014",
            "BCK-028",
            "CAP-013",
            "CAP-016",
            "CAP-017",
            "CEPH-005",
            "CEPH-006",
            "CEPH-007",
            "CEPH-008",
            "CEPH-011",
            "CEPH-015",
            "CEPH-018",
            "CEPH-033",
            "CEPH-035",
            "CEPH-042",
            "CEPH-043",
            "CEPH-044",
            "CEPH-046",
            "CEPH-047",
            "CI-001",
            "CI-007",
            "CI-008",
            "CI-009",
            "CI-010",
            "CI-014",
            "CI-015",
            "CI-016",
            "CI-017",
            "CI-020",
            "CI-021",
            "CI-022",
            "CI-023",
            "CLU-003",
            "CLU-004",
            "CLU-005",
            "CLU-006",
            "CLU-007",
            "CLU-015",
            "CLU-016",
            "CLU-019",
            "CLU-025",
            "CLU-037",
            "CLU-040",
            "GST-003",
            "GST-005",
            "GST-012",
            "GST-013",
            "GST-015",
            "GST-019",
            "GST-020",
            "GST-021",
            "GST-027",
            "GST-028",
            "GST-029",
            "GST-030",
            "GST-032",
            "GST-033",
            "GST-035",
            "GST-036",
            "HA-007",
            "HA-009",
            "HA-010",
            "HA-011",
            "HA-012",
            "HA-013",
            "HA-015",
            "HA-017",
            "HA-022",
            "HA-023",
            "HA-024",
            "HA-026",
            "HA-029",
            "HA-030",
            "HA-031",
            "HA-032",
            "HA-034",
            "LOC-003",
            "LOC-009",
            "LOC-013",
            "LOC-014",
            "LOC-015",
            "LOC-020",
            "LOC-022",
            "LOC-023",
            "LOC-030",
            "LOC-035",
            "LOC-038",
            "LOC-041",
            "LOC-042",
            "MIG-001",
            "MIG-003",
            "MIG-005",
            "MIG-006",
            "MIG-008",
            "MIG-009",
            "MIG-013",
            "MIG-014",
            "MIG-022",
            "MIG-024",
            "NET-002",
            "NET-004",
            "NET-006",
            "NET-012",
            "NET-020",
            "NET-021",
            "NET-022",
            "NET-026",
            "NET-032",
            "NET-033",
            "NET-034",
            "NET-035",
            "NET-043",
            "NET-044",
            "NET-047",
            "NODE-006",
            "NODE-015",
            "NODE-024",
            "SDN-021",
            "SDN-022",
            "SDN-023",
            "SDN-024",
            "SDN-032",
            "SHR-002",
            "SHR-003",
            "SHR-006",
            "SHR-008",
            "SHR-010",
            "SHR-014",
            "SHR-015",
            "SHR-019",
            "SHR-020",
            "SHR-021",
            "SHR-022",
            "SHR-026",
            "TF-002",
            "TF-018");
  }

  @Test
  void plans_are_of_all_sizes_and_can_exist() {
    assertThat(PLANS)
        .allSatisfy(plan -> assertThat(PlanIntegrity.problems(plan)).isEmpty());
    assertThat(PLANS.stream().map(plan -> plan.nodes().size()).distinct().sorted())
        .containsExactly(0, 1, 2, 3, 4, 5, 8, 34);
    assertThat(PLANS.stream()
            .flatMap(plan -> ResolvedPlan.of(plan).storages().stream())
            .map(Storage::type)
            .distinct()
            .sorted())
        .containsExactly(
            "btrfs", "cephfs", "dir", "iscsi", "lvm", "lvmthin", "nfs", "pbs", "rbd", "zfspool");
  }

  @Test
  void a_seed_is_one_plan() {
    assertThat(GeneratedPlans.of(7)).isEqualTo(GeneratedPlans.of(7));
    assertThat(GeneratedPlans.of(7)).isNotEqualTo(GeneratedPlans.of(8));
    assertThat(GeneratedPlans.first(8).toList().get(7)).isEqualTo(GeneratedPlans.of(7));
    assertThat(GeneratedPlans.of(-1).name()).isEqualTo("plan551615");
  }

  @Test
  void a_negative_number_of_plans_is_refused() {
    assertThatThrownBy(() -> GeneratedPlans.first(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1 is no number of plans");
  }
}
