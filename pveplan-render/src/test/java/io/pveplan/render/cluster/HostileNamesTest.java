package io.pveplan.render.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.render.FileMode;
import io.pveplan.render.Renderers;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile text that the model lets through stays where it belongs. */
class HostileNamesTest {

  private static final String HARMLESS = "harmless";

  private static final Map<String, BiFunction<ClusterPlan.Builder, String, ClusterPlan>> PLACES =
      new TreeMap<>(Map.of(
          "cluster", (plan, text) -> plan.name(text).addNode(node("pve1")).build(),
          "node", (plan, text) -> plan.name("lab").addNode(node(text)).build(),
          "domain",
              (plan, text) ->
                  plan.name("lab").addNode(node("pve1")).domain(text).build(),
          "time server",
              (plan, text) ->
                  plan.name("lab").addNode(node("pve1")).addTimeServer(text).build(),
          "package",
              (plan, text) ->
                  plan.name("lab").addNode(node("pve1")).addPackage(text).build()));

  static Set<String> places() {
    return PLACES.keySet();
  }

  @ParameterizedTest
  @MethodSource("places")
  void no_text_breaks_out_of_its_place(String place) {
    Hostile.Sample sample = Hostile.sample(4000).acceptedBy(text -> plan(place, text));
    List<String> texts = sample.texts().stream().distinct().limit(3).toList();
    assertThat(texts).as("seed %d", sample.seed()).isNotEmpty();
    Map<String, String> harmless = files(place, HARMLESS);

    for (String text : texts) {
      assertThat(files(place, text))
          .as("seed %d", sample.seed())
          .isEqualTo(harmless.entrySet().stream()
              .collect(Collectors.toMap(
                  file -> file.getKey().replace(HARMLESS, text),
                  file -> file.getValue().replace(HARMLESS, text))));
    }
  }

  private static Map<String, String> files(String place, String text) {
    return Renderers.empty()
        .with(
            new ClusterRenderer(),
            new DatacenterRenderer(),
            new HostRenderer(),
            new PackagesRenderer())
        .render(ResolvedPlan.of(plan(place, text)))
        .artifacts()
        .stream()
        .collect(Collectors.toMap(file -> file.path(), file -> {
          if (file.mode() == FileMode.SCRIPT) {
            RealPrograms.acceptShell(file.content());
          }
          return file.content();
        }));
  }

  private static ClusterPlan plan(String place, String text) {
    ClusterPlan.Builder plan = ClusterPlan.builder()
        .addNetwork(Network.builder().name("ring").build())
        .corosync(Corosync.builder()
            .addLink(CorosyncLink.builder().number(0).network("ring").build())
            .build());
    return PLACES.get(place).apply(plan, text);
  }

  private static Node node(String name) {
    return Node.builder()
        .name(name)
        .addInterface(Nic.builder()
            .name("eno1")
            .addAddress(
                new InterfaceAddress(HostAddress.parse("192.0.2.11/24"), Optional.of("ring")))
            .build())
        .build();
  }
}
