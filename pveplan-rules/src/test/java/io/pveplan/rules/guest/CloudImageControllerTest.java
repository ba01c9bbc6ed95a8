package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.NoSerialConsoleTest.ofImage;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CloudImageControllerTest {

  private final RuleVerifier rule = verify(new CloudImageController());

  @Test
  void an_image_of_ubuntu_without_virtio_is_reported() {
    rule.on(ofImage("noble-server-cloudimg-amd64.qcow2", v -> {}))
        .reportsExactly("CI-016[guest/9000/scsi0]")
        .withMessageContaining(
            "scsi0 of image is made of noble-server-cloudimg-amd64.qcow2 and at controller lsi");
  }

  @Test
  void another_image_without_virtio_is_a_remark() {
    rule.on(ofImage("debian-13.qcow2", v -> v.hardware(h -> h.scsihw(ScsiController.MEGASAS))))
        .reportsExactly("CI-016[guest/9000/scsi0]")
        .withMessageContaining("at controller megasas");
  }

  @Test
  void virtio_passes() {
    rule.on(ofImage(
            "ubuntu-24.04.qcow2",
            v -> v.hardware(h -> h.scsihw(ScsiController.VIRTIO_SCSI_SINGLE))))
        .passes();
    rule.on(ofImage(
            "ubuntu-24.04.qcow2", v -> v.hardware(h -> h.scsihw(ScsiController.VIRTIO_SCSI_PCI))))
        .passes();
  }

  @Test
  void a_machine_that_terraform_makes_gets_virtio() {
    rule.on(ofUbuntu(c -> {})).reportsExactly("CI-016[guest/200/scsi0]");
    rule.on(ofUbuntu(c -> c.terraform(t -> {}))).passes();
    rule.on(ofUbuntu(c -> c.terraform(t -> t.withoutGuests())))
        .reportsExactly("CI-016[guest/200/scsi0]");
  }

  private static ClusterPlan ofUbuntu(Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var node = c.node("pve1", n -> {});
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMPORT, ContentType.IMAGES));
      c.vm(
          200,
          "app",
          v -> v.node(node)
              .disk(nas, gib(8), d -> d.importFrom(nas, "noble-server-cloudimg-amd64.qcow2"))
              .cloudInit(s -> s.user("ops")));
      more.accept(c);
    });
  }

  @Test
  void another_slot_is_not_applicable() {
    rule.on(cluster("lab", c -> {
          var nas = c.storage(
              nfs("nas", "10.0.0.5", "/export"),
              s -> s.content(ContentType.IMPORT, ContentType.IMAGES));
          c.vm(
              200,
              "app",
              v -> v.disk("virtio0", nas, gib(8), d -> d.importFrom(nas, "ubuntu.qcow2"))
                  .cloudInit(s -> s.user("ops")));
        }))
        .isNotApplicable();
  }

  @Test
  void a_template_of_which_only_clones_have_cloud_init_is_reported() {
    rule.on(NoSerialConsoleTest.clonedFrom("noble-server-cloudimg-amd64.qcow2", v -> {}))
        .reportsExactly("CI-016[guest/9000/scsi0]");
    rule.on(NoSerialConsoleTest.clonedFrom(
            "noble-server-cloudimg-amd64.qcow2",
            v -> v.hardware(h -> h.scsihw(ScsiController.VIRTIO_SCSI_SINGLE))))
        .passes();
  }
}
