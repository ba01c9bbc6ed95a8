package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SnippetNotTakenTest {

  private final RuleVerifier rule = verify(new SnippetNotTaken());

  private static ClusterPlan guest(ContentType content) {
    return cluster("lab", c -> {
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(content));
      c.vm(
          200,
          "app",
          v -> v.cloudInit(s -> s.userData(nas, "a.yaml").networkConfig(nas, "b.yaml")));
    });
  }

  @Test
  void documents_on_a_storage_for_disks_are_reported() {
    rule.on(guest(ContentType.IMAGES))
        .reportsExactly("CI-007[guest/200/cloud-init/network]", "CI-007[guest/200/cloud-init/user]")
        .withMessageContaining(
            "of cloud-init of guest 200 (app) is on storage nas, which takes [images] and no snippets");
  }

  @Test
  void documents_on_a_storage_for_snippets_pass() {
    rule.on(guest(ContentType.SNIPPETS)).passes();
  }

  @Test
  void a_plan_without_documents_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
