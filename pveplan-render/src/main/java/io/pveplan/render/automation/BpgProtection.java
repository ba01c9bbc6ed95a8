package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.Retention;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.unit.DataRate;
import io.pveplan.render.Step;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclObject;
import io.pveplan.render.text.HclValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What is done with guests once they are there: replication, high availability, backup. */
final class BpgProtection {

  private final ResolvedPlan plan;
  private final BpgTypes types;
  private final TerraformShare share;
  private final List<BpgResource> all = new ArrayList<>();

  BpgProtection(ResolvedPlan plan, BpgTypes types, TerraformShare share) {
    this.plan = plan;
    this.types = types;
    this.share = share;
  }

  List<BpgResource> resources() {
    // What is filled in is left to the product.
    Ha ha = plan.written().ha().orElseGet(plan::ha);
    for (ReplicationJob job : plan.plan().replicationJobs()) {
      if (share.takes(job.path())) {
        all.add(BpgResource.of(
            "replication", Step.REPLICATION, job.path(), replication(job), job.id()));
      }
    }
    for (HaResource resource : ha.resources()) {
      if (share.takes(resource.path())) {
        all.add(BpgResource.of(
            "ha", Step.HA, resource.path(), resource(resource), sid(resource.guest())));
      }
    }
    for (NodeAffinity rule : ha.nodeAffinities()) {
      if (share.takes(rule.path())) {
        all.add(BpgResource.of("ha", Step.HA, rule.path(), rule(rule), rule.name()));
      }
    }
    for (ResourceAffinity rule : ha.resourceAffinities()) {
      if (share.takes(rule.path())) {
        all.add(BpgResource.of("ha", Step.HA, rule.path(), rule(rule), rule.name()));
      }
    }
    plan.plan().backup().ifPresent(backup -> backup.jobs().forEach(this::add));
    return all;
  }

  /** Whether a rule keeps guests apart, which the manager refuses until it knows the nodes. */
  boolean separates() {
    return plan.ha().enabledResourceAffinities().stream()
        .anyMatch(rule -> rule.affinity() == Affinity.NEGATIVE && share.takes(rule.path()));
  }

  private void add(BackupJob job) {
    if (share.takes(job.path())) {
      all.add(BpgResource.of("backup", Step.BACKUP_JOBS, job.path(), backup(job), job.id()));
    }
  }

  private HclBlock replication(ReplicationJob job) {
    // An identifier begins with a letter.
    HclBlock block = HclBlock.of("resource", types.of("replication"), "job-" + job.id())
        .set("id", job.id())
        .set("target", job.target())
        .set("type", "local")
        .set("schedule", job.schedule().map(Object::toString));
    if (job.rate().isPresent()) {
      BigDecimal rate = job.rate().map(DataRate::megabytesPerSecond).orElseThrow();
      block = block.set("rate", HclValue.number(rate.stripTrailingZeros()));
    }
    block = block.set("comment", job.comment());
    if (job.disabled()) {
      block = block.set("disable", true);
    }
    // A guest that is on its copy's node has turned the job round (pve-guest-common,
    // PVE/ReplicationConfig.pm, switch_replication_job_target and swap_source_target_nolock).
    // Terraform would destroy the job and have it lead to the node that the guest is on.
    return block.block(HclBlock.of("lifecycle")
        .set("ignore_changes", HclValue.list(HclValue.reference("target"))));
  }

  private String sid(Vmid guest) {
    boolean vm = plan.guest(guest).filter(Vm.class::isInstance).isPresent();
    return (vm ? "vm:" : "ct:") + guest;
  }

  private HclBlock resource(HaResource resource) {
    HclBlock block = HclBlock.of("resource", types.of("haresource"), label(resource.guest()))
        .set("resource_id", sid(resource.guest()))
        .set("state", resource.state().text());
    block = number(block, "max_restart", resource.maxRestart());
    block = number(block, "max_relocate", resource.maxRelocate());
    if (resource.failback().isPresent()) {
      block = block.set("failback", resource.failback().get());
    }
    return block.set("comment", resource.comment());
  }

  private String label(Vmid guest) {
    return sid(guest).replace(':', '-');
  }

  private HclBlock rule(NodeAffinity rule) {
    Map<String, HclValue> nodes = new LinkedHashMap<>();
    for (var node : rule.nodes()) {
      int priority = node.priority().orElse(0);
      // The product leaves priority 0 out, and so the provider reads nothing.
      nodes.put(node.node(), priority == 0 ? HclValue.absent() : HclValue.number(priority));
    }
    HclBlock block =
        rule(rule.name(), "node-affinity", rule.resources()).set("nodes", HclValue.object(nodes));
    if (rule.strict()) {
      block = block.set("strict", true);
    }
    return rule.disabled()
        ? block.set("disable", true).set("comment", rule.comment())
        : block.set("comment", rule.comment());
  }

  private HclBlock rule(ResourceAffinity rule) {
    HclBlock block = rule(rule.name(), "resource-affinity", rule.resources())
        .set("affinity", rule.affinity().text());
    return rule.disabled()
        ? block.set("disable", true).set("comment", rule.comment())
        : block.set("comment", rule.comment());
  }

  private HclBlock rule(String name, String type, Collection<Vmid> guests) {
    return HclBlock.of("resource", types.of("harule"), Identifiers.of(name))
        .set("rule", name)
        .set("type", type)
        .set(
            "resources",
            HclValue.list(guests.stream()
                .map(guest -> HclValue.reference(types.of("haresource"), label(guest))
                    .attribute("resource_id"))
                .toList()));
  }

  private static HclBlock backup(BackupJob job) {
    HclBlock block = HclBlock.of(
            "resource", BpgTypes.onlyShort("backup_job"), Identifiers.of(job.id()))
        .set("id", job.id())
        .set("schedule", job.schedule().toString())
        .set("storage", job.storage());
    block = job.all()
        ? block.set("all", true)
        : block.set(
            "vmid", HclValue.texts(job.guests().stream().map(Vmid::toString).toList()));
    block = block.set("mode", job.mode().text()).set("enabled", !job.disabled());
    if (job.retention().isEmpty()) {
      return block;
    }
    HclObject kept = HclValue.object();
    for (Map.Entry<String, String> count : counts(job.retention().get()).entrySet()) {
      kept = kept.with("keep-" + count.getKey(), count.getValue());
    }
    return block.set("prune_backups", kept);
  }

  private static Map<String, String> counts(Retention retention) {
    Map<String, OptionalInt> all = new TreeMap<>(Map.of(
        "last", retention.keepLast(),
        "hourly", retention.keepHourly(),
        "daily", retention.keepDaily(),
        "weekly", retention.keepWeekly(),
        "monthly", retention.keepMonthly(),
        "yearly", retention.keepYearly()));
    Map<String, String> counts = new TreeMap<>();
    all.forEach(
        (interval, count) -> count.ifPresent(it -> counts.put(interval, Integer.toString(it))));
    return counts;
  }

  private static HclBlock number(HclBlock block, String name, OptionalInt number) {
    return number.isPresent() ? block.set(name, number.getAsInt()) : block;
  }
}
