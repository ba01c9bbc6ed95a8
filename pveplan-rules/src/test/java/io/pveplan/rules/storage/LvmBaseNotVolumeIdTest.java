package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LvmBaseNotVolumeIdTest {

  private final RuleVerifier rule = verify(new LvmBaseNotVolumeId());

  @Test
  void the_bare_storage_of_the_article_is_reported() {
    ClusterPlan plan = cluster("lab", c -> {
      c.storage(iscsi("beiscsi", "172.30.20.50", "iqn.2024-02.example:cluster.lun1"), s -> {});
      c.storage(lvm("lvmscsi", "vg_cluster"), s -> s.base("beiscsi"));
    });

    rule.on(plan)
        .reportsExactly("SHR-014[storage/lvmscsi]")
        .withMessageContaining("base \"beiscsi\" of storage lvmscsi is not storage:volume")
        .withRemedyContaining("for example beiscsi:0.0.1.scsi-36000")
        .withRemedyContaining("make volume group vg_cluster by hand");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s:0.0.1", "1san:0.0.1", "san-:0.0.1", "san", "san:", ":0.0.1", "/dev/sdb"})
  void other_text_is_reported(String base) {
    rule.on(onBase(base))
        .reportsExactly("SHR-014[storage/lvmscsi]")
        .withRemedyContaining("for example san:0.0.1.scsi-36000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"san:0.0.1.scsi-36000", "sa:x", "SAN.1-b:a:b/c d"})
  void a_volume_id_passes(String base) {
    rule.on(onBase(base)).passes();
  }

  @Test
  void a_volume_group_without_base_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.storage(lvm("lvmscsi", "vg_cluster"), s -> s.shared())))
        .isNotApplicable();
  }

  @Test
  void the_line_is_that_of_the_storage() {
    ClusterPlan plan = onBase("san");

    assertThat(ReportedLines.of(new LvmBaseNotVolumeId(), plan))
        .containsExactly(plan.storages().get(0).declaredAt().orElseThrow());
  }

  private static ClusterPlan onBase(String base) {
    return cluster("lab", c -> c.storage(lvm("lvmscsi", "vg_cluster"), s -> s.base(base)));
  }
}
