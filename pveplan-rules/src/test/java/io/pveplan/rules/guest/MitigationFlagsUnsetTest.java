package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MitigationFlagsUnsetTest {

  private final RuleVerifier rule = verify(new MitigationFlagsUnset());

  private static ClusterPlan of(String type, String... flags) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.vm(200, "app", v -> v.cpuType(type).hardware(h -> h.cpuFlags(flags)));
    });
  }

  @ParameterizedTest
  @CsvSource({
    "Nehalem, spec-ctrl and ssbd",
    "Haswell-noTSX, spec-ctrl and ssbd",
    "Haswell-noTSX-IBRS, ssbd",
    "Skylake-Server, spec-ctrl and ssbd",
    "Skylake-Server-v5, ssbd",
    "Opteron_G5, ibpb and virt-ssbd or amd-ssbd",
    "EPYC, ibpb and virt-ssbd or amd-ssbd",
    "EPYC-IBPB, virt-ssbd or amd-ssbd",
    "EPYC-v4, virt-ssbd or amd-ssbd",
    "EPYC-Rome, virt-ssbd or amd-ssbd"
  })
  void an_older_type_without_the_flags_is_reported(String type, String missing) {
    rule.on(of(type))
        .reportsExactly("GST-013[guest/200]")
        .withMessageContaining("app has CPU type " + type + " without " + missing)
        .withRemedyContaining("for without one of them it does not start there");
  }

  @Test
  void a_flag_that_is_taken_off_is_missing() {
    rule.on(of("Broadwell-IBRS", "-ssbd")).reportsExactly("GST-013[guest/200]");
  }

  @Test
  void flags_beside_the_type_pass() {
    rule.on(of("Haswell-noTSX", "+spec-ctrl", "+ssbd")).passes();
    rule.on(of("EPYC", "+ibpb", "+virt-ssbd", "+amd-ssbd")).passes();
    rule.on(of("EPYC-Rome", "+amd-no-ssb")).passes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cascadelake-Server-noTSX",
        "Cooperlake",
        "Icelake-Server-v6",
        "SapphireRapids",
        "EPYC-Rome-v2",
        "EPYC-Milan",
        "EPYC-Genoa"
      })
  void a_newer_type_has_them(String type) {
    rule.on(of(type)).passes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"host", "max", "kvm64", "qemu64", "x86-64-v3", "custom-web", "Zen3", "pentium3"})
  void other_types_are_not_looked_at(String type) {
    rule.on(of(type)).isNotApplicable();
  }

  @Test
  void a_template_never_runs() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.template(900, "base", v -> v.cpuType("EPYC"));
    });

    rule.on(plan).isNotApplicable();
  }
}
