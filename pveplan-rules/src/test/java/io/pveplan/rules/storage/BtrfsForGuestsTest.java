package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.btrfs;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class BtrfsForGuestsTest {

  private final RuleVerifier rule = verify(new BtrfsForGuests());

  @Test
  void guests_on_btrfs_are_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(btrfs("fast", "/srv/fast"), s -> {});
        }))
        .reportsExactly("LOC-041[storage/fast]")
        .withMessageContaining("storage fast is for volumes of guests and lies on Btrfs");
  }

  @Test
  void files_on_btrfs_pass() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(btrfs("fast", "/srv/fast"), s -> s.content(ContentType.ISO));
        }))
        .passes();
  }

  @Test
  void one_that_is_switched_off_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(btrfs("fast", "/srv/fast"), s -> s.disabled());
        }))
        .isNotApplicable();
  }
}
