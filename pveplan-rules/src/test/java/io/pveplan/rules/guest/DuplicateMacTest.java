package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class DuplicateMacTest {

  private final RuleVerifier rule = verify(new DuplicateMac());

  @Test
  void the_second_card_with_an_address_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          c.vm(200, "app", v -> v.nic("vmbr0", b -> b.mac("BC:24:11:00:00:01")));
          c.vm(201, "web", v -> v.nic("vmbr0").nic("vmbr0", b -> b.mac("bc:24:11:00:00:01")));
        }))
        .reportsExactly("GST-015[guest/201/net1]")
        .withMessageContaining("net1 of web has MAC address BC:24:11:00:00:01, as guest/200/net0");
  }

  @Test
  void addresses_made_from_vmids_differ() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          c.vm(200, "app", v -> v.nic("vmbr0").nic("vmbr0"));
          c.vm(201, "web", v -> v.nic("vmbr0"));
        }))
        .passes();
  }

  @Test
  void a_clone_gets_an_address_of_its_own() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          c.template(900, "base", v -> v.nic("vmbr0", b -> b.mac("BC:24:11:00:00:01")));
          c.vm(200, "app", v -> v.nic("vmbr0", b -> b.mac("BC:24:11:00:00:01")));
        }))
        .passes();
  }

  @Test
  void guests_without_cards_are_not_looked_at() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
