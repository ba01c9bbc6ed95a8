package io.pveplan.rules.testing;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withCeph;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNetwork;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withStorage;
import static io.pveplan.rules.testing.PlanChanges.withVm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Node;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What can not be changed is said together with what can. */
class PlanChangesTest {

  private static final ClusterPlan PLAN = HealthyPlans.threeNodes();
  private static final ClusterPlan SMALL = HealthyPlans.oneNode();

  @Test
  void one_part_is_changed() {
    assertThat(withNode(PLAN, "pve2", it -> it.name("other")).nodes())
        .extracting(Node::name)
        .containsExactly("pve1", "other", "pve3");
  }

  @Test
  void a_part_that_is_not_there_is_refused_with_those_that_are() {
    refused(
        () -> withNode(PLAN, "pve9", it -> it),
        "there is no node pve9 to change; there is pve1, pve2, pve3");
    refused(
        () -> withHardware(PLAN, "pve9", it -> it),
        "there is no node pve9 to change; there is pve1, pve2, pve3");
    refused(
        () -> withInterface(SMALL, "pve1", "eno9", it -> it),
        "there is no interface eno9 to change; there is "
            + String.join(
                ", ",
                SMALL.nodes().get(0).interfaces().stream().map(it -> it.name()).toList()));
    refused(
        () -> withVm(PLAN, 999, it -> it),
        "there is no guest 999 to change; there is 9000, 200, 201, 210, 220, 230");
    refused(
        () -> withNetwork(cluster("empty", c -> {}), "a network", it -> it),
        "there is no network a network to change; there is none at all");
    refused(
        () -> withStorage(SMALL, "tape", it -> it),
        "there is no storage tape to change; there is "
            + String.join(", ", SMALL.storages().stream().map(it -> it.id()).toList()));
    refused(() -> withCeph(SMALL, it -> it), "the plan has no Ceph to change");
    refused(
        () -> replaced(List.of(1, 2), it -> it > 2, it -> it),
        "the plan has no part of those to change");
  }

  private static void refused(ThrowingCallable change, String message) {
    assertThatThrownBy(change).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
