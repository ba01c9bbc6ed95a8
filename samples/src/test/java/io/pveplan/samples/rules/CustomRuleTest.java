package io.pveplan.samples.rules;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.render.testing.Golden;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.report.ReportFormat;
import io.pveplan.rules.testing.HealthyPlans;
import io.pveplan.samples.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How rules of one's own are tested. */
class CustomRuleTest {

  @Test
  void a_node_without_rack_is_reported() {
    verify(new NodeWithoutRack())
        .on(cluster("lab", c -> c.node("pve1", n -> {})))
        .reportsExactly("ACME-001[node/pve1]");
  }

  @Test
  void a_node_with_a_rack_passes() {
    verify(new NodeWithoutRack())
        .on(cluster("lab", c -> c.node("pve1", n -> n.hardware(h -> h.rack("a3")))))
        .passes();
  }

  @Test
  void a_healthy_plan_is_broken_in_one_place() {
    verify(new NodeWithoutRack())
        .on(withHardware(HealthyPlans.threeNodes(), "pve2", h -> h.rack(Optional.empty())))
        .reportsExactly("ACME-001[node/pve2]");
  }

  @Test
  void a_node_with_less_memory_than_is_set_is_reported() {
    ClusterPlan plan = cluster("lab", c -> {
      c.node("pve1", n -> n.hardware(h -> h.memory(gib(32))));
      c.node("pve2", n -> {});
    });

    verify(new NodeWithLittleMemory())
        .set(NodeWithLittleMemory.LEAST, 48)
        .on(plan)
        .reportsExactly("ACME-004[node/pve1]")
        .withMessageContaining("has 32GiB of memory, not 48GiB")
        .andIsUndecidedFor("memory of pve2");
  }

  @Test
  void a_number_of_a_rule_is_set_in_a_file() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "custom-rules.md"));
    RuleBook book = RuleBook.empty().with(new NodeWithLittleMemory());

    assertThat(book.configured(page.substring(
                page.indexOf("```yaml\n") + 8,
                page.indexOf("```\n", page.indexOf("```yaml\n") + 8)))
            .settings())
        .isEqualTo(book.set(NodeWithLittleMemory.LEAST, 48).settings());
  }

  @Test
  void a_storage_node_with_one_nic_is_reported() {
    verify(StoragePaths.RULE)
        .on(cluster("lab", c -> c.node("pve1", n -> n.roles(NodeRole.STORAGE).nic("eno1"))))
        .reportsExactly("ACME-003[node/pve1]")
        .withMessageContaining("has 1 NIC, it should have at least 2 NICs");
  }

  @Test
  void a_storage_node_with_two_nics_passes() {
    verify(StoragePaths.RULE)
        .on(cluster(
            "lab",
            c -> c.node("pve1", n -> n.roles(NodeRole.STORAGE).nic("eno1").nic("eno2"))))
        .passes();
  }

  @Test
  void a_plan_without_storage_nodes_is_none_of_its_business() {
    verify(StoragePaths.RULE)
        .on(cluster("lab", c -> c.node("pve1", n -> n.nic("eno1"))))
        .isNotApplicable();
  }

  @Test
  void the_program_finds_all_three() {
    assertThat(CustomRule.check(CustomRule.plan()).findings())
        .extracting(Finding::key)
        .containsExactly("ACME-001[node/pve1]", "ACME-003[node/pve1]", "ACME-002[guest/100]");
  }

  @Test
  void the_pack_is_found_as_a_service() {
    assertThat(RuleBook.standard().check(CustomRule.plan()).findings())
        .extracting(Finding::key)
        .contains("ACME-002[guest/100]")
        .doesNotContain("ACME-001[node/pve1]");
  }

  @Test
  void the_program_prints_both_and_explains_the_service() {
    String printed = Printed.by(() -> CustomRule.main(new String[0]));

    Golden.of("programs").matches(Map.of("custom-rule.txt", printed));
  }

  @Test
  void its_report_is_the_one_the_page_shows() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "custom-rules.md"));
    String report = CustomRule.check(CustomRule.plan()).to(ReportFormat.TEXT.withoutCoverage());

    assertThat(page).contains("```text\n" + report + "```\n");
  }
}
