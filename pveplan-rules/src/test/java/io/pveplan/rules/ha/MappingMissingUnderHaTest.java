package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec;
import io.pveplan.dsl.MappingSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MappingMissingUnderHaTest {

  private final RuleVerifier rule = verify(new MappingMissingUnderHa());

  private interface Block {
    void in(HaSpec h, GuestRef vm, List<NodeRef> nodes);
  }

  @Test
  void nodes_without_an_entry_are_reported() {
    rule.on(lab((h, vm, nodes) -> h.resources(vm)))
        .reportsExactly("HA-033[ha/resource/100]")
        .withMessageContaining(
            "render01 may be moved to nodes on which a mapping has nothing: gpu on pve3");
  }

  @Test
  void a_strict_rule_keeps_it_off_them() {
    rule.on(lab((h, vm, nodes) -> h.resources(vm)
            .nodeAffinity(
                "home", a -> a.resources(vm).nodes(nodes.get(0), nodes.get(1)).strict())))
        .passes();
  }

  @Test
  void an_unknown_subsystem_or_iommu_group_is_undecided() {
    rule.on(lab(
            (h, vm, nodes) -> h.resources(vm)
                .nodeAffinity(
                    "home",
                    a -> a.resources(vm).nodes(nodes.get(0), nodes.get(1)).strict()),
            d -> {}))
        .isUndecidedFor("subsystem of 0000:41:00.0 on pve2", "IOMMU group of 0000:41:00.0 on pve2");
  }

  @Test
  void a_machine_that_is_not_under_ha_is_not_looked_at() {
    rule.on(lab((h, vm, nodes) -> {})).isNotApplicable();
  }

  private static ClusterPlan lab(Block block) {
    return lab(block, d -> d.subsystem("10de:1467").iommuGroup(31));
  }

  private static ClusterPlan lab(Block block, Consumer<MappingSpec.PciDevice> more) {
    return cluster("lab", c -> {
      var nodes = c.nodes(List.of(1, 2, 3), number -> "pve" + number, (n, number) -> {});
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(
                  nodes.get(0),
                  "0000:41:00.0",
                  "10de:2204",
                  d -> d.subsystem("10de:1467").iommuGroup(30))
              .device(nodes.get(1), "0000:41:00.0", "10de:2204", more));
      var vm = c.vm(100, "render01", v -> v.node(nodes.get(0)).hardware(h -> h.device(gpu)));
      c.ha(h -> block.in(h, vm, nodes));
    });
  }
}
