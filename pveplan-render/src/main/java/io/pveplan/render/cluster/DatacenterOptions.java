package io.pveplan.render.cluster;

import io.pveplan.model.cluster.AutoRebalance;
import io.pveplan.model.cluster.BandwidthLimits;
import io.pveplan.model.cluster.ConsoleViewer;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.NextIds;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.cluster.TagStyle;
import io.pveplan.model.cluster.UserTagAccess;
import io.pveplan.model.unit.DataRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The options of a datacenter that stand for themselves, as pve-cluster writes them. */
final class DatacenterOptions {

  /**
   * One option.
   *
   * @param field name of the field of the plan
   * @param key name of the option
   * @param value its value
   * @param newer what in it came with {@link #NEWER} only
   */
  record Option(String field, String key, String value, Optional<String> newer) {}

  /** What Proxmox VE 8.4 and the first releases of 9 do not have (debian/changelog). */
  static final PackageVersion NEWER = new PackageVersion("pve-cluster", "9.1.2");

  private final List<Option> options = new ArrayList<>();

  private DatacenterOptions(Datacenter datacenter) {
    datacenter.scheduling().ifPresent(it -> add("scheduling", "crs", crs(it), newer(it)));
    datacenter
        .shutdownPolicy()
        .map(ShutdownPolicy::text)
        .ifPresent(it -> add("shutdownPolicy", "ha", "shutdown_policy=" + it));
    datacenter.macPrefix().ifPresent(it -> add("macPrefix", "mac_prefix", it, newerPrefix(it)));
    datacenter.bandwidthLimits().ifPresent(it -> add("bandwidthLimits", "bwlimit", limits(it)));
    datacenter.nextIds().ifPresent(it -> add("nextIds", "next-id", ids(it)));
    datacenter.tagStyle().ifPresent(it -> add("tagStyle", "tag-style", style(it)));
    add("registeredTags", "registered-tags", String.join(";", datacenter.registeredTags()));
    datacenter.userTagAccess().ifPresent(it -> add("userTagAccess", "user-tag-access", access(it)));
    datacenter.console().map(ConsoleViewer::text).ifPresent(it -> add("console", "console", it));
    datacenter.keyboard().ifPresent(it -> add("keyboard", "keyboard", it));
    datacenter.language().ifPresent(it -> add("language", "language", it));
    datacenter.emailFrom().ifPresent(it -> add("emailFrom", "email_from", it));
    datacenter.maxWorkers().ifPresent(it -> add("maxWorkers", "max_workers", Integer.toString(it)));
    datacenter.description().ifPresent(it -> add("description", "description", it));
  }

  static List<Option> of(Datacenter datacenter) {
    return List.copyOf(new DatacenterOptions(datacenter).options);
  }

  private void add(String field, String key, String value) {
    add(field, key, value, Optional.empty());
  }

  // An empty value is none: an empty crs stopped the HA manager before pve-cluster 9.1.6.
  private void add(String field, String key, String value, Optional<String> newer) {
    if (!value.isEmpty()) {
      options.add(new Option(field, key, value, newer));
    }
  }

  private static Optional<String> newer(Scheduling scheduling) {
    boolean newer = scheduling.autoRebalance().isPresent()
        || scheduling.mode().equals(Optional.of(SchedulingMode.DYNAMIC));
    return newer ? Optional.of("dynamic load and moves that balance the nodes") : Optional.empty();
  }

  private static Optional<String> newerPrefix(String prefix) {
    boolean halfByte = prefix.lastIndexOf(':') == prefix.length() - 2;
    return halfByte ? Optional.of("a MAC prefix that ends in a single digit") : Optional.empty();
  }

  // Properties are written in this order, sorted (pve-common, src/PVE/JSONSchema.pm).
  private static String crs(Scheduling scheduling) {
    Words words = new Words();
    words.add("ha", scheduling.mode());
    if (scheduling.autoRebalance().isPresent()) {
      AutoRebalance auto = scheduling.autoRebalance().get();
      words.add("ha-auto-rebalance", Optional.of(1));
      words.add("ha-auto-rebalance-hold-duration", auto.holdRounds());
      words.add("ha-auto-rebalance-margin", auto.margin());
      words.add("ha-auto-rebalance-method", auto.method());
      words.add("ha-auto-rebalance-threshold", auto.threshold());
    }
    words.add("ha-rebalance-on-start", scheduling.rebalanceOnStart().map(DatacenterOptions::bit));
    return words.text();
  }

  private static String limits(BandwidthLimits limits) {
    Words words = new Words();
    words.add("clone", limits.cloning().map(DatacenterOptions::kibibytes));
    words.add("default", limits.general().map(DatacenterOptions::kibibytes));
    words.add("migration", limits.migration().map(DatacenterOptions::kibibytes));
    words.add("move", limits.move().map(DatacenterOptions::kibibytes));
    words.add("restore", limits.restore().map(DatacenterOptions::kibibytes));
    return words.text();
  }

  private static long kibibytes(DataRate rate) {
    return rate.bitsPerSecond() / (8 * 1024);
  }

  private static String ids(NextIds ids) {
    Words words = new Words();
    words.add("lower", ids.lower());
    words.add("upper", ids.upper());
    return words.text();
  }

  private static String style(TagStyle style) {
    Words words = new Words();
    words.add("case-sensitive", style.caseSensitive().map(DatacenterOptions::bit));
    if (!style.colors().isEmpty()) {
      words.add(
          "color-map",
          Optional.of(
              style.colors().stream().map(Object::toString).collect(Collectors.joining(";"))));
    }
    words.add("ordering", style.ordering());
    words.add("shape", style.shape());
    return words.text();
  }

  private static String access(UserTagAccess access) {
    Words words = new Words();
    words.add("user-allow", access.allowed());
    if (!access.list().isEmpty()) {
      words.add("user-allow-list", Optional.of(String.join(";", access.list())));
    }
    return words.text();
  }

  private static int bit(boolean value) {
    return value ? 1 : 0;
  }

  /** Properties of one option, with commas between. */
  private static final class Words {

    private final List<String> words = new ArrayList<>();

    void add(String key, Optional<?> value) {
      value.ifPresent(it -> words.add(key + "=" + it));
    }

    void add(String key, OptionalInt value) {
      value.ifPresent(it -> words.add(key + "=" + it));
    }

    String text() {
      return String.join(",", words);
    }
  }
}
