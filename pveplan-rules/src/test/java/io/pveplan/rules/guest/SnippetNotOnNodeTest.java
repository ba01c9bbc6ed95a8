package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.CloudInitSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.StorageSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SnippetNotOnNodeTest {

  private final RuleVerifier rule = verify(new SnippetNotOnNode());

  private static ClusterPlan guest(
      Consumer<StorageSpec.Nfs> storage, BiConsumer<CloudInitSpec, StorageRef> settings) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"), s -> storage.accept(s.content(ContentType.SNIPPETS)));
      var app = c.vm(200, "app", v -> v.node(pve1).cloudInit(s -> settings.accept(s, nas)));
      c.ha(h -> h.resources(app));
    });
  }

  private static void ownDocuments(CloudInitSpec s, StorageRef nas) {
    s.userData(nas, "a.yaml").networkConfig(nas, "b.yaml");
  }

  @Test
  void a_document_that_one_of_the_nodes_lacks_is_reported() {
    rule.on(guest(s -> s.nodes(NodeRef.named("pve1")), SnippetNotOnNodeTest::ownDocuments))
        .reportsExactly("CI-008[guest/200/cloud-init/network]", "CI-008[guest/200/cloud-init/user]")
        .withMessageContaining(
            "of cloud-init of guest 200 (app) is on storage nas, which is not there on pve2");
  }

  @Test
  void a_document_on_a_storage_that_is_switched_off_is_reported() {
    rule.on(guest(s -> s.disabled(), SnippetNotOnNodeTest::ownDocuments))
        .reportsExactly("CI-008[guest/200/cloud-init/network]", "CI-008[guest/200/cloud-init/user]")
        .withMessageContaining("which is switched off");
  }

  @Test
  void a_clone_needs_the_documents_of_its_template() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          var nas = c.storage(
              nfs("nas", "10.0.0.5", "/export"),
              s -> s.content(ContentType.SNIPPETS).nodes(pve1));
          var image = c.template(
              9000, "image", v -> v.node(pve1).cloudInit(s -> s.vendorData(nas, "a.yaml")));
          c.vm(200, "app", v -> v.node(pve2).cloneOf(image));
        }))
        .reportsExactly("CI-008[guest/200/cloud-init/vendor]");
  }

  @Test
  void a_clone_of_any_depth_needs_the_vendor_data_of_a_template() {
    ClusterPlan plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.SNIPPETS).nodes(pve1));
      var image = c.template(9000, "image", v -> v.node(pve1).cloudInit(s -> s.packages("nginx")));
      var second = c.template(9001, "second", v -> v.node(pve1).cloneOf(image));
      c.vm(200, "app", v -> v.node(pve2).cloneOf(second));
    });

    rule.on(plan)
        .reportsExactly("CI-008[guest/9000/cloud-init]")
        .withMessageContaining(
            "no storage for snippets is there on all of pve1, pve2: it is made without packages");
  }

  @Test
  void a_clone_with_vendor_data_of_its_own_needs_none_of_its_template() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          c.storage(
              nfs("nas", "10.0.0.5", "/export"),
              s -> s.content(ContentType.SNIPPETS).nodes(pve1));
          var other = c.storage(
              nfs("other", "10.0.0.5", "/other"),
              s -> s.content(ContentType.SNIPPETS).nodes(pve2));
          var image =
              c.template(9000, "image", v -> v.node(pve1).cloudInit(s -> s.packages("nginx")));
          c.vm(
              200,
              "app",
              v -> v.node(pve2).cloneOf(image).cloudInit(s -> s.vendorData(other, "a.yaml")));
        }))
        .passes();
  }

  @Test
  void what_is_lost_without_a_storage_is_told() {
    rule.on(guest(
            s -> s.nodes(NodeRef.named("pve1")),
            (s, nas) -> s.account("ops", a -> {})
                .packages("nginx")
                .file("/etc/motd", "hello")
                .command("true")
                .timezone("Etc/UTC")
                .locale("en_US.UTF-8")))
        .reportsExactly("CI-008[guest/200/cloud-init]")
        .withMessageContaining(
            "app has documents of cloud-init, and no storage for snippets is there"
                + " on all of pve1, pve2: it is made without accounts, packages, files, commands,"
                + " timezone, locale");
  }

  @Test
  void a_machine_without_a_node_has_none_to_name() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> v.cloudInit(s -> s.packages("nginx")))))
        .reportsExactly("CI-008[guest/200/cloud-init]")
        .withMessageContaining("app has documents of cloud-init, and no storage for snippets is"
            + " there: it is made without packages");
  }

  @Test
  void documents_of_the_plan_without_a_storage_are_a_warning() {
    ClusterPlan plan = guest(s -> s.nodes(NodeRef.named("pve1")), (s, nas) -> s.user("ops"));

    rule.on(plan)
        .reportsExactly("CI-008[guest/200/cloud-init]")
        .withMessageContaining("app has documents of cloud-init, and no storage for snippets is"
            + " there on all of pve1, pve2");
    assertThat(RuleBook.empty().with(new SnippetNotOnNode()).check(plan).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void documents_that_all_nodes_have_pass() {
    rule.on(guest(s -> {}, SnippetNotOnNodeTest::ownDocuments)).passes();
    rule.on(guest(s -> {}, (s, nas) -> s.user("ops"))).passes();
  }

  @Test
  void a_guest_of_terraform_without_packages_has_no_documents() {
    rule.on(cluster("lab", c -> {
          var node = c.node("pve1", n -> {});
          var disks = c.storage(dir("disks", "/srv"), s -> {});
          c.vm(200, "app", v -> v.node(node).cloudInit(s -> s.storage(disks).user("ops")));
          c.terraform(t -> {});
        }))
        .isNotApplicable();
  }
}
