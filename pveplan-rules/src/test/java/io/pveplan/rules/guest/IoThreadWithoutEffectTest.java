package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IoThreadWithoutEffectTest {

  private final RuleVerifier rule = verify(new IoThreadWithoutEffect());

  private static ClusterPlan disk(Consumer<VmSpec> block, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var disks = c.storage(dir("disks", "/srv"), s -> {});
      var node = c.node("pve1", n -> {});
      c.vm(200, "app", v -> {
        v.node(node).disk(disks, gib(8), p -> p.iothread());
        block.accept(v);
      });
      more.accept(c);
    });
  }

  @Test
  void a_thread_at_a_controller_for_all_disks_is_reported() {
    rule.on(disk(v -> v.hardware(h -> h.scsihw(ScsiController.VIRTIO_SCSI_PCI)), c -> {}))
        .reportsExactly("GST-019[guest/200/scsi0]")
        .withMessageContaining(
            "scsi0 of app has an I/O thread, which controller virtio-scsi-pci ignores");
    rule.on(disk(v -> {}, c -> {}))
        .reportsExactly("GST-019[guest/200/scsi0]")
        .withMessageContaining("which controller lsi ignores");
  }

  @Test
  void a_controller_for_each_disk_passes() {
    rule.on(disk(v -> v.hardware(h -> h.scsihw(ScsiController.VIRTIO_SCSI_SINGLE)), c -> {}))
        .passes();
    rule.on(disk(v -> {}, c -> c.terraform(t -> t.guests(GuestRef.of(200))))).passes();
  }

  @Test
  void a_virtio_disk_has_its_thread_anyway() {
    rule.on(cluster("lab", c -> {
          var disks = c.storage(dir("disks", "/srv"), s -> {});
          c.vm(200, "app", v -> v.disk("virtio0", disks, gib(8), p -> p.iothread()));
        }))
        .isNotApplicable();
  }
}
