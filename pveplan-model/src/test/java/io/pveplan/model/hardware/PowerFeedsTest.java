package io.pveplan.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerFeedsTest {

  private static final Map<String, Circuit> CIRCUITS = Map.of(
      "a", Circuit.builder().name("a").ups("ups-1").build(),
      "b", Circuit.builder().name("b").ups("ups-1").build(),
      "c", Circuit.builder().name("c").ups("ups-2").build(),
      "mains", Circuit.builder().name("mains").build());

  private static PowerFeeds feeds(String... circuits) {
    Hardware hardware = Hardware.builder()
        .addAllPowerSupplies(Arrays.stream(circuits)
            .map(circuit -> circuit.equals("?")
                ? PowerSupply.builder().build()
                : PowerSupply.builder().circuit(circuit).build())
            .toList())
        .build();
    return PowerFeeds.of(Node.builder().name("pve1").hardware(hardware).build(), CIRCUITS);
  }

  @ParameterizedTest(name = "power supplies on {0}")
  @CsvSource({
    "a,          1, true,  a,       ups-1,       false, a, ups-1",
    "a a,        2, true,  a,       ups-1,       false, a, ups-1",
    "a b,        2, true,  a b,     ups-1,       false, -, ups-1",
    "a c,        2, true,  a c,     ups-1 ups-2, false, -, -",
    "mains,      1, true,  mains,   '',          true,  mains, -",
    "a mains,    2, true,  a mains, ups-1,       true,  -, -",
    "a ?,        2, false, a,       ups-1,       false, -, -",
    "?,          1, false, '',      '',          false, -, -",
  })
  void feeds_are_told(
      String on,
      int supplies,
      boolean known,
      String circuits,
      String upses,
      boolean besidesUps,
      String onlyCircuit,
      String onlyUps) {
    PowerFeeds feeds = feeds(on.split(" "));

    assertThat(feeds.supplies()).isEqualTo(supplies);
    assertThat(feeds.known()).isEqualTo(known);
    assertThat(String.join(" ", feeds.circuits())).isEqualTo(circuits);
    assertThat(String.join(" ", feeds.upses())).isEqualTo(upses);
    assertThat(feeds.besidesUps()).isEqualTo(besidesUps);
    assertThat(feeds.onlyCircuit().orElse("-")).isEqualTo(onlyCircuit);
    assertThat(feeds.onlyUps().orElse("-")).isEqualTo(onlyUps);
  }

  @Test
  void a_node_without_declared_hardware_has_no_known_feeds() {
    PowerFeeds feeds = PowerFeeds.of(Node.builder().name("pve1").build(), CIRCUITS);

    assertThat(feeds.supplies()).isZero();
    assertThat(feeds.known()).isFalse();
  }
}
