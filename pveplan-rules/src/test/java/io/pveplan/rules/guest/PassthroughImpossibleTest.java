package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MappingRef;
import io.pveplan.dsl.VmHardwareSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class PassthroughImpossibleTest {

  private final RuleVerifier rule = verify(new PassthroughImpossible());

  @Test
  void an_unknown_iommu_group_is_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var gpu = c.pciMapping("gpu", m -> m.device(pve1, "0000:41:00.0", "10de:2204"));
          c.vm(100, "render01", v -> v.node(pve1).hardware(h -> h.device(gpu)));
        }))
        .isUndecidedFor("IOMMU group of 0000:41:00.0 on pve1");
  }

  @Test
  void a_mapping_without_an_entry_for_the_node_is_reported() {
    rule.on(lab("pve1", true, (h, gpu) -> h.device(gpu))).passes();
    rule.on(lab("pve2", true, (h, gpu) -> h.device(gpu)))
        .reportsExactly("GST-026[guest/100/hostpci0]")
        .withMessageContaining("render01 can not get gpu: the mapping has nothing on pve2");
  }

  @Test
  void more_devices_than_the_mapping_has_are_reported() {
    rule.on(lab("pve1", true, (h, gpu) -> h.device(gpu).device(gpu)))
        .reportsExactly("GST-026[guest/100/hostpci1]")
        .withMessageContaining("the mapping has only 1 on pve1");
    rule.on(lab(
            "pve1",
            true,
            (h, gpu) -> h.mediatedDevice(gpu, "nvidia-63").mediatedDevice(gpu, "nvidia-63")))
        .passes();
  }

  @Test
  void machines_on_a_node_do_not_share_a_device_of_a_mapping() {
    rule.on(pair("pve1", "pve1", HaState.STARTED))
        .reportsExactly("GST-026[guest/101/hostpci0]")
        .withMessageContaining(
            "render02 can not get gpu: the mapping has 1 device on pve1, taken by 100");
    rule.on(pair("pve1", "pve2", HaState.STARTED)).passes();
    rule.on(pair("pve1", "pve1", HaState.STOPPED)).passes();
  }

  private static ClusterPlan pair(String one, String two, HaState state) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(pve1, "0000:41:00.0", "10de:2204", d -> d.iommuGroup(30))
              .device(pve2, "0000:41:00.0", "10de:2204", d -> d.iommuGroup(30)));
      var vgpu = c.pciMapping(
          "vgpu", m -> m.device(pve1, "0000:42:00.0", "10de:2204", d -> d.iommuGroup(31)));
      c.vm(
          100,
          "render01",
          v -> v.node(one.equals("pve1") ? pve1 : pve2).hardware(h -> h.device(gpu)));
      var second = c.vm(
          101,
          "render02",
          v -> v.node(two.equals("pve1") ? pve1 : pve2).hardware(h -> h.device(gpu)));
      c.vm(102, "desk01", v -> v.node(pve1).hardware(h -> h.mediatedDevice(vgpu, "nvidia-63")));
      c.vm(103, "desk02", v -> v.node(pve1).hardware(h -> h.mediatedDevice(vgpu, "nvidia-63")));
      c.ha(h -> h.resource(second, r -> r.state(state)));
    });
  }

  @Test
  void a_device_given_twice_is_reported() {
    rule.on(lab("pve1", true, (h, gpu) -> h.hostPci("0000:41:00.0").hostPci("0000:42:00.0")))
        .passes();
    rule.on(lab(
            "pve1",
            true,
            (h, gpu) -> h.hostUsb("1-2").hostPci("0000:41:00.0").hostPci("0000:41:00.0")))
        .reportsExactly("GST-026[guest/100/hostpci1]")
        .withMessageContaining("render01 can not get 0000:41:00.0: it has that device already");
  }

  @Test
  void a_node_without_iommu_is_reported() {
    rule.on(lab("pve1", false, (h, gpu) -> h.device(gpu)))
        .reportsExactly("GST-026[guest/100/hostpci0]")
        .withMessageContaining("pve1 has no IOMMU");
    rule.on(lab("pve1", false, (h, gpu) -> h.hostUsb("1-2"))).passes();
  }

  @Test
  void a_machine_without_a_node_is_undecided() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.vm(100, "render01", v -> v.hardware(h -> h.hostPci("0000:41:00.0")));
        }))
        .isUndecidedFor("node of guest 100");
  }

  @Test
  void a_machine_without_devices_is_not_looked_at() {
    rule.on(lab("pve1", true, (h, gpu) -> {})).isNotApplicable();
  }

  private static ClusterPlan lab(
      String home, boolean iommu, BiConsumer<VmHardwareSpec, MappingRef> machine) {
    return cluster("lab", c -> {
      var pve1 = c.node(
          "pve1",
          n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> {
            if (!iommu) {
              b.withoutIommu();
            }
          })));
      var pve2 = c.node("pve2", n -> {});
      var gpu = c.pciMapping(
          "gpu", m -> m.device(pve1, "0000:41:00.0", "10de:2204", d -> d.iommuGroup(30)));
      c.vm(
          100,
          "render01",
          v -> v.node(home.equals("pve1") ? pve1 : pve2).hardware(h -> machine.accept(h, gpu)));
    });
  }
}
