package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class ZfsOnSmallHostTest {

  @Test
  void a_small_host_with_zfs_is_reported() {
    RuleVerifier rule = verify(new ZfsOnSmallHost());

    rule.on(memory(mib(8191), n -> {})).reportsExactly("LOC-019[node/pve1]");
    rule.on(memory(gib(8), n -> {})).passes();
    rule.on(pool(ZfsRaid.MIRROR, 2, p -> {})).isUndecidedFor("memory of pve1");
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.hardware(h -> h.memory(gib(1))))))
        .isNotApplicable();
  }
}
