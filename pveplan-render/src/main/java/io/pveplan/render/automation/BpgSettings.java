package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.BpgVersion;
import io.pveplan.model.cluster.Datacenter;
import java.util.Optional;

/**
 * What a plan says for all machines of a module.
 *
 * @param version of the provider
 * @param keyboard layout, where the datacenter has one
 * @param imports whether machines that are there are taken over
 */
record BpgSettings(BpgVersion version, Optional<String> keyboard, boolean imports) {

  static BpgSettings of(ResolvedPlan plan) {
    return new BpgSettings(
        BpgTypes.of(plan).version(),
        plan.written().datacenter().flatMap(Datacenter::keyboard),
        ModuleFiles.imports(plan));
  }
}
