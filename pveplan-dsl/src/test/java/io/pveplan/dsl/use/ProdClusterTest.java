package io.pveplan.dsl.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.json.PlanFormat;
import io.pveplan.model.network.HostAddress;
import org.junit.jupiter.api.Test;

class ProdClusterTest {

  @Test
  void the_plan_freezes_the_same_each_time() {
    assertThat(ProdCluster.plan()).isEqualTo(ProdCluster.plan());
    assertThat(PlanFormat.YAML.write(ProdCluster.plan()))
        .isEqualTo(PlanFormat.YAML.write(ProdCluster.plan()));
  }

  @Test
  void the_plan_reads_back() {
    ClusterPlan plan = ProdCluster.plan();

    assertThat(PlanFormat.JSON.read(PlanFormat.JSON.write(plan))).isEqualTo(plan);
    assertThat(PlanFormat.YAML.read(PlanFormat.YAML.write(plan))).isEqualTo(plan);
  }

  @Test
  void handles_and_fragments_arrive_where_they_are_used() {
    ResolvedPlan resolved = ResolvedPlan.of(ProdCluster.plan());

    assertThat(resolved.topology().address("pve2", "ring"))
        .contains(HostAddress.parse("10.20.1.12/24"));
    assertThat(resolved.topology().address("pve3", "move"))
        .contains(HostAddress.parse("10.20.3.13/24"));
    assertThat(resolved.guest(Vmid.of(201)).orElseThrow().nics().get(0).tag())
        .hasToString("Optional[110]");
    assertThat(resolved.guest(Vmid.of(210)).orElseThrow().nics().get(0).tag())
        .hasToString("Optional[120]");
    assertThat(resolved.node("pve1").orElseThrow().hardware().orElseThrow().powerSupplies())
        .extracting(supply -> supply.circuit().orElseThrow())
        .containsExactly("feed-a", "feed-b");
  }
}
