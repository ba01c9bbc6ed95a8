package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class ThinPoolOverprovisionedTest {

  @Test
  void thin_disks_that_can_outgrow_their_pool_are_reported() {
    RuleVerifier rule = verify(new ThinPoolOverprovisioned());

    rule.on(thin(gib(993), s -> s.sparse()))
        .reportsExactly("LOC-037[node/pve1/tank]")
        .withMessageContaining("pool tank of pve1 has room for 992 GiB; the disks on it, thin ones"
            + " among them, can take up 993 GiB");
    rule.on(thin(gib(992), s -> s.sparse())).passes();
    rule.on(thin(gib(993), s -> {})).isNotApplicable();
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> s.sparse());
          c.vm(100, "web", v -> v.node(pve1).disk(tank, gib(8)));
        }))
        .isUndecidedFor("size of pool tank of pve1");
  }

  @Test
  void disks_that_can_outgrow_an_lvm_thin_pool_are_reported() {
    RuleVerifier rule = verify(new ThinPoolOverprovisioned());

    rule.on(lvmThin("vg_local", gib(2017)))
        .reportsExactly("LOC-037[node/pve1/vg_local]")
        .withMessageContaining("pool vg_local/data of pve1 has room for 2016 GiB; the disks on it,"
            + " thin ones among them, can take up 2017 GiB");
    rule.on(lvmThin("vg_local", gib(2016))).passes();
    rule.on(lvmThin("pve", gib(1))).isUndecidedFor("size of pool pve/data of pve1");
  }
}
