package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class NoStandbyMetadataServerTest {

  @Test
  void nobody_standing_by_is_reported() {
    verify(new NoStandbyMetadataServer())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephFs("files", p -> {});
          c.ceph(s -> s.metadataServersOn(nodes.subList(0, 1)));
        }))
        .reportsExactly("CEPH-043[ceph]")
        .withMessageContaining("1 metadata servers, of which 1 work");
  }

  @Test
  void somebody_standing_by_passes() {
    verify(new NoStandbyMetadataServer())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephFs("files", p -> {});
          c.ceph(s -> s.metadataServersOn(nodes.subList(0, 2)));
        }))
        .passes();
  }

  @Test
  void without_file_systems_nobody_stands_by() {
    verify(new NoStandbyMetadataServer()).on(CephPlans.of(3, (c, nodes) -> {})).isNotApplicable();
  }
}
