package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MappingRef;
import io.pveplan.dsl.VmHardwareSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class RawDevicesUnderHaTest {

  private final RuleVerifier rule = verify(new RawDevicesUnderHa());

  @Test
  void devices_of_the_node_are_reported() {
    rule.on(lab((h, dongle) -> h.device(dongle))).passes();
    rule.on(lab((h, dongle) -> h.device(dongle).hostPci("0000:41:00.0").hostUsb("1-2")))
        .reportsExactly("HA-022[ha/resource/100]")
        .withMessageContaining(
            "render01 is under HA and has devices of its node: 0000:41:00.0, 1-2");
  }

  @Test
  void a_machine_without_devices_is_not_looked_at() {
    rule.on(lab((h, dongle) -> {})).isNotApplicable();
  }

  private static ClusterPlan lab(BiConsumer<VmHardwareSpec, MappingRef> machine) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var dongle = c.usbMapping("dongle", m -> m.device(pve1, "0529:0001"));
      var vm = c.vm(100, "render01", v -> v.node(pve1).hardware(h -> machine.accept(h, dongle)));
      c.ha(h -> h.resources(vm));
    });
  }
}
