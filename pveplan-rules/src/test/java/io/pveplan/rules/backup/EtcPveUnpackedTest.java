package io.pveplan.rules.backup;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.backup.HostRestore;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EtcPveUnpackedTest {

  private final RuleVerifier rule = verify(new EtcPveUnpacked());

  @Test
  void unpacking_the_archive_is_reported() {
    rule.on(cluster("lab", c -> c.backup(b -> b.restoreHostsBy(HostRestore.UNPACK_ETC_PVE))))
        .reportsExactly("BCK-005[backup/restore]")
        .withMessageContaining("lost nodes are to be restored by unpack-etc-pve")
        .withRemedyContaining("When all nodes are lost, put config.db back while pve-cluster is"
            + " stopped; for a single node, install it anew, join it and restore its guests.");
  }

  @ParameterizedTest
  @EnumSource(names = "UNPACK_ETC_PVE", mode = EnumSource.Mode.EXCLUDE)
  void the_other_ways_pass(HostRestore way) {
    rule.on(cluster("lab", c -> c.backup(b -> b.restoreHostsBy(way)))).passes();
  }

  @Test
  void a_plan_without_restore_is_not_applicable() {
    rule.on(cluster("lab", c -> c.backup(b -> {}))).isNotApplicable();
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
