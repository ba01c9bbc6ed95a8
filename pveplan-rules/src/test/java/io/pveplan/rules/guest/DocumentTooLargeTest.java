package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DocumentTooLargeTest {

  private final RuleVerifier rule = verify(new DocumentTooLarge());

  private static ClusterPlan guest(int bytes, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var node = c.node("pve1", n -> {});
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMAGES, ContentType.SNIPPETS));
      c.vm(
          200,
          "app",
          v -> v.node(node).cloudInit(s -> s.storage(nas).file("/a", "x".repeat(bytes - 2))));
      more.accept(c);
    });
  }

  @Test
  void more_than_a_mebibyte_is_reported() {
    rule.on(guest(1_048_577, c -> {}))
        .reportsExactly("CI-009[guest/200/cloud-init]")
        .withMessageContaining(
            "the user-data of app has at least 1048577 bytes, and Proxmox VE" + " reads 1048576");
    rule.on(guest(1_048_577, c -> c.terraform(t -> {})))
        .reportsExactly("CI-009[guest/200/cloud-init]")
        .withMessageContaining("the vendor-data of app");
  }

  @Test
  void letters_of_several_bytes_count_as_such() {
    rule.on(cluster(
            "lab",
            c -> c.vm(
                200, "app", v -> v.cloudInit(s -> s.command("echo", "\u00e4".repeat(524_287))))))
        .reportsExactly("CI-009[guest/200/cloud-init]")
        .withMessageContaining("at least 1048578 bytes");
  }

  @Test
  void what_a_document_puts_before_lines_counts() {
    rule.on(lines("a\n".repeat(174_763)))
        .reportsExactly("CI-009[guest/200/cloud-init]")
        .withMessageContaining("has at least 1048580 bytes");
    rule.on(lines("a\n".repeat(174_762))).passes();
    rule.on(lines("a\n" + "\n".repeat(500_000))).passes();
    rule.on(cluster(
            "lab",
            c -> c.vm(
                200, "app", v -> v.cloudInit(s -> s.command("sh", "-c", "a\n".repeat(174_763))))))
        .reportsExactly("CI-009[guest/200/cloud-init]");
  }

  @Test
  void what_can_only_stand_in_quotes_is_not_indented() {
    rule.on(lines("a\n".repeat(174_763) + "a ")).passes();
    rule.on(lines("a\n".repeat(174_763) + "\t")).passes();
    rule.on(lines("a\n".repeat(349_525) + "\t"))
        .reportsExactly("CI-009[guest/200/cloud-init]")
        .withMessageContaining("has at least 1048578 bytes");
  }

  private static ClusterPlan lines(String text) {
    return cluster("lab", c -> c.vm(200, "app", v -> v.cloudInit(s -> s.file("/a", text))));
  }

  @Test
  void a_mebibyte_passes() {
    rule.on(guest(1_048_576, c -> {})).passes();
  }

  @Test
  void a_document_of_ones_own_is_as_large_as_it_is() {
    rule.on(cluster("lab", c -> {
          var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          c.vm(
              200,
              "app",
              v -> v.cloudInit(s -> s.userData(nas, "a.yaml").file("/a", "x".repeat(2_000_000))));
        }))
        .passes();
  }

  @Test
  void a_plan_without_cloud_init_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
