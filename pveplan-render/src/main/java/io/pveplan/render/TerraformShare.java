package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.BpgVersion;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What Terraform makes of the cluster besides guests, so that no script makes it, too.
 *
 * <pre>{@code
 * TerraformShare share = TerraformShare.of(plan);
 * storages.stream().filter(storage -> !share.takes(storage.path())) // what is left to a script
 * }</pre>
 *
 * <p>It is what the plan asks for ({@link Terraform#manages()}) less what bpg/proxmox has no resource
 * or no argument for; that is listed with its reason and stays with the scripts.
 *
 * @since 0.1
 */
public final class TerraformShare {

  /** Folder of the module with what guests need. */
  public static final String CLUSTER = "terraform/bpg/cluster";

  /** Folder of the module with what needs guests. */
  public static final String PROTECTION = "terraform/bpg/protection";

  private final BpgVersion version;
  private final Map<PlanPath, Step> taken = new HashMap<>();
  private final NavigableSet<Step> cluster = new TreeSet<>();
  private final NavigableSet<Step> protection = new TreeSet<>();
  private final List<Gap> gaps = new ArrayList<>();

  private TerraformShare(BpgVersion version) {
    this.version = version;
  }

  /**
   * The share of a plan; it takes nothing where the plan asks for nothing.
   *
   * @param plan the resolved plan
   */
  public static TerraformShare of(ResolvedPlan plan) {
    return plan.derived(TerraformShare.class, TerraformShare::compute);
  }

  private static TerraformShare compute(ResolvedPlan plan) {
    TerraformShare share = new TerraformShare(
        plan.plan().terraform().flatMap(Terraform::bpgVersion).orElse(BpgVersion.READ));
    plan.plan()
        .terraform()
        .ifPresent(terraform -> terraform.manages().forEach(part -> share.add(plan, part)));
    return share;
  }

  private void add(ResolvedPlan plan, TerraformPart part) {
    switch (part) {
      case NETWORK -> new TerraformNetwork(plan, this).add();
      case DATACENTER -> new TerraformDatacenter(plan, this).add();
      case STORAGES -> new TerraformStorages(plan, this).add();
      case SDN -> new TerraformSdn(plan, this).add();
      case DEVICE_MAPPINGS -> new TerraformMappings(plan, this).add();
      case POOLS ->
        PlannedGuests.pools(plan).keySet().forEach(pool -> take(poolPath(pool), Step.TEMPLATES));
      case REPLICATION -> TerraformJobs.replication(plan, this);
      case HA -> new TerraformHa(plan, this).add();
      case BACKUP_JOBS -> TerraformJobs.backup(plan, this);
    }
  }

  /**
   * Whether Terraform makes a part of the plan.
   *
   * @param part the place of a storage, a job, an option of the datacenter, ...
   */
  public boolean takes(PlanPath part) {
    return taken.containsKey(part);
  }

  /**
   * The step in which Terraform makes a part of the plan: a module makes all its parts at once, those
   * of earlier steps too.
   *
   * @param part the place of a storage, a job, an option of the datacenter, ...
   * @return empty where scripts make it
   */
  public Optional<Step> madeIn(PlanPath part) {
    return Optional.ofNullable(taken.get(part))
        .map(step -> isProtection(step) ? protection.first() : clusterStep());
  }

  /**
   * The step after which some parts of the plan are there, whoever makes them: what results is
   * compared then, not before.
   *
   * @param scripted the step in which scripts make them
   * @param parts their places
   */
  public Step thereAfter(Step scripted, Collection<PlanPath> parts) {
    return parts.stream()
        .flatMap(part -> madeIn(part).stream())
        .reduce(scripted, (one, other) -> one.compareTo(other) < 0 ? other : one);
  }

  // What guests need is made before them, and the first of it once the nodes are one cluster.
  private Step clusterStep() {
    Step last = Optional.ofNullable(cluster.floor(Step.SDN)).orElseGet(cluster::first);
    return last.compareTo(Step.DATACENTER) < 0 ? Step.DATACENTER : last;
  }

  private static boolean isProtection(Step step) {
    return step.compareTo(Step.GUESTS) > 0;
  }

  /** The version of the provider that decides what it can express. */
  public BpgVersion version() {
    return version;
  }

  /** What the plan asks Terraform for and the provider can not express, with the reason. */
  public List<Gap> gaps() {
    return Collections.unmodifiableList(gaps);
  }

  /**
   * The place of a resource pool in a plan.
   *
   * @param pool name of the pool
   */
  public static PlanPath poolPath(String pool) {
    return PlanPath.of("pool", pool);
  }

  void take(PlanPath part, Step step) {
    taken.put(part, step);
    (isProtection(step) ? protection : cluster).add(step);
  }

  void refuse(PlanPath part, Step step, String folder, String reason) {
    gaps.add(Gap.of(part, step, "Not in " + folder + ": " + reason + "."));
  }

  /** The reason to refuse what came with a later version of the provider. */
  String since(int minor, String what) {
    return "the provider knows " + what + " from version 0." + minor + ".0 on, and the plan names "
        + version;
  }
}
