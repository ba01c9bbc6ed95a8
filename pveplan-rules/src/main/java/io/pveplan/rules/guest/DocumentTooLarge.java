package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.HiddenSettings;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reports files, commands and keys that alone make a document of cloud-init larger than Proxmox VE
 * reads, with what a document puts before their lines. It is larger than they are, so that one a
 * little below passes here and is refused there; the renderer, which has its bytes, names that as a
 * gap. The sum of all documents, 3 MiB, is never reached by one of 1 MiB. How large the planner's own
 * documents are is not in the plan.
 */
@RuleInfo(
    id = "CI-009",
    severity = Severity.ERROR,
    summary = "A document of cloud-init is larger than Proxmox VE reads",
    why = """
        Proxmox VE reads at most 1 MiB of a snippet and ends with an error beyond that, so that \
        the guest does not start.""",
    remedy = "Let the guest fetch large files by a command, or put them into the image.",
    sources = "qemu-server: src/PVE/QemuServer/Cloudinit.pm, read_cloudinit_snippets_file",
    since = "0.1")
final class DocumentTooLarge implements Rule {

  private static final long LIMIT = DataSize.mib(1).bytes();
  private static final long INDENT = 4;

  // What no literal block can hold, and what a writer of YAML might take for that.
  private static final Pattern IN_QUOTES =
      Pattern.compile("[^\\n -~\\x{a0}-\\x{d7ff}]| (?:\\n|\\z)");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.cloudInit().isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path().child("cloud-init"));
      long bytes = bytes(plan, vm, vm.cloudInit().get());
      if (bytes > LIMIT) {
        findings
            .on(vm.path().child("cloud-init"))
            .says(
                "the %s of %s has at least %d bytes, and Proxmox VE reads %d",
                HiddenSettings.usesSettings(plan, vm) ? "vendor-data" : "user-data",
                vm.name(),
                bytes,
                LIMIT)
            .because("bytes", bytes)
            .because("limit", LIMIT)
            .declaredAt(vm.cloudInit().get().declaredAt().or(vm::declaredAt));
      }
    }
  }

  private static long bytes(ResolvedPlan plan, Vm vm, CloudInit cloudInit) {
    boolean settings = HiddenSettings.usesSettings(plan, vm);
    if ((settings ? cloudInit.vendorData() : cloudInit.userData()).isPresent() || vm.forWindows()) {
      return 0;
    }
    long bytes = Stream.of(
            cloudInit.files().stream().flatMap(it -> Stream.of(it.path(), it.content())),
            cloudInit.commands().stream().flatMap(it -> it.words().stream()),
            cloudInit.packages().stream())
        .flatMap(texts -> texts)
        .mapToLong(DocumentTooLarge::bytes)
        .sum();
    return settings ? bytes : bytes + keys(cloudInit);
  }

  private static long keys(CloudInit cloudInit) {
    List<String> own = cloudInit.sshKeys();
    return Stream.concat(
            own.stream(), cloudInit.accounts().stream().flatMap(it -> it.sshKeys().stream()))
        .mapToLong(DocumentTooLarge::bytes)
        .sum();
  }

  // Lines of a literal block are indented; in quotes a line break is two characters.
  private static long bytes(String text) {
    long bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (text.indexOf('\n') < 0) {
      return bytes;
    }
    return IN_QUOTES.matcher(text).find()
        ? bytes + text.chars().filter(it -> it == '\n').count()
        : bytes + INDENT * text.lines().filter(line -> !line.isEmpty()).count();
  }
}
