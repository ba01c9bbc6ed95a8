package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class LogDeviceTooLargeTest {

  @Test
  void a_log_of_more_than_half_of_the_memory_is_reported() {
    RuleVerifier rule = verify(new LogDeviceTooLarge());

    rule.on(log(gib(64), gib(33)))
        .reportsExactly("LOC-021[node/pve1/tank//dev/disk/by-id/log]")
        .withMessageContaining("log device /dev/disk/by-id/log of pool tank of pve1 has 33GiB, and"
            + " half of the memory is 32GiB");
    rule.on(log(gib(64), gib(32))).passes();
    rule.on(pool(ZfsRaid.MIRROR, 2, p -> {})).isNotApplicable();
    rule.on(pool(ZfsRaid.MIRROR, 2, p -> p.log(LOG))).isUndecidedFor("memory of pve1");
    rule.on(plan(
            n -> n.hardware(h -> h.memory(gib(64)))
                .zpool("tank", ZfsRaid.MIRROR, names(2), p -> p.log(LOG)),
            s -> {}))
        .isUndecidedFor("size of /dev/disk/by-id/log of pve1");
  }
}
