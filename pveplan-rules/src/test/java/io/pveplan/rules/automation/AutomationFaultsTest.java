package io.pveplan.rules.automation;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.PlanChanges.changed;
import static io.pveplan.rules.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.stream.Stream;

class AutomationFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(fault(
        "two guests with the name of a template that Telmate clones",
        withVm(byTelmate(), 230, it -> it.name("template-debian")),
        "TF-013[guest/210]"));
  }

  private static ClusterPlan byTelmate() {
    Terraform terraform = threeNodes().terraform().orElseThrow();
    return changed(
        threeNodes(),
        it -> it.terraform(Terraform.builder()
            .from(terraform)
            .providers(List.of(TerraformProvider.TELMATE))
            .build()));
  }
}
