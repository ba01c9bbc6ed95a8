package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RaidzForVmDisksTest {

  @ParameterizedTest
  @EnumSource(
      value = ZfsRaid.class,
      names = {"RAIDZ", "RAIDZ2", "RAIDZ3", "DRAID", "DRAID2", "DRAID3"})
  void a_pool_with_parity_below_vm_disks_is_reported(ZfsRaid raid) {
    verify(new RaidzForVmDisks())
        .on(pool(raid, 6, p -> {}))
        .reportsExactly("LOC-013[node/pve1/tank]")
        .withMessageContaining(
            "pool tank of pve1 is a " + raid + " and holds the VM disks of tank-vm");
  }

  @Test
  void a_pool_without_parity_or_without_vm_disks_is_not_reported() {
    RuleVerifier rule = verify(new RaidzForVmDisks());

    rule.on(pool(ZfsRaid.RAID10, 6, p -> {})).passes();
    rule.on(plan(
            n -> n.zpool("tank", ZfsRaid.RAIDZ, names(3)), s -> s.content(ContentType.ROOTDIR)))
        .isNotApplicable();
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
