package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AshiftTooSmallTest {

  @Test
  void sectors_that_are_smaller_than_those_of_a_disk_are_reported() {
    RuleVerifier rule = verify(new AshiftTooSmall());
    Consumer<NodeSpec> disks = n -> names(2)
        .forEach(disk ->
            n.hardware(h -> h.disk(disk, tb(1), DiskKind.SSD, d -> d.sectorSize(kib(4)))));

    rule.on(plan(
            n -> n.with(disks).zpool("tank", ZfsRaid.MIRROR, names(2), p -> p.ashift(9)), s -> {}))
        .reportsExactly("LOC-017[node/pve1/tank]")
        .withMessageContaining("pool tank of pve1 writes sectors of 512B, and has disks with larger"
            + " ones: /dev/disk/by-id/disk0 (4KiB), /dev/disk/by-id/disk1 (4KiB)");
    rule.on(plan(n -> n.with(disks).zpool("tank", ZfsRaid.MIRROR, names(2)), s -> {}))
        .passes();
    rule.on(pool(ZfsRaid.SINGLE, 1, p -> {})).passes();
    rule.on(pool(ZfsRaid.SINGLE, 1, p -> p.ashift(9)))
        .isUndecidedFor("sector size of /dev/disk/by-id/disk0 of pve1");
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
