package io.pveplan.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.FilledValue;
import io.pveplan.model.ResolvedPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CpuBaselineTest {

  private static Node node(String name, Optional<String> model) {
    Node.Builder node = Node.builder().name(name);
    model.ifPresent(it -> node.hardware(
        Hardware.builder().cpu(Cpu.builder().model(it).sockets(1).build()).build()));
    return node.build();
  }

  private static ResolvedPlan plan(Node... nodes) {
    return ResolvedPlan.of(
        ClusterPlan.builder().name("prod").nodes(Arrays.asList(nodes)).build());
  }

  @Test
  void is_the_lowest_level_of_the_nodes_with_their_makers() {
    ResolvedPlan plan = plan(
        node("pve1", Optional.of("AMD EPYC 9354P")),
        node("pve2", Optional.of("AMD EPYC 7402P")),
        node("pve3", Optional.of("Xeon Gold 6338N")));

    assertThat(plan.cpuBaseline())
        .isEqualTo(new CpuBaseline(
            new TreeSet<>(Set.of(CpuVendor.AMD, CpuVendor.INTEL)),
            Optional.of(CpuLevel.V3),
            List.of()));
    assertThat(plan.cpuBaseline().cpuType()).contains("x86-64-v3");
    assertThat(plan.cpuBaseline().oneVendor()).isFalse();
    assertThat(plan.defaults())
        .extracting(FilledValue::toString)
        .contains(
            "FilledValue[at=node/pve2, field=hardware.cpu.level, value=x86-64-v3,"
                + " source=the name of the model]",
            "FilledValue[at=node/pve3, field=hardware.cpu.vendor, value=Intel,"
                + " source=the name of the model]");
  }

  @Test
  void is_not_known_while_a_node_is_not_known() {
    ResolvedPlan plan = plan(
        node("pve1", Optional.of("AMD EPYC 9354P")),
        node("pve2", Optional.of("AMD EPYC")),
        node("pve3", Optional.empty()));

    assertThat(plan.cpuBaseline())
        .isEqualTo(new CpuBaseline(
            new TreeSet<>(Set.of(CpuVendor.AMD)), Optional.empty(), List.of("pve2", "pve3")));
    assertThat(plan.cpuBaseline().cpuType()).isEmpty();
    assertThat(plan.cpuBaseline().oneVendor()).isTrue();
  }

  @Test
  void is_not_known_without_nodes() {
    assertThat(plan().cpuBaseline())
        .isEqualTo(new CpuBaseline(new TreeSet<>(), Optional.empty(), List.of()));
  }

  @Test
  void names_kvm64_for_the_lowest_level() {
    CpuBaseline lowest = new CpuBaseline(new TreeSet<>(), Optional.of(CpuLevel.V1), List.of());

    assertThat(lowest.cpuType()).contains("kvm64");
  }

  @Test
  void prints_as_one_line() {
    assertThat(new CpuBaseline(
            new TreeSet<>(List.of(CpuVendor.AMD, CpuVendor.INTEL)),
            Optional.of(CpuLevel.V3),
            List.of()))
        .hasToString("CPU type that all nodes have: x86-64-v3 (Intel, AMD)");
    assertThat(new CpuBaseline(new TreeSet<>(), Optional.empty(), List.of("pve1", "pve2")))
        .hasToString("CPU type that all nodes have: not known, as the level of pve1, pve2 is not");
    assertThat(new CpuBaseline(new TreeSet<>(), Optional.empty(), List.of()))
        .hasToString("CPU type that all nodes have: not known");
  }
}
