package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.rules.capacity.Labs.PVE1;
import static io.pveplan.rules.capacity.Labs.lab;
import static io.pveplan.rules.capacity.Labs.managed;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SingleComponentStopsGuestsTest {

  private final RuleVerifier rule = verify(new SingleComponentStopsGuests());

  private static ClusterPlan powered(boolean redundant) {
    return cluster("lab", c -> {
      var one = c.circuit("feed-a", "ups-a");
      var other = c.circuit("feed-b", "ups-b");
      for (String node : List.of("pve1", "pve2", "pve3")) {
        c.node(node, n -> n.hardware(h -> h.powerSupplies(one, redundant ? other : one)));
      }
      c.storage(nfs("nas", "192.0.2.5", "/export"), s -> {});
      managed(c, 101, PVE1, v -> {});
    });
  }

  private static ClusterPlan cabled(String second, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      c.ethernetSwitch("sw1", s -> s.ports(8, gbit(1)));
      c.ethernetSwitch("sw2", s -> s.ports(8, gbit(1)));
      var ring0 = c.network("ring0", "10.0.0.0/24", net -> net.carries(COROSYNC));
      var ring1 = c.network("ring1", "10.0.1.0/24", net -> net.carries(COROSYNC));
      c.nodes(
          List.of(1, 2, 3),
          it -> "pve" + it,
          (n, it) -> n.nic("eno1", ring0.host(10 + it))
              .nic("eno2", ring1.host(10 + it))
              .cable("eno1", SwitchRef.named("sw1").port(it))
              .cable("eno2", SwitchRef.named(second).port(4 + it)));
      c.corosync(k -> k.link(0, ring0, 20).link(1, ring1, 10));
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      var guest = c.vm(101, "vm101", v -> v.node(PVE1).disk(tank, gib(8)));
      c.ha(h -> h.resources(guest));
      more.accept(c);
    });
  }

  @Test
  void two_feeds_and_two_switches_pass() {
    rule.on(powered(true)).passes();
    rule.on(cabled("sw2", c -> {})).passes();
  }

  @Test
  void the_only_feed_of_all_nodes_is_reported_with_its_ups() {
    rule.on(powered(false))
        .reportsExactly("CAP-013[circuit/feed-a]", "CAP-013[ups/ups-a]")
        .withMessageContaining("fails, guest 101 (vm101) stays down as long as the"
            + " node, because nothing is restarted without quorum");
  }

  @Test
  void the_only_switch_of_all_links_is_reported() {
    rule.on(cabled("sw1", c -> {}))
        .reportsExactly("CAP-013[switch/sw1]")
        .withMessageContaining(
            "when switch sw1 fails, guest 101 (vm101) stops, because the node resets itself");
  }

  @Test
  void without_guests_under_ha_or_components_it_is_not_applicable() {
    assertThat(notApplicable(cluster("lab", c -> c.node("pve1", n -> {}))))
        .contains("no guest is under HA");
    assertThat(notApplicable(lab(3, c -> managed(c, 101, PVE1, v -> {}))))
        .contains("the plan has no switch, circuit or UPS");
  }

  private static Optional<String> notApplicable(ClusterPlan plan) {
    return RuleBook.empty()
        .with(new SingleComponentStopsGuests())
        .check(plan)
        .results()
        .get(0)
        .notApplicable();
  }
}
