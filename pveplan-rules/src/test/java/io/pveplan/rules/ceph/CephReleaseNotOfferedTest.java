package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ceph.CephRelease;
import org.junit.jupiter.api.Test;

class CephReleaseNotOfferedTest {

  @Test
  void tentacle_on_8_4_is_reported() {
    verify(new CephReleaseNotOffered())
        .on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_8_4);
          c.ceph(s -> s.release(CephRelease.TENTACLE));
        }))
        .reportsExactly("CEPH-045[ceph]")
        .withMessageContaining("Proxmox VE 8.4 has no Ceph tentacle");
  }

  @Test
  void reef_on_9_is_reported() {
    verify(new CephReleaseNotOffered())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.release(CephRelease.REEF))))
        .reportsExactly("CEPH-045[ceph]");
  }

  @Test
  void tentacle_on_9_0_is_reported() {
    verify(new CephReleaseNotOffered())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.release("9.0"));
          c.ceph(s -> s.release(CephRelease.TENTACLE));
        }))
        .reportsExactly("CEPH-045[ceph]")
        .withMessageContaining("Proxmox VE 9.0 of pve1 has no Ceph tentacle");
  }

  @Test
  void tentacle_on_9_1_passes() {
    verify(new CephReleaseNotOffered())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.release(CephRelease.TENTACLE))))
        .passes();
  }

  @Test
  void tentacle_somewhere_on_9_is_undecided() {
    verify(new CephReleaseNotOffered())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.ceph(s -> s.release(CephRelease.TENTACLE));
        }))
        .isUndecidedFor("release of pve1");
  }

  @Test
  void squid_passes() {
    verify(new CephReleaseNotOffered())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.release(CephRelease.SQUID))))
        .passes();
  }

  @Test
  void no_release_is_not_judged() {
    verify(new CephReleaseNotOffered()).on(CephPlans.of(3, (c, nodes) -> {})).isNotApplicable();
  }
}
