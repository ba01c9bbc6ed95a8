package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HostReserveTooSmallTest {

  private final RuleVerifier rule = verify(new HostReserveTooSmall());

  @Test
  void system_cache_osds_and_daemons_are_kept_for() {
    Consumer<NodeSpec> node = n -> n.arcMax(gib(6)).osds("/dev/sda", "/dev/sdb");
    rule.on(lab(n -> n.with(node).hostReserve(gib(26)))).passes();
    rule.on(lab(n -> n.with(node).hostReserve(mib(26 * 1024 - 1))))
        .reportsExactly("CAP-005[node/pve1]")
        .withMessageContaining("pve1 keeps 26623MiB for its host, which takes 26GiB");
  }

  @Test
  void the_memory_of_a_daemon_can_be_set() {
    ClusterPlan plan = lab(n -> n.hostReserve(gib(4)));

    rule.on(plan).passes();
    verify(new HostReserveTooSmall())
        .set(HostReserveTooSmall.CEPH_DAEMON, 2)
        .on(plan)
        .reportsExactly("CAP-005[node/pve1]")
        .withMessageContaining("which takes 6GiB");
  }

  @Test
  void an_unknown_cache_is_undecided_unless_the_rest_is_too_much() {
    rule.on(pool(n -> n.hostReserve(gib(2)))).isUndecidedFor("memory of pve1");
    rule.on(pool(n -> n.hostReserve(gib(1)))).reportsExactly("CAP-005[node/pve1]");
  }

  @Test
  void what_is_not_declared_is_not_judged() {
    rule.on(lab(n -> n.osds("/dev/sda"))).isNotApplicable();
  }

  private static ClusterPlan pool(Consumer<NodeSpec> more) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1", n -> n.zpool("tank", ZfsRaid.MIRROR, "/dev/sda", "/dev/sdb").with(more)));
  }

  private static ClusterPlan lab(Consumer<NodeSpec> more) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(64))).with(more));
      c.ceph(s -> s.monitorsOn(List.of(pve1)).managersOn(List.of(pve1)));
    });
  }
}
