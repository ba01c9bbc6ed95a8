package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HiddenSettingsTest {

  private static final Volume SNIPPET = Volume.parse("nas:snippets/a.yaml");
  private static final ClusterPlan PLAN = ClusterPlan.builder().name("lab").build();
  private static final CloudInit SETTINGS = CloudInit.builder()
      .user("ops")
      .addPackages("nginx")
      .searchDomain("example.net")
      .timezone("UTC")
      .build();

  @Test
  void without_documents_of_ones_own_nothing_is_hidden() {
    assertThat(HiddenSettings.of(ResolvedPlan.of(PLAN), vm(SETTINGS))).isEmpty();
    assertThat(HiddenSettings.of(
            ResolvedPlan.of(PLAN), Vm.builder().vmid(Vmid.of(200)).name("a").build()))
        .isEmpty();
  }

  @Test
  void user_data_hides_the_login_and_the_packages() {
    Vm vm = vm(CloudInit.builder().from(SETTINGS).userData(SNIPPET).build());

    assertThat(HiddenSettings.of(ResolvedPlan.of(PLAN), vm))
        .isEqualTo(Map.of("user", List.of("user", "packages", "timezone")));
  }

  @Test
  void vendor_data_hides_the_packages_of_a_template_and_of_no_other_machine() {
    Vm vm = vm(
        CloudInit.builder().from(SETTINGS).userData(SNIPPET).vendorData(SNIPPET).build());
    Vm template = Vm.builder().from(vm).template(true).build();

    assertThat(HiddenSettings.of(ResolvedPlan.of(PLAN), template))
        .isEqualTo(Map.of("user", List.of("user"), "vendor", List.of("packages", "timezone")));
    assertThat(HiddenSettings.of(ResolvedPlan.of(PLAN), vm))
        .isEqualTo(Map.of("user", List.of("user", "packages", "timezone")));
  }

  @Test
  void network_config_hides_addresses_and_names() {
    Vm vm = vm(CloudInit.builder().from(SETTINGS).networkConfig(SNIPPET).build());

    assertThat(HiddenSettings.of(ResolvedPlan.of(PLAN), vm))
        .isEqualTo(Map.of("network", List.of("searchDomain")));
  }

  @Test
  void only_documents_have_further_users_and_packages() {
    CloudInit all = CloudInit.builder()
        .from(SETTINGS)
        .addAccounts(CloudInitAccount.builder().name("dev").build())
        .addCommands(CloudInitCommand.of("true"))
        .build();
    Vm vm = vm(all);
    Vm template = Vm.builder().from(vm).template(true).build();
    ResolvedPlan plan = ResolvedPlan.of(PLAN);

    assertThat(HiddenSettings.onlyInDocuments(plan, vm))
        .containsExactly("accounts", "packages", "commands", "timezone");
    assertThat(HiddenSettings.onlyInDocuments(plan, template))
        .containsExactly("packages", "commands", "timezone");
  }

  @Test
  void what_a_document_of_ones_own_hides_is_in_none() {
    ResolvedPlan plan = ResolvedPlan.of(PLAN);
    Vm user = vm(CloudInit.builder().from(SETTINGS).userData(SNIPPET).build());
    Vm vendor = vm(CloudInit.builder().from(SETTINGS).vendorData(SNIPPET).build());

    assertThat(HiddenSettings.onlyInDocuments(plan, user)).isEmpty();
    assertThat(HiddenSettings.onlyInDocuments(plan, vendor))
        .containsExactly("packages", "timezone");
    assertThat(HiddenSettings.onlyInDocuments(
            plan, Vm.builder().from(vendor).template(true).build()))
        .isEmpty();
    assertThat(HiddenSettings.onlyInDocuments(
            plan, Vm.builder().vmid(Vmid.of(200)).name("a").build()))
        .isEmpty();
  }

  private static Vm vm(CloudInit cloudInit) {
    return Vm.builder().vmid(Vmid.of(200)).name("a").cloudInit(cloudInit).build();
  }
}
