package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CloudInitSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class DocumentHidesSettingsTest {

  private final RuleVerifier rule = verify(new DocumentHidesSettings());

  private static ClusterPlan guest(BiConsumer<CloudInitSpec, StorageRef> settings) {
    return cluster("lab", c -> {
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.vm(200, "app", v -> v.nic("vmbr0").cloudInit(s -> settings.accept(s, nas)));
      c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
    });
  }

  @Test
  void settings_beside_documents_that_replace_them_are_reported() {
    rule.on(guest(
            (s, nas) -> s.userData(nas, "a.yaml").user("ops").packages("nginx").dhcp(0)))
        .reportsExactly("CI-010[guest/200/cloud-init/user]")
        .withMessageContaining("nas:snippets/a.yaml of app takes the place of its user, packages");
    rule.on(guest((s, nas) -> s.networkConfig(nas, "b.yaml").user("ops").dhcp(0)))
        .reportsExactly("CI-010[guest/200/cloud-init/network]")
        .withMessageContaining("nas:snippets/b.yaml of app takes the place of its ipConfigs");
  }

  @Test
  void settings_of_other_documents_pass() {
    rule.on(guest((s, nas) -> s.userData(nas, "a.yaml").dhcp(0))).passes();
    rule.on(guest((s, nas) -> s.vendorData(nas, "a.yaml").user("ops"))).passes();
  }

  @Test
  void a_plan_without_documents_of_ones_own_is_not_applicable() {
    rule.on(guest((s, nas) -> s.user("ops"))).isNotApplicable();
  }
}
