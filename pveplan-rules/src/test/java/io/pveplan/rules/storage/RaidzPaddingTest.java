package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaidzPaddingTest {

  @ParameterizedTest(name = "{0} of {1} disks, blocks of {2} KiB: reported = {3}")
  @CsvSource({
    "RAIDZ, 3, 8, true",
    "RAIDZ, 3, 16, false",
    "RAIDZ, 4, 16, true",
    "RAIDZ2, 6, 8, true",
    "RAIDZ2, 6, 16, false",
    "RAIDZ2, 6, 64, false",
    "DRAID2, 10, 16, true"
  })
  void a_block_that_is_padded_is_reported(ZfsRaid raid, int disks, int kib, boolean reported) {
    ClusterPlan plan = plan(n -> n.zpool("tank", raid, names(disks)), s -> s.blocksize(kib(kib)));
    RuleVerifier rule = verify(new RaidzPadding());

    if (reported) {
      rule.on(plan).reportsExactly("LOC-015[storage/tank-vm]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void the_message_names_what_a_block_takes() {
    verify(new RaidzPadding())
        .on(plan(n -> n.zpool("tank", ZfsRaid.RAIDZ2, names(6)), s -> s.blocksize(kib(8))))
        .reportsExactly("LOC-015[storage/tank-vm]")
        .withMessageContaining("a block of 8KiB of storage tank-vm takes 24KiB on the raidz2 of 6"
            + " disks of pve1, 12KiB without padding");
  }

  @Test
  void mirrors_have_no_padding() {
    verify(new RaidzPadding()).on(pool(ZfsRaid.MIRROR, 2, p -> {})).isNotApplicable();
  }
}
