package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.HiddenSettings;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a guest that cloud-init sets up without any SSH key. A plan can not give passwords, so that
 * a key is the only way in; user-data and vendor-data of the planner's own may have another.
 *
 * <p>A clone that keeps settings has the keys of its template. Templates themselves are not looked at:
 * they never start.
 */
@RuleInfo(
    id = "CI-012",
    severity = Severity.WARNING,
    summary = "Nobody can log in to a guest",
    why = """
        The users of cloud images have no password. Without a key the guest runs, and nobody \
        gets in, on the console neither.""",
    remedy = "Give the login, or a user beside it, an SSH key.",
    sources = "cloud-init: cloudinit/config/cc_users_groups.py",
    since = "0.1")
final class NobodyCanLogIn implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.template() || vm.cloudInit().isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      CloudInit cloudInit = vm.cloudInit().get();
      if (cloudInit.userData().isEmpty()
          && cloudInit.vendorData().isEmpty()
          && !hasKey(cloudInit)
          && inherited(plan, vm).filter(NobodyCanLogIn::hasKey).isEmpty()) {
        findings
            .on(vm.path())
            .says("no user of %s has an SSH key", vm.name())
            .declaredAt(cloudInit.declaredAt().or(vm::declaredAt));
      }
    }
  }

  private static boolean hasKey(CloudInit cloudInit) {
    return !cloudInit.sshKeys().isEmpty()
        || cloudInit.accounts().stream().anyMatch(it -> !it.sshKeys().isEmpty());
  }

  // Documents have what the plan says of the guest; settings stay as the template had them.
  private static Optional<CloudInit> inherited(ResolvedPlan plan, Vm vm) {
    return vm.clone()
        .filter(it -> HiddenSettings.usesSettings(plan.plan(), vm))
        .map(Clone::template)
        .flatMap(plan::guest)
        .filter(Vm.class::isInstance)
        .map(Vm.class::cast)
        .flatMap(Vm::cloudInit);
  }
}
