package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports settings of a Windows machine that never reach it. Its user-data is the one that Proxmox VE
 * makes of settings, and the drive is of the kind that cloudbase-init reads as soon as the type of the
 * operating system is said; a plan can not say either otherwise.
 */
@RuleInfo(
    id = "CI-017",
    severity = Severity.WARNING,
    summary = "A Windows machine has settings that only cloud-init on Linux knows",
    why = """
        What sets up Windows is cloudbase-init. It takes name, login, keys and addresses from the \
        drive; packages, files, commands and the like would be vendor-data, which it does not read.""",
    remedy = """
        Put them into the template, or write user-data of your own in the form cloudbase-init \
        knows.""",
    sources = {
      "pve-docs: qm-cloud-init.adoc, Cloud-Init on Windows",
      "qemu-server: src/PVE/QemuServer/Cloudinit.pm, generate_configdrive2",
      "cloudbase-init: cloudbaseinit/metadata/services/baseconfigdrive.py"
    },
    since = "0.1")
final class WindowsCloudInit implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.cloudInit().isPresent() && vm.forWindows()) {
        findings.looksAt(vm.path());
        List<String> lost = lost(vm.cloudInit().get());
        if (!lost.isEmpty()) {
          findings
              .on(vm.path())
              .says("%s has Windows, which gets no %s", vm.name(), String.join(", ", lost))
              .because("lost", lost)
              .declaredAt(vm.cloudInit().get().declaredAt().or(vm::declaredAt));
        }
      }
    }
  }

  private static List<String> lost(CloudInit cloudInit) {
    List<String> lost = new ArrayList<>();
    add(lost, "users beside the login", !cloudInit.accounts().isEmpty());
    add(lost, "packages", !cloudInit.packages().isEmpty());
    add(lost, "files", !cloudInit.files().isEmpty());
    add(lost, "commands", !cloudInit.commands().isEmpty());
    add(lost, "time zone", cloudInit.timezone().isPresent());
    add(lost, "locale", cloudInit.locale().isPresent());
    add(lost, "vendor-data", cloudInit.vendorData().isPresent());
    return lost;
  }

  private static void add(List<String> lost, String name, boolean said) {
    if (said) {
      lost.add(name);
    }
  }
}
