package io.pveplan.rules.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * The sweep begins each scenario with a copy of the cluster at rest, passes over resources that no
 * rule names, and changes sums of memory by what moved. All of it must come to what the whole way
 * comes to.
 */
class FailureShortcutsTest {

  private static final DataSize GIB = DataSize.gib(1);

  private record Lab(List<Node> nodes, List<Guest> guests, Ha.Builder ha, SchedulingMode mode) {

    ClusterPlan plan() {
      return ClusterPlan.builder()
          .name("lab")
          .addAllNodes(nodes)
          .addAllGuests(guests)
          .ha(ha.build())
          .datacenter(Datacenter.builder()
              .scheduling(Scheduling.builder().mode(mode).build())
              .build())
          .build();
    }
  }

  private static NodePriority priority(String node, int priority) {
    return NodePriority.builder().node(node).priority(priority).build();
  }

  // With a rule that allows every node each resource is looked at in every round.
  private static Lab lab(int nodes, int guests, long seed, boolean everyOneBound) {
    Random random = new Random(seed);
    List<String> names =
        IntStream.rangeClosed(1, nodes).mapToObj(it -> "pve" + it).toList();
    Ha.Builder ha = Ha.builder();
    List<Guest> machines = IntStream.range(0, guests)
        .<Guest>mapToObj(it -> Vm.builder()
            .vmid(Vmid.of(100 + it))
            .name("vm" + it)
            .node(names.get(random.nextInt(nodes)))
            .memory(DataSize.gib(1 + random.nextInt(16)))
            .build())
        .toList();
    SortedSet<Vmid> ruled = new TreeSet<>();
    SortedSet<Vmid> managed = new TreeSet<>();
    for (Guest guest : machines) {
      if (random.nextInt(5) > 0) {
        managed.add(guest.vmid());
        ha.addResources(HaResource.builder().guest(guest.vmid()).build());
      }
    }
    for (Vmid guest : managed) {
      int rule = random.nextInt(4);
      NodePriority preferred = priority(names.get(random.nextInt(nodes)), 1);
      boolean odd = random.nextBoolean();
      Vmid next = Vmid.of(guest.value() + 1);
      if (ruled.contains(guest)) {
        continue;
      }
      if (rule == 0) {
        ruled.add(guest);
        ha.addNodeAffinities(NodeAffinity.builder()
            .name("prefers-" + guest)
            .addResources(guest)
            .addNodes(preferred)
            .strict(odd)
            .build());
      } else if (rule == 1 && managed.contains(next)) {
        ruled.addAll(List.of(guest, next));
        ha.addResourceAffinities(ResourceAffinity.builder()
            .name("pair-" + guest)
            .affinity(odd ? Affinity.NEGATIVE : Affinity.POSITIVE)
            .addResources(guest, next)
            .build());
      }
    }
    managed.removeAll(ruled);
    for (Vmid guest : everyOneBound ? managed : List.<Vmid>of()) {
      NodeAffinity.Builder anywhere =
          NodeAffinity.builder().name("anywhere-" + guest).addResources(guest);
      names.forEach(name -> anywhere.addNodes(priority(name, 0)));
      ha.addNodeAffinities(anywhere.build());
    }
    return new Lab(
        names.stream()
            .map(name -> Node.builder()
                .name(name)
                .hardware(Hardware.builder().memory(DataSize.gib(64)).build())
                .build())
            .toList(),
        machines,
        ha,
        random.nextBoolean() ? SchedulingMode.BASIC : SchedulingMode.STATIC);
  }

  @Property(tries = 150)
  void each_scenario_comes_out_as_from_the_beginning_with_all_resources_looked_at(
      @ForAll @IntRange(min = 2, max = 6) int nodes,
      @ForAll @IntRange(min = 1, max = 14) int guests,
      @ForAll long seed) {
    FailureSweep sweep = FailureSweep.of(lab(nodes, guests, seed, false).plan());
    ResolvedPlan whole = ResolvedPlan.of(lab(nodes, guests, seed, true).plan());

    for (Scenario scenario : sweep.scenarios()) {
      assertThat(sweep.survival(scenario)).isEqualTo(FailureSweep.of(whole).survival(scenario));
    }
  }

  @Property(tries = 150)
  void the_load_of_a_node_is_the_sum_of_all_guests_on_it(
      @ForAll @IntRange(min = 2, max = 6) int nodes,
      @ForAll @IntRange(min = 1, max = 14) int guests,
      @ForAll long seed) {
    Lab lab = lab(nodes, guests, seed, false);
    FailureSweep sweep = FailureSweep.of(lab.plan());

    for (Survival survival : sweep.survivals()) {
      Map<Vmid, String> on = new HashMap<>();
      lab.guests().forEach(guest -> on.put(guest.vmid(), guest.node().orElseThrow()));
      sweep.beforehand().forEach(fate -> on.put(fate.guest(), fate.to()));
      survival.guests().forEach(fate -> on.put(fate.guest(), fate.to()));
      for (NodeLoad load : survival.loads()) {
        long guestsOnIt = lab.guests().stream()
            .filter(guest -> on.get(guest.vmid()).equals(load.node()))
            .mapToLong(guest -> ((Vm) guest).memory().orElseThrow().bytes())
            .sum();

        assertThat(load.minimum().bytes() - guestsOnIt)
            .as("%s in %s", load, survival.scenario())
            .isEqualTo(2 * GIB.bytes());
      }
    }
  }
}
