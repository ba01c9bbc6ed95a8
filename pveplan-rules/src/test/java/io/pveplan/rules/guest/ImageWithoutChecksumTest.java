package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ImageWithoutChecksumTest {

  private static final StorageRef NAS = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new ImageWithoutChecksum());

  private static ClusterPlan importing(Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMAGES, ContentType.IMPORT));
      c.template(9000, "image", v -> v.disk(NAS, gib(8), d -> d.importFrom(NAS, "a.qcow2")));
      more.accept(c);
    });
  }

  @Test
  void a_disk_of_an_image_that_is_not_in_the_plan_is_reported() {
    rule.on(importing(c -> {}))
        .reportsExactly("CI-023[guest/9000/scsi0]")
        .withMessageContaining(
            "scsi0 of image is made from nas:import/a.qcow2, and the plan has no checksum of that");
  }

  @Test
  void an_image_of_the_plan_passes() {
    rule.on(importing(c ->
            c.image(NAS, "a.qcow2", "https://example.org/a.qcow2", "sha256:" + "0".repeat(64))))
        .passes();
  }

  @Test
  void a_template_of_containers_and_an_iso_image_are_reported() {
    ClusterPlan plan = withContainerAndIso(c -> {});

    rule.on(plan)
        .reportsExactly("CI-023[guest/200/iso]", "CI-023[guest/300/ostemplate]")
        .withMessageContaining("and the plan has no checksum of that");
    assertThat(RuleBook.empty().with(new ImageWithoutChecksum()).check(plan).findings())
        .map(Finding::message)
        .containsExactlyInAnyOrder(
            "the drive of app has nas:iso/a.iso, and the plan has no checksum of that",
            "dns is made from nas:vztmpl/a.tar.zst, and the plan has no checksum of that");
    assertThat(RuleBook.empty().with(new ImageWithoutChecksum()).check(plan).findings())
        .map(Finding::severity)
        .containsExactlyInAnyOrder(Severity.INFO, Severity.WARNING);
  }

  @Test
  void a_template_of_containers_and_an_iso_image_of_the_plan_pass() {
    String sum = "sha256:" + "0".repeat(64);
    rule.on(withContainerAndIso(c -> c.image(NAS, "a.iso", "https://example.org/a.iso", sum)
            .image(NAS, "a.tar.zst", "https://example.org/a.tar.zst", sum)))
        .passes();
  }

  private static ClusterPlan withContainerAndIso(Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.ROOTDIR, ContentType.ISO, ContentType.VZTMPL));
      c.vm(200, "app", v -> v.iso(NAS, "a.iso"));
      c.container(300, "dns", containerTemplate(NAS, "a.tar.zst"), NAS, gib(1), t -> {});
      more.accept(c);
    });
  }

  @Test
  void a_plan_without_images_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
