package io.pveplan.render.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.CrushRule;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The CRUSH map that results, in the language of {@code crushtool}. OSDs are numbered in the order of
 * the plan; a disk of unknown size counts as 1 TiB.
 */
final class CrushMap {

  private static final double TEBIBYTE = 1L << 40;

  private static final String HEAD = """
      # begin crush map
      tunable choose_local_tries 0
      tunable choose_local_fallback_tries 0
      tunable choose_total_tries 50
      tunable chooseleaf_descend_once 1
      tunable chooseleaf_vary_r 1
      tunable chooseleaf_stable 1
      tunable straw_calc_version 1
      tunable allowed_bucket_algs 54

      # devices
      """;

  private static final String TYPES = """

      # types
      type 0 osd
      type 1 host
      type 2 chassis
      type 3 rack
      type 4 row
      type 5 pdu
      type 6 pod
      type 7 room
      type 8 datacenter
      type 9 zone
      type 10 region
      type 11 root

      # buckets
      """;

  private final CephLayout layout;
  private final StringBuilder text = new StringBuilder(HEAD);
  private final Map<String, Double> weights = new LinkedHashMap<>();
  private int lastBucket;
  private int lastRule = -1;

  private CrushMap(CephLayout layout) {
    this.layout = layout;
  }

  static String of(ResolvedPlan plan) {
    return new CrushMap(plan.cephLayout())
        .write(plan.plan().ceph().map(Ceph::crushRules).orElse(List.of()));
  }

  private String write(List<CrushRule> planned) {
    for (PlacedOsd osd : layout.osds()) {
      weights.put(name(osd), osd.capacity().map(size -> size.bytes() / TEBIBYTE).orElse(1.0));
      text.append("device ").append(osd.number()).append(' ').append(name(osd));
      osd.deviceClass().ifPresent(name -> text.append(" class ").append(name));
      text.append('\n');
    }
    text.append(TYPES);
    buckets();
    text.append("# rules\n");
    rules(planned);
    return text.append("# end crush map\n").toString();
  }

  private static String name(PlacedOsd osd) {
    return "osd." + osd.number();
  }

  private void buckets() {
    Map<String, Set<String>> hosts = new LinkedHashMap<>();
    SortedMap<String, Set<String>> racks = new TreeMap<>();
    SortedMap<String, Set<String>> rooms = new TreeMap<>();
    Set<String> root = new LinkedHashSet<>();
    for (PlacedOsd osd : layout.osds()) {
      String host = osd.node().name();
      hosts.computeIfAbsent(host, key -> new LinkedHashSet<>()).add(name(osd));
      Optional<String> rack = layout.located() ? osd.rack() : Optional.empty();
      if (rack.isEmpty()) {
        root.add(host);
        continue;
      }
      racks.computeIfAbsent(rack.get(), key -> new LinkedHashSet<>()).add(host);
      if (osd.room().isEmpty()) {
        root.add(rack.get());
        continue;
      }
      rooms.computeIfAbsent(osd.room().get(), key -> new LinkedHashSet<>()).add(rack.get());
      root.add(osd.room().get());
    }
    hosts.forEach((name, items) -> bucket("host", name, items));
    racks.forEach((name, items) -> bucket("rack", name, items));
    rooms.forEach((name, items) -> bucket("room", name, items));
    bucket("root", "default", root);
  }

  private void bucket(String type, String name, Set<String> items) {
    text.append(type).append(' ').append(name).append(" {\n");
    text.append("\tid ").append(--lastBucket).append('\n');
    text.append("\talg straw2\n\thash 0\t# rjenkins1\n");
    double sum = 0;
    for (String item : items) {
      double weight = weights.getOrDefault(item, 0.0);
      sum += weight;
      text.append("\titem ").append(item);
      text.append(String.format(Locale.ROOT, " weight %.5f\n", weight));
    }
    text.append("}\n");
    weights.put(name, sum);
  }

  // In the order in which they are made: the one of Ceph, those of the plan, one for each
  // erasure-coded pool.
  private void rules(List<CrushRule> planned) {
    rule(Ceph.DEFAULT_RULE, false, FailureDomain.HOST, Optional.empty());
    planned.forEach(it -> rule(it.name(), false, it.failureDomain(), it.deviceClass()));
    layout.pools().stream()
        .filter(pool -> pool.kind() == PlacedPool.Kind.ERASURE_CODED)
        .forEach(pool -> rule(pool.rule(), true, pool.failureDomain(), pool.deviceClass()));
  }

  private void rule(
      String name, boolean erasure, FailureDomain domain, Optional<String> deviceClass) {
    text.append("rule ").append(name).append(" {\n\tid ").append(++lastRule);
    text.append("\n\ttype ").append(erasure ? "erasure" : "replicated").append('\n');
    if (erasure) {
      text.append("\tstep set_chooseleaf_tries 5\n\tstep set_choose_tries 100\n");
    }
    text.append("\tstep take default");
    deviceClass.ifPresent(it -> text.append(" class ").append(it));
    text.append("\n\tstep ").append(domain == FailureDomain.OSD ? "choose " : "chooseleaf ");
    text.append(erasure ? "indep" : "firstn").append(" 0 type ").append(domain);
    text.append("\n\tstep emit\n}\n");
  }
}
