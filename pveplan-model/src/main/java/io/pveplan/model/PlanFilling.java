package io.pveplan.model;

import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.time.CalendarEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills in what the product assumes where a plan says nothing; parts with much to fill have a class
 * of their own.
 */
final class PlanFilling {

  private static final PlanPath CLUSTER = PlanPath.of("cluster");

  private PlanFilling() {}

  static ClusterPlan fill(ClusterPlan plan, Defaults defaults) {
    ClusterPlan.Builder filled = ClusterPlan.builder().from(plan);
    if (plan.target().isEmpty()) {
      filled.target(
          defaults.note(CLUSTER, "target", plan.release(), "pveplan: the current release"));
    }
    filled.datacenter(datacenter(plan.datacenter().orElse(Datacenter.builder().build()), defaults));
    Map<String, Integer> mtus = mtus(plan);
    filled.nodes(plan.nodes().stream()
        .map(node -> NodeFilling.fill(node, mtus, defaults))
        .toList());
    plan.ceph().ifPresent(ceph -> filled.ceph(CephFilling.fill(ceph, plan.repository(), defaults)));
    filled.storages(StorageFilling.fill(plan, defaults));
    Map<String, IpAddress> gateways = gateways(plan);
    Map<Vmid, Guest> guests = new HashMap<>();
    plan.guests().forEach(guest -> guests.put(guest.vmid(), guest));
    GuestMacs macs =
        new GuestMacs(plan.macsFromVmids(), plan.datacenter().flatMap(Datacenter::macPrefix));
    filled.guests(plan.guests().stream()
        .map(guest -> GuestFilling.fill(guest, guests, gateways, macs, defaults))
        .toList());
    filled.replicationJobs(
        plan.replicationJobs().stream().map(job -> replication(job, defaults)).toList());
    plan.ha().ifPresent(ha -> filled.ha(ha(ha, defaults)));
    return filled.build();
  }

  private static Map<String, IpAddress> gateways(ClusterPlan plan) {
    Map<String, IpAddress> gateways = new HashMap<>();
    for (Network network : plan.networks()) {
      network.gateway().ifPresent(gateway -> gateways.put(network.name(), gateway));
    }
    return gateways;
  }

  private static Map<String, Integer> mtus(ClusterPlan plan) {
    Map<String, Integer> mtus = new HashMap<>();
    for (Network network : plan.networks()) {
      network.mtu().ifPresent(mtu -> mtus.put(network.name(), mtu.value()));
    }
    return mtus;
  }

  private static Datacenter datacenter(Datacenter datacenter, Defaults defaults) {
    if (datacenter.migration().flatMap(MigrationSettings::type).isPresent()) {
      return datacenter;
    }
    MigrationType secure = defaults.note(
        CLUSTER,
        "datacenter.migration.type",
        MigrationType.SECURE,
        "pve-cluster, DataCenterConfig.pm");
    MigrationSettings.Builder migration = MigrationSettings.builder();
    datacenter.migration().ifPresent(migration::from);
    return Datacenter.builder()
        .from(datacenter)
        .migration(migration.type(secure).build())
        .build();
  }

  private static ReplicationJob replication(ReplicationJob job, Defaults defaults) {
    if (job.schedule().isPresent()) {
      return job;
    }
    CalendarEvent schedule = defaults.note(
        job.path(),
        "schedule",
        CalendarEvent.parse("*/15"),
        "pve-guest-common, ReplicationConfig.pm");
    return ReplicationJob.builder().from(job).schedule(schedule).build();
  }

  private static Ha ha(Ha ha, Defaults defaults) {
    List<HaResource> resources =
        ha.resources().stream().map(resource -> resource(resource, defaults)).toList();
    return Ha.builder().from(ha).resources(resources).build();
  }

  private static HaResource resource(HaResource resource, Defaults defaults) {
    String source = "pve-ha-manager, HA/Resources.pm";
    HaResource.Builder filled = HaResource.builder().from(resource);
    if (resource.maxRestart().isEmpty()) {
      filled.maxRestart(defaults.note(resource.path(), "maxRestart", 1, source));
    }
    if (resource.maxRelocate().isEmpty()) {
      filled.maxRelocate(defaults.note(resource.path(), "maxRelocate", 1, source));
    }
    return filled.build();
  }
}
