package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.guest.Vmid;
import java.util.Set;

/** The guests that Terraform makes with the provider bpg and no other. */
final class BpgClones {

  private BpgClones() {}

  static Set<Vmid> of(ResolvedPlan plan) {
    return plan.plan()
        .terraform()
        .filter(BpgClones::usesBpgAlone)
        .<Set<Vmid>>map(Terraform::guests)
        .orElse(Set.of());
  }

  private static boolean usesBpgAlone(Terraform terraform) {
    return terraform.providers().isEmpty()
        || terraform.providers().equals(Set.of(TerraformProvider.BPG));
  }
}
