package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class LvmOnOnePathTest {

  private static final String TARGET = "iqn.2024-02.net.example:san";

  private final RuleVerifier rule = verify(new LvmOnOnePath());

  @Test
  void a_base_on_a_path_is_reported_where_there_are_several() {
    rule.on(based("san:0.0.1.scsi-35000c50015ea71ac", "172.30.21.50"))
        .reportsExactly("SHR-019[storage/san-lvm]")
        .withMessageContaining("volume group vg_cluster of storage san-lvm is made on"
            + " scsi-35000c50015ea71ac, one path")
        .withRemedyContaining("san:0.0.1.dm-uuid-mpath-35000c50015ea71ac");
  }

  @Test
  void a_base_on_the_multipath_device_passes() {
    rule.on(based("san:0.0.1.dm-uuid-mpath-35000c50015ea71ac", "172.30.21.50")).passes();
  }

  @Test
  void with_one_portal_there_is_one_path() {
    rule.on(based("san:0.0.1.scsi-35000c50015ea71ac")).passes();
  }

  @Test
  void a_base_that_names_no_lun_is_not_looked_at() {
    rule.on(based("san", "172.30.21.50")).isNotApplicable();
  }

  @Test
  void without_a_base_it_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.storage(lvm("fast", "vg_fast"), s -> {}))).isNotApplicable();
  }

  private static ClusterPlan based(String base, String... more) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals(more));
      c.storage(lvm("san-lvm", "vg_cluster"), s -> s.base(base).shared());
    });
  }
}
