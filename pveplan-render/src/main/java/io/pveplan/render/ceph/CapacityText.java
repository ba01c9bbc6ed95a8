package io.pveplan.render.ceph;

import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.model.ceph.CrushDomains;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedPool;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** What fits into Ceph, with the arithmetic. */
final class CapacityText {

  private static final double TERABYTE = 1e12;

  private static final String ASSUMPTIONS = """
      Assumptions
        1 TB = 10^12 bytes. An OSD holds what its disk holds; databases and logs on a disk of their own
        do not count. Data are spread as evenly as the weights say: real OSDs differ by some percent.
        Planned data of a pool are what the plan says, else the sizes of the disks of guests on it. On
        OSDs they take up size times as much, or (k + m) / k times as much where a pool is erasure-coded.
        Data of a pool without device class are spread over all classes by capacity. Metadata pools are
        small and count as nothing.
        Ceph warns at 85 % (nearfull), moves nothing to an OSD any more at 90 % (backfillfull) and stops
        writes at 95 % (full): ceph, doc/rados/configuration/mon-config-ref.rst. So 85 % is what fits.
        After a loss, what was lost is made anew on what is left: used / (raw - lost) must stay below
        85 %. Where fewer buckets than copies are left, nothing is made anew until the bucket is back.
        A bucket takes one copy or chunk of an object at most, so that one much larger than the others
        is not filled: what fits is the least of the sums of all but the j largest buckets over the
        copies less j.

      Marking out
        What an OSD held is made anew once it is marked out, which Ceph does after 10 minutes that it is
        down (mon_osd_down_out_interval), as long as no less than 75 % of all OSDs are in
        (mon_osd_min_in_ratio). Others are marked out by hand: ceph osd out.
      """;

  private final CephLayout layout;
  private final StringBuilder text;

  CapacityText(String cluster, CephLayout layout) {
    this.layout = layout;
    this.text = new StringBuilder("Capacity of Ceph in cluster " + cluster + "\n\n" + ASSUMPTIONS);
  }

  String text() {
    markingOut();
    layout.classes().forEach(this::add);
    return text.toString();
  }

  // The monitor asks before each one whether fewer than 75 % are in (ceph, src/mon/OSDMonitor.cc,
  // can_mark_out), so that the last one may bring them below.
  private void markingOut() {
    int all = layout.osds().size();
    int most = Math.min(all, all / 4 + 1);
    line("  %-34s %d of %d OSDs", "by itself at most", most, all);
    markingOut(FailureDomain.HOST, most);
    markingOut(FailureDomain.RACK, most);
  }

  private void markingOut(FailureDomain type, int most) {
    SortedMap<String, Integer> numbers = new TreeMap<>();
    layout
        .osds()
        .forEach(osd -> osd.bucket(type).ifPresent(it -> numbers.merge(it, 1, Integer::sum)));
    if (numbers.size() < 2) {
      return;
    }
    var largest = Collections.max(
        numbers.entrySet(),
        Map.Entry.<String, Integer>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
    boolean rack = type == FailureDomain.RACK && layout.located();
    String how = rack
        ? "none by itself while all are down (mon_osd_down_out_subtree_limit)"
        : largest.getValue() > most ? most + " by itself" : "all by itself";
    line("  %-34s %d OSDs, %s", type + " " + largest.getKey(), largest.getValue(), how);
  }

  private void add(ClassCapacity each) {
    line("");
    line("Device class %s: %d OSDs", each.deviceClass(), each.osds().size());
    each.unknown().forEach(fact -> line("  not known: %s", fact));
    line("  %-34s %10.2f TB", "raw", each.raw() / TERABYTE);
    line(
        "  %-34s %10.2f TB   %5.1f %%",
        "planned data with copies and code", each.used() / TERABYTE, 100 * each.ratio());
    line("  %-34s %10.2f TB", "raw at nearfull", each.raw() * ClassCapacity.NEARFULL / TERABYTE);
    line("");
    line("  %-34s %13s   %7s", "after the loss of", "raw left", "used");
    Optional<String> name = Optional.of(each.deviceClass());
    loss(each, "the largest host", layout.domains(FailureDomain.HOST, name));
    CrushDomains racks = layout.domains(FailureDomain.RACK, name);
    if (racks.count() > 1) {
      loss(each, "the largest rack", racks);
    }
    line("");
    line(
        "  %-24s %5s %9s %12s %12s %12s %12s",
        "pool, alone on the class", "rate", "planned", "fits", "- host", "- rack", "domains");
    for (PlacedPool pool : each.pools()) {
      if (pool.kind() != PlacedPool.Kind.METADATA) {
        pool(each, pool, racks);
      }
    }
  }

  private void loss(ClassCapacity each, String what, CrushDomains domains) {
    domains
        .largest()
        .ifPresent(largest -> line(
            "  %-34s %10.2f TB   %5.1f %%%s",
            what + " (" + largest.name() + ")",
            Math.max(0, each.raw() - largest.raw()) / TERABYTE,
            100 * each.ratioWithout(largest.raw()),
            each.ratioWithout(largest.raw()) > ClassCapacity.NEARFULL ? "  too much" : ""));
  }

  private void pool(ClassCapacity each, PlacedPool pool, CrushDomains racks) {
    CrushDomains domains = layout.domains(pool);
    line(
        "  %-24s %5.2f %9s %12s %12s %12s %12s",
        pool.name(),
        pool.overhead(),
        pool.data().map(size -> number(size.bytes())).orElse("?"),
        usable(each, pool, Optional.empty(), "no place"),
        usable(each, pool, Optional.of(FailureDomain.HOST), "no healing"),
        racks.count() > 1 ? usable(each, pool, Optional.of(FailureDomain.RACK), "no healing") : "-",
        pool.copies() + " of " + domains.count() + " " + domains.type());
  }

  private String usable(
      ClassCapacity each, PlacedPool pool, Optional<FailureDomain> lost, String otherwise) {
    OptionalDouble bytes = layout.usable(each, pool, lost);
    return bytes.isPresent() ? number(bytes.getAsDouble()) + " TB" : otherwise;
  }

  private static String number(double bytes) {
    return String.format(Locale.ROOT, "%.2f", bytes / TERABYTE);
  }

  private void line(String format, Object... args) {
    text.append(String.format(Locale.ROOT, format, args)).append('\n');
  }
}
