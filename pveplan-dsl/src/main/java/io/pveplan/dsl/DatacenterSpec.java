package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.cluster.AutoRebalance;
import io.pveplan.model.cluster.BandwidthLimits;
import io.pveplan.model.cluster.ConsoleViewer;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.NextIds;
import io.pveplan.model.cluster.RebalanceMethod;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.cluster.TagColor;
import io.pveplan.model.cluster.TagOrdering;
import io.pveplan.model.cluster.TagShape;
import io.pveplan.model.cluster.TagStyle;
import io.pveplan.model.cluster.UserTagAccess;
import io.pveplan.model.cluster.UserTags;
import io.pveplan.model.unit.DataRate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Scope of the options of the whole cluster, those of datacenter.cfg.
 *
 * <pre>{@code
 * c.datacenter(d -> d.macPrefix("BC:24:11:0").nextIds(1000, 10_000).maxWorkers(4));
 * c.datacenter(d -> d.macPrefix("BD:24:11")); // refused: is not the beginning of a unicast MAC
 * }</pre>
 *
 * @since 0.1
 */
public final class DatacenterSpec extends Scope {

  private final Datacenter.Builder datacenter;

  DatacenterSpec(Definition definition, Datacenter.Builder datacenter) {
    super(definition, PlanPath.of("cluster", "datacenter"));
    this.datacenter = datacenter;
  }

  /** Sets how HA selects nodes for guests. */
  public DatacenterSpec scheduling(Consumer<? super SchedulingSpec> block) {
    SchedulingSpec spec = new SchedulingSpec(definition, at.child("scheduling"));
    declare(spec, block, spec.scheduling::build).ifPresent(datacenter::scheduling);
    return this;
  }

  /** Sets what becomes of guests under HA when their node is shut down. */
  public DatacenterSpec shutdownPolicy(ShutdownPolicy policy) {
    set("shutdownPolicy", policy, datacenter::shutdownPolicy);
    return this;
  }

  /** Sets what the MAC addresses begin with that are made up for guests: {@code BC:24:11:0}. */
  public DatacenterSpec macPrefix(String prefix) {
    set("macPrefix", prefix, it -> datacenter.macPrefix(NameFormat.MAC_PREFIX.require(it)));
    return this;
  }

  /** Sets what operations may take of the bandwidth. */
  public DatacenterSpec bandwidthLimits(Consumer<? super LimitsSpec> block) {
    LimitsSpec spec = new LimitsSpec(definition, at.child("bandwidthLimits"));
    declare(spec, block, spec.limits::build).ifPresent(datacenter::bandwidthLimits);
    return this;
  }

  /**
   * Sets from where VMIDs are taken.
   *
   * @param lower the lowest, 100 to 999999999
   * @param upper the one behind the highest, not below the lowest
   */
  public DatacenterSpec nextIds(int lower, int upper) {
    make(
            at.child("nextIds"),
            () -> NextIds.builder()
                .lower(lower)
                .upper(upper)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(datacenter::nextIds);
    return this;
  }

  /** Sets how the web interface shows tags. */
  public DatacenterSpec tagStyle(Consumer<? super TagStyleSpec> block) {
    TagStyleSpec spec = new TagStyleSpec(definition, at.child("tagStyle"));
    declare(spec, block, spec.style::build).ifPresent(datacenter::tagStyle);
    return this;
  }

  /** Adds tags that only users with Sys.Modify on / may give and take. */
  public DatacenterSpec registeredTags(String... tags) {
    setEach("registeredTags", tags, it -> datacenter.addRegisteredTag(NameFormat.TAG.require(it)));
    return this;
  }

  /**
   * Sets which tags other users may give.
   *
   * @param allowed which ones
   * @param list the list, for those that go by one
   */
  public DatacenterSpec userTags(UserTags allowed, String... list) {
    make(
            at.child("userTagAccess"),
            () -> UserTagAccess.builder()
                .allowed(allowed)
                .addList(list)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(datacenter::userTagAccess);
    return this;
  }

  /** Sets the viewer of consoles. */
  public DatacenterSpec console(ConsoleViewer viewer) {
    set("console", viewer, datacenter::console);
    return this;
  }

  /** Sets the keyboard layout of VNC, as Proxmox VE names it: {@code de}, {@code en-us}. */
  public DatacenterSpec keyboard(String layout) {
    set("keyboard", layout, it -> datacenter.keyboard(Datacenter.requireKeyboard(it)));
    return this;
  }

  /** Sets the language of the web interface, as Proxmox VE names it: {@code de}, {@code pt_BR}. */
  public DatacenterSpec language(String language) {
    set("language", language, it -> datacenter.language(Datacenter.requireLanguage(it)));
    return this;
  }

  /** Sets the sender of notifications. */
  public DatacenterSpec emailFrom(String address) {
    set("emailFrom", address, it -> datacenter.emailFrom(NameFormat.EMAIL.require(it)));
    return this;
  }

  /** Sets how many tasks a node begins at once for actions on many guests, at least 1. */
  public DatacenterSpec maxWorkers(int workers) {
    set("maxWorkers", workers, it -> datacenter.maxWorkers(Datacenter.requireMaxWorkers(it)));
    return this;
  }

  /** Sets a note on the cluster, one line. */
  public DatacenterSpec description(String text) {
    set("description", text, it -> datacenter.description(NameFormat.LINE.require(it)));
    return this;
  }

  /**
   * Scope of how HA selects nodes.
   *
   * <pre>{@code
   * c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.STATIC).rebalanceOnStart()));
   * c.datacenter(
   *     d -> d.scheduling(s -> s.autoRebalance(a -> a.margin(101)))); // refused: is outside 0 to 100
   * }</pre>
   *
   * @since 0.1
   */
  public static final class SchedulingSpec extends Scope {

    final Scheduling.Builder scheduling = Scheduling.builder();

    SchedulingSpec(Definition definition, PlanPath at) {
      super(definition, at);
      scheduling.declaredAt(line);
    }

    /** Sets what it looks at. */
    public SchedulingSpec mode(SchedulingMode mode) {
      set("mode", mode, scheduling::mode);
      return this;
    }

    /** Lets it select a node anew when a guest is started. */
    public SchedulingSpec rebalanceOnStart() {
      set("rebalanceOnStart", true, scheduling::rebalanceOnStart);
      return this;
    }

    /** Lets it move running guests to balance the nodes. */
    public SchedulingSpec autoRebalance() {
      return autoRebalance(a -> {});
    }

    /** Lets it move running guests to balance the nodes, and says when. */
    public SchedulingSpec autoRebalance(Consumer<? super AutoRebalanceSpec> block) {
      AutoRebalanceSpec spec = new AutoRebalanceSpec(definition, at.child("autoRebalance"));
      declare(spec, block, spec.rebalance::build).ifPresent(scheduling::autoRebalance);
      return this;
    }
  }

  /**
   * Scope of moves that balance the nodes.
   *
   * <pre>{@code
   * c.datacenter(d -> d.scheduling(s -> s.autoRebalance(a -> a.threshold(40).holdRounds(5))));
   * c.datacenter(
   *     d -> d.scheduling(s -> s.autoRebalance(a -> a.holdRounds(-1)))); // refused: is outside 0
   * }</pre>
   *
   * @since 0.1
   */
  public static final class AutoRebalanceSpec extends Scope {

    final AutoRebalance.Builder rebalance = AutoRebalance.builder();

    AutoRebalanceSpec(Definition definition, PlanPath at) {
      super(definition, at);
      rebalance.declaredAt(line);
    }

    /** Sets the imbalance in percent, 0 to 100, from which on it moves. */
    public AutoRebalanceSpec threshold(int percent) {
      set("threshold", percent, rebalance::threshold);
      return this;
    }

    /** Sets how the move is chosen. */
    public AutoRebalanceSpec method(RebalanceMethod method) {
      set("method", method, rebalance::method);
      return this;
    }

    /** Sets the rounds of HA, at least 0, that the imbalance has to last. */
    public AutoRebalanceSpec holdRounds(int rounds) {
      set("holdRounds", rounds, rebalance::holdRounds);
      return this;
    }

    /** Sets the least improvement in percent, 0 to 100. */
    public AutoRebalanceSpec margin(int percent) {
      set("margin", percent, rebalance::margin);
      return this;
    }
  }

  /**
   * Scope of what operations may take of the bandwidth.
   *
   * <pre>{@code
   * c.datacenter(d -> d.bandwidthLimits(l -> l.migration(gbit(4)).restore(gbit(2))));
   * c.datacenter(
   *     d -> d.bandwidthLimits(l -> l.move(DataRate.parse("1kbit/s")))); // refused: less than 1 KiB/s
   * }</pre>
   *
   * @since 0.1
   */
  public static final class LimitsSpec extends Scope {

    final BandwidthLimits.Builder limits = BandwidthLimits.builder();

    LimitsSpec(Definition definition, PlanPath at) {
      super(definition, at);
      limits.declaredAt(line);
    }

    /** Limits what has no limit of its own. */
    public LimitsSpec general(DataRate rate) {
      set("general", rate, it -> limits.general(BandwidthLimits.require(it)));
      return this;
    }

    /** Limits restoring guests from backups. */
    public LimitsSpec restore(DataRate rate) {
      set("restore", rate, it -> limits.restore(BandwidthLimits.require(it)));
      return this;
    }

    /** Limits migrations. */
    public LimitsSpec migration(DataRate rate) {
      set("migration", rate, it -> limits.migration(BandwidthLimits.require(it)));
      return this;
    }

    /** Limits moving disks. */
    public LimitsSpec move(DataRate rate) {
      set("move", rate, it -> limits.move(BandwidthLimits.require(it)));
      return this;
    }

    /** Limits cloning disks. */
    public LimitsSpec cloning(DataRate rate) {
      set("cloning", rate, it -> limits.cloning(BandwidthLimits.require(it)));
      return this;
    }
  }

  /**
   * Scope of how the web interface shows tags.
   *
   * <pre>{@code
   * c.datacenter(d -> d.tagStyle(s -> s.shape(TagShape.FULL).color("prod", "aa0000")));
   * c.datacenter(d -> d.tagStyle(s -> s.color("prod", "red"))); // refused: is not a color
   * }</pre>
   *
   * @since 0.1
   */
  public static final class TagStyleSpec extends Scope {

    final TagStyle.Builder style = TagStyle.builder();

    TagStyleSpec(Definition definition, PlanPath at) {
      super(definition, at);
      style.declaredAt(line);
    }

    /** Sets how the tree draws tags. */
    public TagStyleSpec shape(TagShape shape) {
      set("shape", shape, style::shape);
      return this;
    }

    /** Sets how the tags of a guest are sorted. */
    public TagStyleSpec ordering(TagOrdering ordering) {
      set("ordering", ordering, style::ordering);
      return this;
    }

    /** Says that tags that differ in case only are two. */
    public TagStyleSpec caseSensitive() {
      set("caseSensitive", true, style::caseSensitive);
      return this;
    }

    /** Sets the color behind a tag, six hexadecimal digits. */
    public TagStyleSpec color(String tag, String background) {
      set("colors", tag, it -> style.addColor(new TagColor(it, background, Optional.empty())));
      return this;
    }

    /** Sets the color behind a tag and that of its text, six hexadecimal digits each. */
    public TagStyleSpec color(String tag, String background, String text) {
      set("colors", tag, it -> style.addColor(new TagColor(it, background, Optional.of(text))));
      return this;
    }
  }
}
