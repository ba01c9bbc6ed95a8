package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecialDeviceLessRedundantTest {

  @ParameterizedTest(name = "{0} of {1} disks with {2} special devices: reported = {3}")
  @CsvSource({
    "MIRROR, 2, 1, true",
    "MIRROR, 2, 2, false",
    "MIRROR, 3, 2, true",
    "RAID10, 4, 2, false",
    "RAIDZ2, 6, 2, true",
    "RAIDZ2, 6, 3, false",
    "SINGLE, 1, 1, false"
  })
  void a_special_device_that_bears_less_is_reported(
      ZfsRaid raid, int disks, int special, boolean reported) {
    ClusterPlan plan = pool(
        raid,
        disks,
        p -> IntStream.range(0, special)
            .forEach(number -> p.special("/dev/disk/by-id/special" + number)));
    RuleVerifier rule = verify(new SpecialDeviceLessRedundant());

    if (reported) {
      rule.on(plan).reportsExactly("LOC-020[node/pve1/tank]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void a_pool_without_special_device_is_not_looked_at() {
    verify(new SpecialDeviceLessRedundant())
        .on(pool(ZfsRaid.MIRROR, 2, p -> {}))
        .isNotApplicable();
  }
}
