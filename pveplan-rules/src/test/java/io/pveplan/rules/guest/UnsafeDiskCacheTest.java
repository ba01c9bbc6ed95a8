package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class UnsafeDiskCacheTest {

  private final RuleVerifier rule = verify(new UnsafeDiskCache());

  private static ClusterPlan disk(DiskCache cache) {
    return cluster("lab", c -> {
      var disks = c.storage(dir("disks", "/srv"), s -> {});
      c.vm(200, "app", v -> v.disk(disks, gib(8), p -> p.cache(cache)));
    });
  }

  @Test
  void an_unsafe_cache_is_reported() {
    rule.on(disk(DiskCache.UNSAFE))
        .reportsExactly("GST-027[guest/200/scsi0]")
        .withMessageContaining("scsi0 of app has cache mode unsafe");
  }

  @Test
  void any_other_cache_passes() {
    rule.on(disk(DiskCache.WRITEBACK)).passes();
  }

  @Test
  void a_vm_without_disks_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
