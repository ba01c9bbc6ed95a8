package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class TargetLacksStorageTest {

  @Test
  void a_target_without_the_storage_is_reported() {
    RuleVerifier rule = verify(new TargetLacksStorage());

    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> s.nodes(pve1));
          c.replicate(c.vm(100, "web", v -> v.node(pve1).disk(tank, gib(8))), pve2, s -> {});
        }))
        .reportsExactly("LOC-031[replication/100-0]")
        .withMessageContaining(
            "job 100-0 copies disks of guest 100 (web) to pve2, which does not" + " have tank-vm");
    rule.on(lab((v, tank) -> v.disk(tank, gib(8)), s -> {})).passes();
    rule.on(lab((v, tank) -> {}, s -> {})).isUndecidedFor("disks of guest 100");
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
