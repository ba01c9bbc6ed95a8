package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.model.cluster.PackageRepository.ENTERPRISE;
import static io.pveplan.model.cluster.PackageRepository.NO_SUBSCRIPTION;
import static io.pveplan.model.cluster.PackageRepository.TEST;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class RepositoryNotForProductionTest {

  private final RuleVerifier rule = verify(new RepositoryNotForProduction());

  @Test
  void the_others_are_reported() {
    rule.on(of(NO_SUBSCRIPTION))
        .reportsExactly("NODE-026[cluster]")
        .withMessageContaining("come from the no-subscription repository");
    rule.on(of(TEST)).reportsExactly("NODE-026[cluster]");
  }

  @Test
  void that_for_subscribers_passes() {
    rule.on(of(ENTERPRISE)).passes();
  }

  @Test
  void a_plan_that_names_none_is_undecided() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {})))
        .isUndecidedFor("repository of the packages");
  }

  @Test
  void without_a_node_there_is_nothing_to_look_at() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }

  private static ClusterPlan of(PackageRepository repository) {
    return cluster("lab", c -> {
      c.everyNode(n -> n.repository(repository));
      c.node("pve1", n -> {});
    });
  }
}
