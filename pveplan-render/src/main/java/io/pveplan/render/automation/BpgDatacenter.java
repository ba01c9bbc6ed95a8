package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.AutoRebalance;
import io.pveplan.model.cluster.BandwidthLimits;
import io.pveplan.model.cluster.ConsoleViewer;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;
import io.pveplan.model.cluster.NextIds;
import io.pveplan.model.cluster.RebalanceMethod;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.unit.DataRate;
import io.pveplan.render.Step;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclObject;
import io.pveplan.render.text.HclValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The options of the datacenter that Terraform sets; a cluster has one such resource. */
final class BpgDatacenter {

  private static final int KIBIBYTE = 8 * 1024;

  private final ResolvedPlan plan;
  private final TerraformShare share;

  BpgDatacenter(ResolvedPlan plan, TerraformShare share) {
    this.plan = plan;
    this.share = share;
  }

  Optional<BpgResource> resource(BpgTypes types) {
    Optional<Datacenter> written = plan.written().datacenter();
    if (written.isEmpty() || covers().isEmpty()) {
      return Optional.empty();
    }
    HclBlock block = HclBlock.of("resource", types.of("cluster_options"), "options");
    return Optional.of(new BpgResource(
        "datacenter",
        Step.DATACENTER,
        covers(),
        options(block, written.get()),
        Optional.of("cluster")));
  }

  private List<PlanPath> covers() {
    return Stream.of(
            "migration",
            "scheduling",
            "shutdownPolicy",
            "macPrefix",
            "bandwidthLimits",
            "nextIds",
            "console",
            "keyboard",
            "language",
            "emailFrom",
            "maxWorkers",
            "description")
        .map(BpgDatacenter::at)
        .filter(share::takes)
        .toList();
  }

  private static PlanPath at(String field) {
    return PlanPath.of("cluster", field);
  }

  private HclBlock options(HclBlock head, Datacenter datacenter) {
    HclBlock block = head;
    if (share.takes(at("migration"))) {
      block = migration(block, datacenter.migration().orElseThrow());
    }
    if (share.takes(at("scheduling"))) {
      block = scheduling(block, datacenter.scheduling().orElseThrow());
    }
    block = block
        .set("ha_shutdown_policy", datacenter.shutdownPolicy().map(ShutdownPolicy::text))
        .set("mac_prefix", datacenter.macPrefix().filter(it -> share.takes(at("macPrefix"))));
    if (datacenter.bandwidthLimits().isPresent()) {
      BandwidthLimits limits = datacenter.bandwidthLimits().get();
      block = limit(block, "clone", limits.cloning());
      block = limit(block, "default", limits.general());
      block = limit(block, "migration", limits.migration());
      block = limit(block, "move", limits.move());
      block = limit(block, "restore", limits.restore());
    }
    if (datacenter.nextIds().isPresent()) {
      NextIds ids = datacenter.nextIds().get();
      HclObject range = HclValue.object();
      range = ids.lower().isPresent() ? range.with("lower", ids.lower().getAsInt()) : range;
      range = ids.upper().isPresent() ? range.with("upper", ids.upper().getAsInt()) : range;
      block = block.set("next_id", range);
    }
    block = block
        .set("console", datacenter.console().map(ConsoleViewer::text))
        .set("keyboard", datacenter.keyboard())
        .set("language", datacenter.language())
        .set("email_from", datacenter.emailFrom());
    return number(block, "max_workers", datacenter.maxWorkers())
        .set("description", datacenter.description());
  }

  private HclBlock migration(HclBlock block, MigrationSettings settings) {
    return block
        .set("migration_type", settings.type().orElse(MigrationType.SECURE).text())
        .set(
            "migration_cidr",
            settings
                .network()
                .flatMap(plan::network)
                .flatMap(Network::subnet)
                .map(Subnet::toString));
  }

  private static HclBlock scheduling(HclBlock head, Scheduling scheduling) {
    HclBlock block = head.set("crs_ha", scheduling.mode().map(SchedulingMode::text));
    if (scheduling.rebalanceOnStart().isPresent()) {
      block =
          block.set("crs_ha_rebalance_on_start", scheduling.rebalanceOnStart().get());
    }
    if (scheduling.autoRebalance().isEmpty()) {
      return block;
    }
    AutoRebalance auto = scheduling.autoRebalance().get();
    block = block
        .set("crs_ha_auto_rebalance", true)
        .set("crs_ha_auto_rebalance_method", auto.method().map(RebalanceMethod::text));
    block = number(block, "crs_ha_auto_rebalance_hold_duration", auto.holdRounds());
    block = number(block, "crs_ha_auto_rebalance_margin", auto.margin());
    return number(block, "crs_ha_auto_rebalance_threshold", auto.threshold());
  }

  private static HclBlock number(HclBlock block, String name, OptionalInt number) {
    return number.isPresent() ? block.set(name, number.getAsInt()) : block;
  }

  private static HclBlock limit(HclBlock block, String what, Optional<DataRate> rate) {
    return rate.isPresent()
        ? block.set("bandwidth_limit_" + what, rate.get().bitsPerSecond() / KIBIBYTE)
        : block;
  }
}
