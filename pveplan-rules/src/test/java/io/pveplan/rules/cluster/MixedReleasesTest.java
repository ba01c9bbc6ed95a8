package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class MixedReleasesTest {

  private final RuleVerifier rule = verify(new MixedReleases());

  private static ClusterPlan releases(String... releases) {
    return cluster("lab", c -> {
      int number = 0;
      for (String release : releases) {
        number++;
        c.node("pve" + number, n -> {
          if (!release.isEmpty()) {
            n.release(release);
          }
        });
      }
    });
  }

  @Test
  void two_releases_are_reported() {
    rule.on(releases("9.1", "9.0", "9.1"))
        .reportsExactly("CLU-039[cluster]")
        .withMessageContaining("the nodes have releases 9.0 and 9.1 of Proxmox VE")
        .withRemedyContaining("same release");
    rule.on(releases("9.0", "9.1", "")).reportsExactly("CLU-039[cluster]");
  }

  @Test
  void one_release_passes() {
    rule.on(releases("9.1", "9.1")).passes();
  }

  @Test
  void a_node_that_does_not_say_it_is_undecided() {
    rule.on(releases("9.1", "", "")).isUndecidedFor("release of node pve2", "release of node pve3");
  }

  @Test
  void without_any_release_or_a_second_node_it_is_not_applicable() {
    rule.on(releases("", "")).isNotApplicable();
    rule.on(releases("9.1")).isNotApplicable();
  }
}
