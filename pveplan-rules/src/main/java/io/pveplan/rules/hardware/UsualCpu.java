package io.pveplan.rules.hardware;

import io.pveplan.model.hardware.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What most of the nodes that tell something of their processors tell.
 *
 * @param fact what is looked at
 * @param value what most nodes have; the first of several
 * @param node the first node that has it
 */
record UsualCpu<T>(Function<CpuMake, Optional<T>> fact, Optional<T> value, Optional<Node> node) {

  static <T> UsualCpu<T> of(Map<Node, CpuMake> makes, Function<CpuMake, Optional<T>> fact) {
    Map<T, Integer> counts = new LinkedHashMap<>();
    Map<T, Node> first = new LinkedHashMap<>();
    makes.forEach((node, make) -> fact.apply(make).ifPresent(value -> {
      counts.merge(value, 1, Integer::sum);
      first.putIfAbsent(value, node);
    }));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Optional<T> usual = counts.entrySet().stream()
        .filter(each -> each.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst();
    return new UsualCpu<>(fact, usual, usual.map(first::get));
  }

  /** The node to compare with, if this processor is known to be different. */
  Optional<Node> unlike(CpuMake make) {
    return fact.apply(make).filter(own -> !value.equals(Optional.of(own))).flatMap(own -> node);
  }
}
