package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NoSerialConsoleTest {

  private final RuleVerifier rule = verify(new NoSerialConsole());

  static ClusterPlan ofImage(String file, Consumer<? super VmSpec> more) {
    return cluster("lab", c -> {
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMPORT, ContentType.IMAGES));
      c.template(
          9000,
          "image",
          v -> v.disk(nas, gib(8), d -> d.importFrom(nas, file))
              .cloudInit(s -> s.user("ops"))
              .with(more));
    });
  }

  @Test
  void an_image_without_serial_port_is_reported() {
    rule.on(ofImage("debian-13.qcow2", v -> {}))
        .reportsExactly("CI-014[guest/9000]")
        .withMessageContaining("image is made of a cloud image and has no serial port");
  }

  @Test
  void a_serial_port_beside_another_display_is_reported() {
    rule.on(ofImage("debian-13.qcow2", v -> v.hardware(h -> h.serial0().vga(VgaType.STD))))
        .reportsExactly("CI-014[guest/9000]")
        .withMessageContaining("has a serial port that is not its display");
  }

  @Test
  void a_serial_console_passes() {
    rule.on(ofImage("debian-13.qcow2", v -> v.hardware(h -> h.serial0().vga(VgaType.SERIAL0))))
        .passes();
  }

  // A template that has no cloud-init of its own, and a clone of a clone that has.
  static ClusterPlan clonedFrom(String file, Consumer<? super VmSpec> image) {
    return cluster("lab", c -> {
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMPORT, ContentType.IMAGES));
      var first = c.template(
          9000, "image", v -> v.disk(nas, gib(8), d -> d.importFrom(nas, file)).with(image));
      var second = c.template(9001, "base", v -> v.cloneOf(first));
      c.vm(200, "web", v -> v.cloneOf(second).cloudInit(s -> s.user("ops")));
    });
  }

  @Test
  void a_template_of_which_only_clones_have_cloud_init_is_reported() {
    rule.on(clonedFrom("debian-13.qcow2", v -> {})).reportsExactly("CI-014[guest/9000]");
    rule.on(clonedFrom("debian-13.qcow2", v -> v.hardware(h -> h.serial0().vga(VgaType.SERIAL0))))
        .passes();
  }

  @Test
  void windows_and_machines_without_image_are_not_applicable() {
    rule.on(ofImage("windows.qcow2", v -> v.ostype(OsType.WIN11))).isNotApplicable();
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> v.cloudInit(s -> s.user("ops")))))
        .isNotApplicable();
  }
}
