package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MappingRef;
import io.pveplan.dsl.MappingSpec;
import io.pveplan.dsl.VmHardwareSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PassthroughImpossibleTest {

  private static final Consumer<MappingSpec.PciDevice> KNOWN =
      d -> d.subsystem("10de:1467").iommuGroup(30);

  private final RuleVerifier rule = verify(new PassthroughImpossible());

  @Test
  void an_unknown_iommu_group_is_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var gpu = c.pciMapping("gpu", m -> m.device(pve1, "0000:41:00.0", "10de:2204"));
          c.vm(100, "render01", v -> v.node(pve1).hardware(h -> h.device(gpu)));
        }))
        .isUndecidedFor("subsystem of 0000:41:00.0 on pve1", "IOMMU group of 0000:41:00.0 on pve1");
  }

  @Test
  void an_unknown_subsystem_is_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var gpu = c.pciMapping(
              "gpu", m -> m.device(pve1, "0000:41:00.0", "10de:2204", d -> d.iommuGroup(30)));
          c.vm(100, "render01", v -> v.node(pve1).hardware(h -> h.device(gpu)));
        }))
        .isUndecidedFor("subsystem of 0000:41:00.0 on pve1");
  }

  @Test
  void a_mapping_tells_that_its_devices_make_mediated_ones() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var gpu = c.pciMapping("gpu", m -> m.device(pve1, "0000:41:00.0", "10de:2204", KNOWN));
          c.vm(100, "desk01", v -> v.node(pve1).hardware(h -> h.mediatedDevice(gpu, "nvidia-63")));
        }))
        .reportsExactly("GST-026[guest/100/hostpci0]")
        .withMessageContaining(
            "desk01 can not get gpu: the mapping does not say that its devices make"
                + " mediated ones");
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
          m -> m.device(pve1, "0000:41:00.0", "10de:2204", KNOWN)
              .device(pve2, "0000:41:00.0", "10de:2204", KNOWN));
      var vgpu = c.pciMapping(
          "vgpu",
          m -> m.mediated()
              .device(
                  pve1,
                  "0000:42:00.0",
                  "10de:2204",
                  d -> d.subsystem("10de:1467").iommuGroup(31)));
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
  void a_device_is_the_same_however_a_machine_comes_by_it() {
    rule.on(machines(
            (v, first, second) -> v.device(first).device(second), (v, first, second) -> {}))
        .reportsExactly("GST-026[guest/100/hostpci1]")
        .withMessageContaining("render01 can not get second: it has that device already");
    rule.on(machines(
            (v, first, second) -> v.hostPci("0000:41:00.0").device(first),
            (v, first, second) -> {}))
        .reportsExactly("GST-026[guest/100/hostpci1]")
        .withMessageContaining("render01 can not get first: it has that device already");
    rule.on(machines(
            (v, first, second) -> v.hostPci("0000:41:00.0"),
            (v, first, second) -> v.hostPci("0000:41:00.0")))
        .reportsExactly("GST-026[guest/101/hostpci0]")
        .withMessageContaining("render02 can not get 0000:41:00.0: on pve1 it is taken by 100");
    rule.on(machines(
            (v, first, second) -> v.hostPci("0000:41:00.0"), (v, first, second) -> v.device(first)))
        .reportsExactly("GST-026[guest/101/hostpci0]")
        .withMessageContaining(
            "render02 can not get first: the mapping has 1 device on pve1, taken by 100");
    rule.on(machines((v, first, second) -> v.device(first), (v, first, second) -> v.device(second)))
        .reportsExactly("GST-026[guest/101/hostpci0]");
    rule.on(machines(
            (v, first, second) -> v.device(first),
            (v, first, second) -> v.hostPci("0000:42:00.0").hostPci("0000:41:01.0")))
        .passes();
  }

  @Test
  void an_address_without_function_is_all_functions() {
    for (var pair : List.of(
        List.of("0000:41:00", "0000:41:00.1"),
        List.of("0000:41:00.1", "0000:41:00"),
        List.of("0000:41:00", "0000:41:00"),
        List.of("0000:42:00.0;0000:41:00.1", "0000:41:00"))) {
      rule.on(machines(
              (v, first, second) -> v.hostPci(pair.get(0)).hostPci(pair.get(1)),
              (v, first, second) -> {}))
          .reportsExactly("GST-026[guest/100/hostpci1]");
      rule.on(machines(
              (v, first, second) -> v.hostPci(pair.get(0)),
              (v, first, second) -> v.hostPci(pair.get(1))))
          .reportsExactly("GST-026[guest/101/hostpci0]");
    }
    rule.on(machines(
            (v, first, second) -> v.hostPci("0000:41:00.0"),
            (v, first, second) -> v.hostPci("0000:41:00.1")))
        .passes();
    rule.on(machines(
            (v, first, second) -> v.hostPci("0000:41:00;0000:41:00.1"), (v, first, second) -> {}))
        .reportsExactly("GST-026[guest/100/hostpci0]");
  }

  @Test
  void a_machine_gets_the_first_free_device_of_a_mapping() {
    Trio both = (v, pool, second) -> v.device(pool);
    rule.on(pool((v, pool, other) -> v.hostPci("0000:41:00.0"), both)).passes();
    rule.on(pool(
            (v, pool, other) -> v.hostPci("0000:41:00.0"),
            (v, pool, other) -> v.device(pool).device(pool)))
        .reportsExactly("GST-026[guest/101/hostpci1]")
        .withMessageContaining(
            "render02 can not get pool: the mapping has 2 devices on pve1, taken by 100, 101");
    rule.on(pool(both, (v, pool, other) -> v.hostPci("0000:41:00.0")))
        .reportsExactly("GST-026[guest/101/hostpci0]");
    rule.on(pool(
            (v, pool, other) ->
                v.hostPci("0000:41:00.0").hostPci("0000:42:00.0").device(pool),
            (v, pool, other) -> {}))
        .reportsExactly("GST-026[guest/100/hostpci2]")
        .withMessageContaining("render01 can not get pool: it has these devices already");
  }

  @Test
  void a_machine_without_a_node_has_no_device_twice() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.vm(
              100,
              "render01",
              v -> v.hardware(h -> h.hostPci("0000:41:00").hostPci("0000:41:00.0")));
        }))
        .reportsExactly("GST-026[guest/100/hostpci1]")
        .withMessageContaining("it has that device already");
  }

  private interface Trio {
    void add(VmHardwareSpec machine, MappingRef first, MappingRef second);
  }

  private static ClusterPlan machines(Trio one, Trio two) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var first = c.pciMapping("first", m -> m.device(pve1, "0000:41:00.0", "10de:2204", KNOWN));
      var second = c.pciMapping("second", m -> m.device(pve1, "0000:41:00.0", "10de:2204", KNOWN));
      c.vm(100, "render01", v -> v.node(pve1).hardware(h -> one.add(h, first, second)));
      c.vm(101, "render02", v -> v.node(pve1).hardware(h -> two.add(h, first, second)));
    });
  }

  private static ClusterPlan pool(Trio one, Trio two) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pool = c.pciMapping(
          "pool",
          m -> m.device(pve1, "0000:41:00.0", "10de:2204", KNOWN)
              .device(
                  pve1,
                  "0000:42:00.0",
                  "10de:2204",
                  d -> d.subsystem("10de:1467").iommuGroup(31)));
      c.vm(100, "render01", v -> v.node(pve1).hardware(h -> one.add(h, pool, pool)));
      c.vm(101, "render02", v -> v.node(pve1).hardware(h -> two.add(h, pool, pool)));
    });
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
      var gpu =
          c.pciMapping("gpu", m -> m.mediated().device(pve1, "0000:41:00.0", "10de:2204", KNOWN));
      c.vm(
          100,
          "render01",
          v -> v.node(home.equals("pve1") ? pve1 : pve2).hardware(h -> machine.accept(h, gpu)));
    });
  }
}
