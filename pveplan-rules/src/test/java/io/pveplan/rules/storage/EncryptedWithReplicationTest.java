package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EncryptedWithReplicationTest {

  @Test
  void replication_of_an_encrypted_pool_is_reported() {
    RuleVerifier rule = verify(new EncryptedWithReplication());
    Consumer<NodeSpec> encrypted = n -> n.zpool("tank", ZfsRaid.MIRROR, DISKS, p -> p.encrypted());
    Consumer<NodeSpec> plain = n -> n.zpool("tank", ZfsRaid.MIRROR, DISKS);

    rule.on(replicated(plain, encrypted))
        .reportsExactly("LOC-023[replication/100-0]")
        .withMessageContaining("of which ZFS encrypts tank of pve2");
    rule.on(replicated(plain, plain)).passes();
    rule.on(lab((v, tank) -> {}, s -> {})).isNotApplicable();
  }
}
