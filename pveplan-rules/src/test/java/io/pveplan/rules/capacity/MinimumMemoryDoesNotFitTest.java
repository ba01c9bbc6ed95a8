package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MinimumMemoryDoesNotFitTest {

  private final RuleVerifier rule = verify(new MinimumMemoryDoesNotFit());

  @Test
  void machines_keep_their_balloon_or_all_they_have() {
    rule.on(lab(v -> v.memory(gib(100)).balloon(gib(30)))).passes();
    rule.on(lab(v -> v.memory(gib(100)).balloon(gib(31))))
        .reportsExactly("CAP-002[node/pve1]")
        .withMessageContaining("machines of pve1 keep 31GiB and the host 2GiB; it has 32GiB");
    rule.on(lab(v -> v.memory(gib(31)))).reportsExactly("CAP-002[node/pve1]");
    rule.on(lab(v -> v.memory(gib(31)).balloon(mib(0)))).reportsExactly("CAP-002[node/pve1]");
  }

  @Test
  void containers_keep_nothing() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(8))));
          var local = c.storage(dir("files", "/srv/files"), s -> {});
          c.container(
              100,
              "dns01",
              containerTemplate(local, "debian.tar.zst"),
              local,
              gib(4),
              t -> t.node(pve1).memory(gib(64)));
        }))
        .isNotApplicable();
  }

  @Test
  void unknown_memory_is_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.vm(100, "web01", v -> v.node(pve1));
        }))
        .isUndecidedFor("memory of pve1");
  }

  private static ClusterPlan lab(Consumer<VmSpec> machine) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(32))));
      c.vm(100, "web01", v -> v.node(pve1).with(machine));
    });
  }
}
