package io.pveplan.rules.fluent;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.fluent.Conditions.areNamed;
import static io.pveplan.rules.fluent.Conditions.haveAtMost;
import static io.pveplan.rules.fluent.Conditions.haveNameMatching;
import static io.pveplan.rules.fluent.Conditions.haveNo;
import static io.pveplan.rules.fluent.FluentRule.rule;
import static io.pveplan.rules.fluent.GuestTerms.placedGuests;
import static io.pveplan.rules.fluent.HardwareTerms.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanPath;
import io.pveplan.model.hardware.Node;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final ClusterPlan PLAN = cluster("lab", c -> {
    var pve1 = c.node("pve1", n -> {});
    c.node("old1", n -> {});
    c.vm(100, "web", v -> v.node(pve1));
    c.vm(101, "db", v -> v.node(pve1));
  });

  private static String nodesShould(Condition<? super Node> condition) {
    return Said.of(
        rule("ACME-001", WARNING).forEach(nodes()).should(condition).fix("Change it."), PLAN);
  }

  @Test
  void a_placed_guest_is_known_by_its_name_and_not_by_its_vmid() {
    assertThat(nodesShould(haveNo(placedGuests(), areNamed("web"))))
        .isEqualTo("FINDINGS; node pve1 has 1 placed guest that is named web, it should have no"
            + " placed guests that are named web{placedGuests=1}");
    assertThat(nodesShould(haveNo(placedGuests(), areNamed("100")))).isEqualTo("PASSED");
    assertThat(nodesShould(haveAtMost(1, placedGuests(), haveNameMatching("[a-z]+"))))
        .isEqualTo(
            "FINDINGS; node pve1 has 2 placed guests that have a name matching [a-z]+, it should"
                + " have at most 1 placed guest that has a name matching [a-z]+{placedGuests=2}");
  }

  @Test
  void a_placed_guest_is_called_by_vmid_and_name() {
    assertThat(Said.of(
            rule("ACME-001", WARNING)
                .forEach(placedGuests())
                .should(areNamed("db"))
                .fix("Change it."),
            PLAN))
        .isEqualTo("FINDINGS; placed guest 100 (web) should be named db, and is not{name=web}");
  }

  @Test
  void a_form_of_names_is_asked_for_as_it_is_written() {
    assertThat(nodesShould(haveNameMatching("(?x) pve[0-9]  # the new\n | old[0-9]  # the others")))
        .isEqualTo("PASSED");
    assertThat(nodesShould(haveNameMatching("pve[0-9]|old  1")))
        .isEqualTo("FINDINGS; node old1 should have a name matching pve[0-9]|old 1, and does"
            + " not{name=old1}");
  }

  @Test
  void two_paths_that_read_alike_are_reported_once() {
    Subjects<List<String>> racks = Subjects.of(
        "rack",
        "racks",
        plan -> List.of(List.of("a", "b"), List.of("a/b")),
        rack -> PlanPath.of("rack", rack.toArray(new String[0])),
        rack -> Optional.empty());

    assertThat(Said.of(
            rule("ACME-001", WARNING)
                .forEach(racks)
                .should("are known", rack -> false)
                .fix("Change it."),
            PLAN))
        .isEqualTo("FINDINGS; rack b should be known, and is not{}");
  }
}
