package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.network.Network;
import java.util.Map;
import java.util.Optional;

/** The options of the datacenter that {@code proxmox_cluster_options} has arguments for. */
final class TerraformDatacenter {

  private static final String NO_ARGUMENT = "the provider has no argument for ";

  private static final Map<String, String> WITHOUT = Map.of(
      "replication", "the network of replication",
      "tagStyle", "the style of tags",
      "registeredTags", "registered tags",
      "userTagAccess", "who may use which tags");

  private final ResolvedPlan plan;
  private final TerraformShare share;

  TerraformDatacenter(ResolvedPlan plan, TerraformShare share) {
    this.plan = plan;
    this.share = share;
  }

  void add() {
    plan.written()
        .datacenter()
        .ifPresent(datacenter -> Facts.each(datacenter).keySet().forEach(field -> {
          PlanPath at = PlanPath.of("cluster", field);
          refusal(datacenter, field)
              .ifPresentOrElse(
                  reason -> share.refuse(at, Step.DATACENTER, TerraformShare.CLUSTER, reason),
                  () -> share.take(at, Step.DATACENTER));
        }));
  }

  private Optional<String> refusal(Datacenter datacenter, String field) {
    if (WITHOUT.containsKey(field)) {
      return Optional.of(NO_ARGUMENT + WITHOUT.get(field));
    }
    boolean old = plan.release() == ProductVersion.PVE_8_4;
    return switch (field) {
      case "migration" ->
        datacenter
            .migration()
            .flatMap(MigrationSettings::network)
            .filter(name -> plan.network(name).flatMap(Network::subnet).isEmpty())
            .map(name -> "network " + name + " has no subnet");
      case "scheduling" -> datacenter.scheduling().flatMap(it -> refusal(it, old));
      case "macPrefix" ->
        datacenter
            .macPrefix()
            .filter(prefix -> old && prefix.lastIndexOf(':') == prefix.length() - 2)
            .map(prefix -> "Proxmox VE 8.4 refuses a MAC prefix that ends in a single digit");
      default -> Optional.empty();
    };
  }

  private Optional<String> refusal(Scheduling scheduling, boolean old) {
    boolean newer = scheduling.autoRebalance().isPresent()
        || scheduling.mode().equals(Optional.of(SchedulingMode.DYNAMIC));
    if (!newer) {
      return Optional.empty();
    }
    if (old) {
      return Optional.of("Proxmox VE 8.4 refuses dynamic load and moves that balance the nodes");
    }
    return share.version().atLeast(110)
        ? Optional.empty()
        : Optional.of(share.since(110, "dynamic load and moves that balance the nodes"));
  }
}
