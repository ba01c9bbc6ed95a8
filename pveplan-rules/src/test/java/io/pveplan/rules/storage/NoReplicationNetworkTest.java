package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class NoReplicationNetworkTest {

  @Test
  void jobs_without_network_are_reported() {
    RuleVerifier rule = verify(new NoReplicationNetwork());

    rule.on(lab((v, tank) -> {}, s -> {}))
        .reportsExactly("LOC-035[cluster/replication]")
        .withMessageContaining("1 replication job has no network");
    rule.on(with(parts -> {
          var copy = parts.c().network("copy", "10.0.9.0/24", n -> {});
          parts.c().migration(m -> m.over(copy));
          parts.c().replicate(parts.guest(), parts.pve2(), s -> {});
        }))
        .passes();
    rule.on(with(parts -> {})).isNotApplicable();
  }
}
