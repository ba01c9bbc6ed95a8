package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cifs;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class NfsServerByNameTest {

  private final RuleVerifier rule = verify(new NfsServerByName());

  @Test
  void a_name_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(nfs("nas", "nas.example.net", "/export"), s -> {});
        }))
        .reportsExactly("SHR-002[storage/nas]")
        .withMessageContaining("storage nas is mounted from nas.example.net, a name");
  }

  @Test
  void an_address_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(nfs("nas", "2001:db8::5", "/export"), s -> {});
        }))
        .passes();
  }

  @Test
  void other_types_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(cifs("nas", "nas.example.net", "pve"), s -> {});
        }))
        .isNotApplicable();
  }
}
