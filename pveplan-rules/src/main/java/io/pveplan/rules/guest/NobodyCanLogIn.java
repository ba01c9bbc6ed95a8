package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.HiddenSettings;
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
 * a key is the only way in. What a user-data document of the planner's own has, which takes the place of
 * all that, nobody knows; nor whether vendor-data of one's own puts a key in place where there is none.
 *
 * <p>A clone without cloud-init of its own has that of its template; from one with its own the keys of
 * the template are taken, whoever makes it. Settings have one user: where they are used, by guests of
 * Terraform and Windows, keys of further users do not count. Templates themselves are not looked at:
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
      Optional<Vm> owner = vm.template() ? Optional.empty() : owner(plan, vm);
      if (owner.isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      Map<String, Volume> own = plan.contents().ownDocuments(vm);
      CloudInit cloudInit = owner.get().cloudInit().orElseThrow();
      boolean documents = !HiddenSettings.usesSettings(plan, owner.get());
      if (own.containsKey("user")) {
        findings.undecided(vm.path(), "login in " + own.get("user"));
      } else if (!hasKey(cloudInit, documents)) {
        check(vm, cloudInit, own, findings);
      }
    }
  }

  private static void check(
      Vm vm, CloudInit cloudInit, Map<String, Volume> own, Findings findings) {
    if (own.containsKey("vendor")) {
      findings.undecided(vm.path(), "login in " + own.get("vendor"));
    } else {
      findings
          .on(vm.path())
          .says("no user of %s has an SSH key", vm.name())
          .declaredAt(cloudInit.declaredAt().or(vm::declaredAt));
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

  // Settings have one user.
  private static boolean hasKey(CloudInit cloudInit, boolean withAccounts) {
    return !cloudInit.sshKeys().isEmpty()
        || withAccounts
            && cloudInit.accounts().stream().anyMatch(it -> !it.sshKeys().isEmpty());
  }

  private static Optional<Vm> template(ResolvedPlan plan, Vm vm) {
    return vm.clone()
        .map(Clone::template)
        .flatMap(plan::guest)
        .filter(Vm.class::isInstance)
        .map(Vm.class::cast);
  }
}
