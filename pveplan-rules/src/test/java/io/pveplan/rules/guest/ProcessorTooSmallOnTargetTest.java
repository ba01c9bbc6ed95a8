package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

/** Moves under HA to a node that its strict rule excludes: no other rule looks at that node. */
class ProcessorTooSmallOnTargetTest {

  private final RuleVerifier rule = verify(new ProcessorTooSmallOnTarget());

  @Test
  void fewer_cpus_than_it_has_are_reported() {
    rule.on(movingOut(older(64, 4), v -> v.cores(8).cpuType("EPYC-Milan")))
        .reportsExactly("MIG-020[migration/200/pve2]")
        .withMessageContaining("app moves to pve2, but it has 8 CPUs, more than there are");
  }

  @Test
  void a_processor_without_its_type_is_reported_with_what_else_is_in_the_way() {
    rule.on(movingOut(older(64, 32), v -> v.cores(8).cpuType("EPYC-Genoa")))
        .reportsExactly("MIG-020[migration/200/pve2]")
        .withMessageContaining(
            "app moves to pve2, but the CPU there lacks what type EPYC-Genoa asks for");
    rule.on(movingOut(older(64, 4), v -> v.cores(8).cpuType("EPYC-Genoa")))
        .reportsExactly("MIG-020[migration/200/pve2]")
        .withMessageContaining(
            "it has 8 CPUs, more than there are; the CPU there lacks what type EPYC-Genoa");
  }

  @Test
  void a_processor_that_is_large_enough_passes() {
    rule.on(movingOut(older(64, 8), v -> v.cores(8).cpuType("EPYC-Milan"))).passes();
  }

  @Test
  void a_target_whose_processor_is_not_told_is_undecided() {
    rule.on(movingOut(n -> {}, v -> v.cores(8))).isUndecidedFor("CPU threads of pve2");
    rule.on(movingOut(n -> {}, v -> v.cpuType("EPYC-Milan"))).isUndecidedFor("CPU model of pve2");
  }

  @Test
  void a_target_that_the_machine_may_run_on_is_left_to_others() {
    var plan = moving(v -> v.cores(8), m -> m.online());

    rule.on(plan).isNotApplicable();
    verify(new MoreVcpusThanThreads())
        .on(plan)
        .isUndecidedFor("CPU threads of pve1", "CPU threads of pve2");
  }

  @Test
  void templates_and_containers_are_not_looked_at() {
    rule.on(movingOut(
            older(64, 4),
            (c, pve1) -> c.template(9000, "base", v -> v.node(pve1).cores(8))))
        .isNotApplicable();
    rule.on(movingOut(older(64, 4), (c, pve1) -> {
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          return container(c);
        }))
        .isNotApplicable();
  }
}
