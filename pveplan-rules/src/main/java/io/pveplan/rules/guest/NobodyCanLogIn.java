package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reports a guest that cloud-init sets up without any SSH key. A plan can not give passwords, so that
 * a key is the only way in; user-data and vendor-data of the planner's own may have another.
 *
 * <p>A clone without cloud-init of its own has that of its template; from one with its own the keys of
 * the template are taken, whoever makes it. Templates themselves are not looked at: they never start.
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
      Optional<Vm> owner = vm.template() ? Optional.empty() : owner(plan, vm);
      if (owner.isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      Map<String, Volume> own = plan.contents().ownDocuments(vm);
      boolean unknown = own.containsKey("user") || own.containsKey("vendor");
      CloudInit cloudInit = owner.get().cloudInit().orElseThrow();
      if (!unknown && !hasKey(cloudInit)) {
        findings
            .on(vm.path())
            .says("no user of %s has an SSH key", vm.name())
            .declaredAt(cloudInit.declaredAt().or(vm::declaredAt));
      }
    }
  }

  /** Whose settings a machine has: its own, or those of the template it is cloned from. */
  private static Optional<Vm> owner(ResolvedPlan plan, Vm vm) {
    Optional<Vm> next = Optional.of(vm);
    if (vm.cloudInit().isPresent() || vm.clone().isEmpty()) {
      return next.filter(it -> it.cloudInit().isPresent());
    }
    Set<Vmid> seen = new HashSet<>();
    while (next.isPresent() && seen.add(next.get().vmid())) {
      if (next.get().cloudInit().isPresent()) {
        return next;
      }
      next = template(plan, next.get());
    }
    return Optional.empty();
  }

  private static boolean hasKey(CloudInit cloudInit) {
    return !cloudInit.sshKeys().isEmpty()
        || cloudInit.accounts().stream().anyMatch(it -> !it.sshKeys().isEmpty());
  }

  private static Optional<Vm> template(ResolvedPlan plan, Vm vm) {
    return vm.clone()
        .map(Clone::template)
        .flatMap(plan::guest)
        .filter(Vm.class::isInstance)
        .map(Vm.class::cast);
  }
}
