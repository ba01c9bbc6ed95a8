package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.rules.capacity.Labs.PVE1;
import static io.pveplan.rules.capacity.Labs.PVE2;
import static io.pveplan.rules.capacity.Labs.PVE3;
import static io.pveplan.rules.capacity.Labs.lab;
import static io.pveplan.rules.capacity.Labs.managed;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeRef;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryAfterNodeLossTest {

  private final RuleVerifier rule = verify(new MemoryAfterNodeLoss());

  @Test
  void guests_that_fit_on_the_other_nodes_pass() {
    rule.on(lab(3, c -> {
          managed(c, 101, PVE1, v -> {});
          managed(c, 102, PVE2, v -> {});
        }))
        .passes();
  }

  @Test
  void a_node_that_gets_more_than_it_has_is_reported() {
    rule.on(lab(3, c -> {
          managed(c, 101, PVE1, v -> v.memory(gib(40)));
          Labs.vm(c, 102, PVE2, v -> v.memory(gib(30)));
          Labs.vm(c, 103, PVE3, v -> v.memory(gib(10)));
        }))
        .reportsExactly("CAP-003[node/pve2]")
        .withMessageContaining("when node pve1 fails, pve2 needs 72GiB of memory for its guests at"
            + " their largest and for itself, and has 64GiB");
  }

  @Test
  void as_many_nodes_fail_as_the_plan_promises_to_survive() {
    rule.on(lab(5, c -> {
          managed(c, 101, PVE1, v -> v.memory(gib(30)));
          managed(c, 102, PVE2, v -> v.memory(gib(30)));
        }))
        .passes();
    rule.on(lab(5, c -> {
          c.mustSurvive(2, NODE);
          for (int i : IntStream.rangeClosed(1, 5).toArray()) {
            managed(c, 100 + i, NodeRef.named("pve" + i), v -> v.memory(gib(30)));
          }
        }))
        .passes();
    rule.on(lab(5, c -> {
          c.mustSurvive(2, NODE);
          for (int i : IntStream.rangeClosed(1, 5).toArray()) {
            managed(c, 100 + i, NodeRef.named("pve" + i), v -> v.memory(gib(32)));
          }
        }))
        .reportsExactly(
            "CAP-003[node/pve1]", "CAP-003[node/pve2]", "CAP-003[node/pve3]", "CAP-003[node/pve4]");
  }

  @Test
  void a_node_of_unknown_memory_is_undecided() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.hardware(h -> h.memory(gib(64))));
          c.node("pve2", n -> {});
          c.node("pve3", n -> n.hardware(h -> h.memory(gib(64))));
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          managed(c, 101, PVE1, v -> {});
        }))
        .isUndecidedFor("memory of pve2");
  }

  @Test
  void without_guests_under_ha_it_is_not_applicable() {
    rule.on(lab(3, c -> Labs.vm(c, 101, PVE1, v -> {}))).isNotApplicable();
    rule.on(lab(1, c -> managed(c, 101, PVE1, v -> {}))).isNotApplicable();
  }
}
