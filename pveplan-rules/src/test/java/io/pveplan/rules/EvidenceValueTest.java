package io.pveplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceValueTest {

  static Stream<Arguments> facts() {
    return Stream.of(
        Arguments.of("text", "text"),
        Arguments.of(4, 4),
        Arguments.of(5_000_000_000L, 5_000_000_000L),
        Arguments.of(0.5, 0.5),
        Arguments.of(new BigDecimal("0.80"), new BigDecimal("0.80")),
        Arguments.of(true, true),
        Arguments.of(Double.NaN, "NaN"),
        Arguments.of(new AtomicInteger(7), "7"),
        Arguments.of(Severity.INFO, "INFO"),
        Arguments.of(PlanPath.of("node", "pve1"), "node/pve1"),
        Arguments.of(Optional.of(Severity.INFO), "INFO"),
        Arguments.of(List.of("b", "a"), List.of("b", "a")),
        Arguments.of(List.of(Optional.of(1), Optional.empty()), List.of(1)),
        Arguments.of(Set.of(10, 9, 100), List.of(9, 10, 100)),
        Arguments.of(Set.of("b", 2, "a", 1.5), List.of(1.5, 2, "a", "b")),
        Arguments.of(new LinkedHashSet<>(List.of("b", "a")), List.of("a", "b")),
        Arguments.of(
            new TreeSet<>(Set.of(Severity.ERROR, Severity.INFO)), List.of("INFO", "ERROR")),
        Arguments.of(List.of(Set.of("y", "x")), List.of(List.of("x", "y"))));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("facts")
  void a_fact_is_plain(Object fact, Object plain) {
    assertThat(EvidenceValue.plain(fact)).contains(plain);
  }

  @Test
  void an_absent_fact_is_left_out() {
    assertThat(EvidenceValue.plain(Optional.empty())).isEmpty();
  }

  @Test
  void a_map_is_sorted_by_the_text_of_its_keys() {
    assertThat(EvidenceValue.plain(Map.of(Severity.WARNING, 1, Severity.INFO, Optional.of(2)))
            .orElseThrow())
        .hasToString("{INFO=2, WARNING=1}");
  }

  @Test
  void a_sorted_map_keeps_its_order_and_loses_what_is_absent() {
    var map = new TreeMap<>(Map.of(10, Optional.of("b"), 9, Optional.of("a"), 8, Optional.empty()));

    assertThat(EvidenceValue.plain(map).orElseThrow()).hasToString("{9=a, 10=b}");
  }
}
