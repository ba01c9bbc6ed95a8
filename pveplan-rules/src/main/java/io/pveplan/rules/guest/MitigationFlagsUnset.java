package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.CpuGeneration;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reports a virtual machine whose CPU type is that of an older processor and lacks the flags that
 * guests need against Spectre.
 *
 * <p>What a type has is that of QEMU 10 (target/i386/cpu.c): the types with IBRS or IBPB in their
 * name have one flag, those from Cascade Lake and EPYC-Rome-v2 on have all. Generic types are left out,
 * for the flags depend on the maker of the processor, and so are types host and max, which pass on
 * what is there, custom ones, and those that are older than any node a cluster is planned with.
 * Templates are left out: they never run.
 */
@RuleInfo(
    id = "GST-013",
    severity = Severity.INFO,
    summary = "A VM has an older CPU type without the flags against Spectre",
    why = """
        A guest protects itself against Spectre with flags that its CPU type has to pass on. Types \
        of processors that were made before 2018 do not have them.""",
    remedy = """
        Add the flags that the processors of all nodes it may run on show in /proc/cpuinfo, for \
        without one of them it does not start there, or take a type that has them.""",
    sources = {
      "pve-docs: qm.adoc, Meltdown / Spectre related CPU flags",
      "QEMU: target/i386/cpu.c",
      "cv4pve-diag WG0037"
    },
    since = "0.1")
final class MitigationFlagsUnset implements Rule {

  // The later versions of a type keep what an earlier one has.
  private static final Pattern WITH_IBRS = Pattern.compile(".*-IBRS|Skylake-\\w+-v[45]");
  private static final Set<String> AGAINST_STORE_BYPASS =
      Set.of("+virt-ssbd", "+amd-ssbd", "+amd-no-ssb");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      Optional<CpuType> type = vm.cpuType().flatMap(CpuType::named);
      if (vm.template() || type.flatMap(CpuType::generation).isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      List<String> missing = type.get().vendor().equals(Optional.of(CpuVendor.INTEL))
          ? ofIntel(type.get(), vm.cpuFlags())
          : ofAmd(type.get(), vm.cpuFlags());
      if (!missing.isEmpty()) {
        findings
            .on(vm.path())
            .says(
                "%s has CPU type %s without %s",
                vm.name(), type.get().name(), String.join(" and ", missing))
            .because("cpuType", type.get().name())
            .because("missing", missing)
            .declaredAt(vm.declaredAt());
      }
    }
  }

  private static List<String> ofIntel(CpuType type, Set<String> flags) {
    List<String> missing = new ArrayList<>();
    if (!isFrom(CpuGeneration.CASCADE_LAKE, type)) {
      if (!WITH_IBRS.matcher(type.name()).matches() && !flags.contains("+spec-ctrl")) {
        missing.add("spec-ctrl");
      }
      if (!flags.contains("+ssbd")) {
        missing.add("ssbd");
      }
    }
    return missing;
  }

  private static List<String> ofAmd(CpuType type, Set<String> flags) {
    List<String> missing = new ArrayList<>();
    boolean first = type.name().equals("EPYC") || !isFrom(CpuGeneration.NAPLES, type);
    if (first && !flags.contains("+ibpb")) {
      missing.add("ibpb");
    }
    boolean old = type.name().equals("EPYC-Rome") || !isFrom(CpuGeneration.ROME, type);
    if (old && flags.stream().noneMatch(AGAINST_STORE_BYPASS::contains)) {
      missing.add("virt-ssbd or amd-ssbd");
    }
    return missing;
  }

  private static boolean isFrom(CpuGeneration generation, CpuType type) {
    return type.generation().orElseThrow().compareTo(generation) >= 0;
  }
}
