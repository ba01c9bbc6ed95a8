package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class FourDisksInRaidz2Test {

  @Test
  void four_disks_in_raidz2_are_reported() {
    RuleVerifier rule = verify(new FourDisksInRaidz2());

    rule.on(pool(ZfsRaid.RAIDZ2, 4, p -> {})).reportsExactly("LOC-014[node/pve1/tank]");
    rule.on(pool(ZfsRaid.RAIDZ2, 5, p -> {})).passes();
    rule.on(pool(ZfsRaid.RAIDZ, 4, p -> {})).isNotApplicable();
  }
}
