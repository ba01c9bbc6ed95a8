package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class ArcTooSmallTest {

  @Test
  void a_cache_below_two_gib_and_a_thousandth_of_the_pools_is_reported() {
    RuleVerifier rule = verify(new ArcTooSmall());

    rule.on(memory(gib(64), n -> n.arcMax(gib(5))))
        .reportsExactly("LOC-018[node/pve1]")
        .withMessageContaining(
            "the ZFS cache of pve1 may take 5GiB; for its pools 6016MiB are" + " wanted");
    rule.on(memory(gib(64), n -> n.arcMax(gib(6)))).passes();
    rule.on(memory(gib(64), n -> {})).passes();
    rule.on(memory(gib(32), n -> {}))
        .reportsExactly("LOC-018[node/pve1]")
        .withMessageContaining("may take 3276MiB as installed");
  }

  @Test
  void a_limit_that_zfs_ignores_is_reported() {
    RuleVerifier rule = verify(new ArcTooSmall());

    rule.on(memory(gib(64), n -> n.arcMax(gib(64))))
        .reportsExactly("LOC-018[node/pve1]")
        .withMessageContaining(
            "ZFS ignores arcMax of 64GiB on pve1: it is no less than the memory of 64GiB");
    rule.on(memory(gib(64), n -> n.arcMax(gib(63)))).passes();
    rule.on(memory(gib(64), n -> n.arcMax(gib(8)).arcMin(gib(9))))
        .reportsExactly("LOC-018[node/pve1]")
        .withMessageContaining(
            "ZFS ignores arcMin of 9GiB on pve1: it is more than arcMax of 8GiB");
    rule.on(memory(gib(64), n -> n.arcMax(gib(8)).arcMin(gib(8)))).passes();
  }

  // Only a limit that is set while the module is loaded has to be above 1/32 of the memory.
  @Test
  void a_small_limit_is_taken_on_a_large_machine() {
    verify(new ArcTooSmall()).on(memory(gib(256), n -> n.arcMax(gib(8)))).passes();
  }

  @Test
  void the_cache_of_an_unknown_machine_is_undecided() {
    RuleVerifier rule = verify(new ArcTooSmall());

    rule.on(pool(ZfsRaid.MIRROR, 2, p -> {})).isUndecidedFor("memory of pve1");
    rule.on(plan(
            n -> n.hardware(h -> h.memory(gib(128))).zpool("tank", ZfsRaid.MIRROR, names(2)),
            s -> {}))
        .isUndecidedFor("sizes of the disks of the pools of pve1");
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
