package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MappingRef;
import io.pveplan.dsl.MappingSpec;
import io.pveplan.dsl.MigrationSpec;
import io.pveplan.dsl.VmHardwareSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LocalDevicesMovedTest {

  private static final Consumer<MappingSpec.Pci> PLAIN = m -> {};

  private final RuleVerifier rule = verify(new LocalDevicesMoved());

  @Test
  void a_device_of_the_node_does_not_move() {
    rule.on(lab(PLAIN, (h, gpu) -> h.hostUsb("1-2"), m -> m.stopped()))
        .reportsExactly("MIG-007[migration/100/pve2/usb0]")
        .withMessageContaining("guest 100 moves to pve2 with 1-2, but that is one of its node");
  }

  @Test
  void ha_moves_a_machine_that_is_off_with_devices_of_its_node() {
    rule.on(underHa(m -> m.stopped())).isUndecidedFor("whether pve2 has usb device 1-2");
    rule.on(underHa(m -> m.online()))
        .reportsExactly("MIG-007[migration/100/pve2/usb0]")
        .withMessageContaining("guest 100 moves to pve2 with 1-2, but that is one of its node");
  }

  private static ClusterPlan underHa(Consumer<MigrationSpec> move) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var vm = c.vm(100, "render01", v -> v.node(pve1).hardware(h -> h.hostUsb("1-2")));
      c.ha(h -> h.resources(vm));
      c.migrate(vm, pve2, move);
    });
  }

  @Test
  void the_target_must_have_an_entry() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          var share = c.directoryMapping("share", m -> m.directory(pve1, "/srv/share"));
          c.migrate(
              c.vm(100, "render01", v -> v.node(pve1).hardware(h -> h.device(share))),
              pve2,
              m -> m.stopped());
        }))
        .reportsExactly("MIG-007[migration/100/pve2/virtiofs0]")
        .withMessageContaining("the mapping has nothing there");
  }

  @Test
  void a_running_machine_takes_only_devices_that_can_be_moved_in_use() {
    rule.on(lab(PLAIN, (h, gpu) -> h.device(gpu), m -> m.stopped())).passes();
    rule.on(lab(PLAIN, (h, gpu) -> h.device(gpu), m -> m.online()))
        .reportsExactly("MIG-007[migration/100/pve2/hostpci0]")
        .withMessageContaining("it runs, and that can not be moved in use");
    rule.on(lab(m -> m.liveMigration(), (h, gpu) -> h.device(gpu), m -> m.online()))
        .passes();
  }

  @Test
  void a_device_that_another_machine_has_on_the_target_is_not_free() {
    rule.on(crowded(m -> m.stopped()))
        .reportsExactly("MIG-007[migration/100/pve2/hostpci0]")
        .withMessageContaining(
            "guest 100 moves to pve2 with gpu, but mapping gpu has 1 device there, taken by 101");
    rule.on(crowded(m -> m.online())).reportsExactly("MIG-007[migration/100/pve2/hostpci0]");
  }

  private static ClusterPlan crowded(Consumer<MigrationSpec> move) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(pve1, "0000:41:00.0", "10de:2204")
              .device(pve2, "0000:42:00.0", "10de:2204")
              .liveMigration());
      var vm = c.vm(100, "render01", v -> v.node(pve1).hardware(h -> h.device(gpu)));
      c.vm(101, "render02", v -> v.node(pve2).hardware(h -> h.device(gpu)));
      c.migrate(vm, pve2, move);
    });
  }

  @Test
  void a_machine_without_devices_is_not_looked_at() {
    rule.on(lab(PLAIN, (h, gpu) -> {}, m -> m.online())).isNotApplicable();
  }

  private static ClusterPlan lab(
      Consumer<MappingSpec.Pci> mapping,
      BiConsumer<VmHardwareSpec, MappingRef> machine,
      Consumer<MigrationSpec> move) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var gpu = c.pciMapping("gpu", m -> {
        m.device(pve1, "0000:41:00.0", "10de:2204").device(pve2, "0000:42:00.0", "10de:2204");
        mapping.accept(m);
      });
      var vm = c.vm(100, "render01", v -> v.node(pve1).hardware(h -> machine.accept(h, gpu)));
      c.migrate(vm, pve2, move);
    });
  }
}
