package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class TooFewMetadataServersTest {

  @Test
  void fewer_servers_than_file_systems_are_reported() {
    verify(new TooFewMetadataServers())
        .on(CephPlans.of(3, (c, nodes) -> c.cephFs("files", p -> {})))
        .reportsExactly("CEPH-042[ceph]");
  }

  @Test
  void as_many_servers_as_file_systems_pass() {
    verify(new TooFewMetadataServers())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephFs("files", p -> {});
          c.ceph(s -> s.metadataServersOn(nodes));
        }))
        .passes();
  }

  @Test
  void without_file_systems_no_server_is_missed() {
    verify(new TooFewMetadataServers()).on(CephPlans.of(3, (c, nodes) -> {})).isNotApplicable();
  }
}
