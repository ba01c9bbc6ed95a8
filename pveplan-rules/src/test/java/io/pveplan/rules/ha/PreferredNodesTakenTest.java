package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.failure.FailureSweep;
import io.pveplan.rules.failure.Fate;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.Scenario;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreferredNodesTakenTest {

  private static final List<NodeRef> ALL = List.of(PVE1, PVE2, PVE3, PVE4);
  private static final GuestRef SPARE = GuestRef.of(204);

  private final RuleVerifier rule = verify(new PreferredNodesTaken());

  @Test
  void a_guest_whose_preferred_nodes_are_taken_is_reported() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-018[ha/resource/200]", "HA-018[ha/resource/201]")
        .withMessageContaining(
            "fails, guests that it is to be apart from have all preferred nodes that are left: pve");
  }

  @Test
  void a_preferred_node_to_spare_passes() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2, PVE3))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .passes();
  }

  @Test
  void without_its_only_preferred_node_a_guest_goes_anywhere() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .passes();
  }

  @Test
  void a_guest_elsewhere_whose_only_preferred_node_is_taken_is_reported() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE2))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-018[ha/resource/200]")
        .withMessageContaining("left: pve2 (web);");
  }

  @Test
  void a_guest_elsewhere_goes_to_the_free_node_and_has_no_other() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE2, PVE3))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-018[ha/resource/200]");
  }

  @Test
  void a_guest_that_is_to_stay_elsewhere_has_the_free_node() {
    rule.on(staying(h -> h.nodeAffinity("home", a -> a.resources(SPARE).nodes(PVE2, PVE3))
            .resourceAffinity("apart", NEGATIVE, SPARE, WEB)))
        .passes();
  }

  @Test
  void guests_on_nodes_that_are_not_preferred_are_not_in_the_way() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1, PVE3))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .passes();
  }

  @Test
  void separation_that_follows_from_a_pair_counts() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1, PVE2))
            .resourceAffinity("pair", POSITIVE, APP, LOG)
            .resourceAffinity("apart", NEGATIVE, LOG, WEB)))
        .reportsExactly("HA-018[ha/resource/200]", "HA-018[ha/resource/203]");
  }

  @Test
  void strict_rules_leave_no_other_node_to_try() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2).strict())
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .isNotApplicable();
  }

  @Test
  void guests_without_a_rule_about_each_other_are_not_looked_at() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2))))
        .isNotApplicable();
  }

  @Test
  void a_guest_whose_node_is_not_told_is_undecided() {
    rule.on(plan(PVE_9, c -> {
          var fifth = c.vm(205, "fifth", v -> v.disk(NAS, gib(8)));
          c.ha(h -> h.resources(fifth)
              .nodeAffinity("home", a -> a.resources(APP).nodes(PVE1, PVE2))
              .resourceAffinity("apart", NEGATIVE, APP, fifth));
        }))
        .isUndecidedFor("node of guest 205");
  }

  @Test
  void a_guest_on_the_same_node_is_lost_with_it() {
    rule.on(plan(PVE_9, c -> {
          var fifth = c.vm(205, "fifth", v -> v.node(PVE1).disk(NAS, gib(8)));
          c.ha(h -> h.resources(fifth)
              .nodeAffinity("there", a -> a.resources(APP).nodes(PVE4))
              .nodeAffinity("here", a -> a.resources(fifth).nodes(PVE1))
              .resourceAffinity("apart", NEGATIVE, APP, LOG, fifth));
        }))
        .reportsExactly("HA-018[ha/resource/200]");
  }

  @Test
  void a_guest_counts_where_ha_moves_it() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1, PVE3))
            .nodeAffinity("third", a -> a.resources(WEB).nodes(PVE3).strict())
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-018[ha/resource/200]")
        .withMessageContaining("left: pve3 (web);");
  }

  @Test
  void it_finds_what_the_failover_comes_to() {
    Random choices = new Random(7);
    for (int number = 0; number < 300; number++) {
      int[] homes = choices.ints(3, 0, 4).toArray();
      int[] preferred = choices.ints(2, 1, 15).toArray();
      boolean three = choices.nextBoolean();
      var plan = plan(PVE_9, c -> {
        var guests = IntStream.range(0, 3)
            .mapToObj(it ->
                c.vm(300 + it, "guest" + it, v -> v.node(ALL.get(homes[it])).disk(NAS, gib(8))))
            .toArray(GuestRef[]::new);
        c.ha(h -> h.resources(guests)
            .nodeAffinity("one", a -> a.resources(guests[0]).nodes(some(preferred[0])))
            .nodeAffinity("two", a -> a.resources(guests[1]).nodes(some(preferred[1])))
            .resourceAffinity("apart", NEGATIVE, three ? guests : Arrays.copyOf(guests, 2)));
      });
      FailureSweep sweep = FailureSweep.of(plan);
      if (sweep.ignoredRules().isEmpty()) {
        String[] stuck = Stream.of(300, 301)
            .filter(vmid -> isStuck(vmid, homes[vmid - 300], sweep))
            .map(vmid -> "HA-018[ha/resource/" + vmid + "]")
            .toArray(String[]::new);
        if (stuck.length == 0) {
          rule.on(plan).passes();
        } else {
          rule.on(plan).reportsExactly(stuck);
        }
      }
    }
  }

  private static NodeRef[] some(int bits) {
    return IntStream.range(0, 4)
        .filter(it -> (bits >> it & 1) == 1)
        .mapToObj(ALL::get)
        .toArray(NodeRef[]::new);
  }

  private static boolean isStuck(int vmid, int home, FailureSweep sweep) {
    String node =
        of(vmid, sweep.beforehand()).map(GuestFate::to).orElse(ALL.get(home).name());
    return of(vmid, sweep.survival(Scenario.ofNodes(List.of(node))).guests())
        .filter(fate -> fate.fate() == Fate.NO_NODE)
        .isPresent();
  }

  private static Optional<GuestFate> of(int vmid, List<GuestFate> fates) {
    return fates.stream().filter(fate -> fate.guest().equals(Vmid.of(vmid))).findFirst();
  }

  private static ClusterPlan staying(Consumer<HaSpec> rules) {
    return plan(PVE_9, c -> {
      c.vm(SPARE.vmid(), "spare", v -> v.node(PVE1).disk(NAS, gib(8)));
      c.ha(h -> h.resource(SPARE, r -> r.withoutFailback()));
      c.ha(rules);
    });
  }
}
