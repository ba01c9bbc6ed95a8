package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.SystemDisksSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SwapTooLargeTest {

  private final RuleVerifier rule = verify(new SwapTooLarge());

  @Test
  void more_than_half_of_what_is_used_is_reported() {
    rule.on(on(d -> d.disk("/dev/sda", gb(480), DiskKind.SSD).size(gib(20)).swap(gib(11))))
        .reportsExactly("NODE-021[node/pve1]")
        .withMessageContaining(
            "node pve1 has 11GiB of swap on the 20GiB its system is installed on");
    rule.on(on(d -> d.disk("/dev/sda", gb(480), DiskKind.SSD).size(gib(20)).swap(gib(10))))
        .passes();
  }

  @Test
  void of_a_disk_that_is_used_whole_its_size_counts() {
    rule.on(on(d -> d.disk("/dev/sda", gib(20), DiskKind.SSD).swap(gib(11))))
        .reportsExactly("NODE-021[node/pve1]");
    rule.on(on(d -> d.disk("/dev/sda", gib(20), DiskKind.SSD).swap(gib(10)))).passes();
  }

  @Test
  void the_size_of_a_disk_that_a_filter_finds_is_unknown() {
    rule.on(on(d -> d.filter("ID_MODEL", "E*").swap(gib(8))))
        .isUndecidedFor("size of the system disk of pve1");
  }

  @Test
  void without_swap_in_the_plan_there_is_nothing_to_look_at() {
    rule.on(on(d -> d.filter("ID_MODEL", "E*"))).isNotApplicable();
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }

  private static ClusterPlan on(Consumer<? super SystemDisksSpec> block) {
    return cluster(
        "lab",
        c -> c.node("pve1", n -> n.hardware(h -> h.systemDisks(SystemFilesystem.EXT4, block))));
  }
}
