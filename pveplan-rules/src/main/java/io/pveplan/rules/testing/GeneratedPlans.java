package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.Traffic;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.hardware.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Plans of all sizes and kinds that can be resolved, for rules to end on: none to 34 nodes, with
 * and without hardware, storages of each type, Ceph, guests, HA, SDN, backup, replication and
 * moves; good and bad ones, with facts missing here and there.
 *
 * <pre>{@code
 * GeneratedPlans.of(7);           // always the same plan
 * GeneratedPlans.first(1000);     // those of the seeds 0 to 999
 * GeneratedPlans.first(-1);       // refused: there is no such number of plans
 * }</pre>
 *
 * <p>The plans of a seed are the same in each run and on each machine, but not in each release.
 *
 * @since 0.1
 */
public final class GeneratedPlans {

  // As long as a domain may be: with the name of a node it is too long.
  private static final String LONG_DOMAIN = "example.".repeat(31) + "net";

  private static final int QNETD = 250;

  private static final int RINGS_EVERY = 40;

  // Choices of its own: the rest of a plan stays what it is.
  private static final long CLOUD_INIT = 0x43_6C_6F_75_64L;

  // Of as many plans one has a storage server with two ways to it.
  private static final int SAN_AT = 20;

  private GeneratedPlans() {}

  /**
   * The plan of a seed.
   *
   * @param seed any number
   * @return a plan that can be resolved
   */
  public static ClusterPlan of(long seed) {
    Dice dice = new Dice(seed);
    NetworkParts networks = new NetworkParts(dice);
    NodeParts nodes = new NodeParts(dice, networks);
    List<String> names = nodes.names();
    StorageParts storages = new StorageParts(dice, networks, names);
    SdnParts sdn = new SdnParts(dice, networks, nodes);
    List<String> bridges = new ArrayList<>(nodes.bridges());
    bridges.addAll(sdn.vnets());
    GuestParts guests = new GuestParts(dice, names, bridges, storages.ids());
    ServiceParts services = new ServiceParts(dice, names, guests.all(), storages.ids());
    LocalParts local = new LocalParts(new Dice(~seed));
    GuestOptionParts options = new GuestOptionParts(seed, storages.ids());
    CloudInitParts cloudInit = new CloudInitParts(new Dice(seed ^ CLOUD_INIT), storages.ids());
    ClusterPlan.Builder plan = ClusterPlan.builder()
        .name("plan" + Long.remainderUnsigned(seed, 1_000_000))
        .target(dice.maybe(50, () -> dice.of(ProductVersion.values())))
        .timeServers(dice.each(30, List.of("ntp1.example.net", "ntp2.example.net")))
        .goLive(dice.told(() -> LocalDate.of(2026, dice.from(1, 12), 1)))
        .repository(dice.told(() -> dice.of(PackageRepository.values())))
        .domain(dice.told(() -> dice.chance(97) ? "example.net" : LONG_DOMAIN))
        .packages(dice.each(30, List.of("dnsmasq", "frr", "frr-pythontools", "open-iscsi")))
        .corosync(dice.maybe(70, () -> corosync(dice, networks)))
        .datacenter(options.ranged(dice.maybe(60, () -> datacenter(dice, networks))))
        .circuits(nodes.circuits())
        .networks(networks.all())
        .nodes(local.nodes(nodes.all()))
        .storageServers(storages.servers())
        .storages(cloudInit.storages(storages.all()))
        .ceph(storages.ofNodes())
        .guests(cloudInit.guests(options.added(local.guests(guests.all()))))
        .sdn(sdn.all())
        .replicationJobs(local.jobs(services.replicationJobs()))
        .migrations(services.migrations())
        .ha(services.ha())
        .backup(services.backup(storages.hasBackupServer()))
        .terraform(services.terraform());
    CablingParts cabling = new CablingParts(dice, nodes.all());
    plan.switches(cabling.switches()).cables(cabling.cables());
    if (dice.chance(50)) {
      plan.addMustSurvive(SurvivalGoal.of(dice.from(1, 2), FailureKind.NODE));
    }
    ClusterPlan built = PlaceParts.added(dice, withReleases(plan.build()));
    ClusterPlan moved = CopyParts.into(
        MigrationParts.into(
            CapacityParts.into(HaParts.into(CephParts.into(built, seed), seed), seed), seed),
        seed);
    ClusterPlan placed = ImageParts.into(moved, seed);
    if (seed % RINGS_EVERY == SAN_AT) {
      return SanParts.added(placed);
    }
    return seed % RINGS_EVERY == 0 ? RingParts.added(placed) : placed;
  }

  /**
   * The plans of the seeds from 0.
   *
   * @param count how many
   * @return the plans, made one by one as they are asked for
   * @throws IllegalArgumentException if the number is negative
   */
  public static Stream<ClusterPlan> first(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(count + " is no number of plans");
    }
    return LongStream.range(0, count).mapToObj(GeneratedPlans::of);
  }

  // The nodes of a plan for 8.4 have releases of that series.
  private static ClusterPlan withReleases(ClusterPlan plan) {
    if (plan.release() != ProductVersion.PVE_8_4) {
      return plan;
    }
    return ClusterPlan.builder()
        .from(plan)
        .nodes(plan.nodes().stream()
            .map(node -> Node.builder()
                .from(node)
                .release(node.release().map(it -> it.equals("9.1") ? "8.4" : "8.3"))
                .build())
            .toList())
        .build();
  }

  private static Corosync corosync(Dice dice, NetworkParts networks) {
    Corosync.Builder corosync = Corosync.builder();
    networks.nameFor(Traffic.COROSYNC).ifPresent(name -> corosync.addLinks(link(dice, 0, name)));
    if (dice.chance(60)) {
      networks
          .nameFor(Traffic.MANAGEMENT)
          .ifPresent(name -> corosync.addLinks(link(dice, 1, name)));
    }
    if (dice.chance(20)) {
      corosync.tokenCoefficient(dice.of(125, 650, 10_000));
    }
    return corosync
        .qdevice(dice.maybe(
            30,
            () -> QDevice.builder()
                .address(networks.server(Traffic.MANAGEMENT, QNETD))
                .force(dice.chance(20))
                .build()))
        .build();
  }

  private static CorosyncLink link(Dice dice, int number, String network) {
    CorosyncLink.Builder link = CorosyncLink.builder().number(number).network(network);
    if (dice.chance(80)) {
      link.priority(dice.from(0, 20));
    }
    return link.build();
  }

  private static Datacenter datacenter(Dice dice, NetworkParts networks) {
    Datacenter.Builder datacenter = Datacenter.builder();
    if (dice.chance(80)) {
      datacenter.migration(MigrationSettings.builder()
          .network(dice.told() ? networks.nameFor(Traffic.MIGRATION) : Optional.empty())
          .build());
    }
    if (dice.chance(40)) {
      datacenter.replication(MigrationSettings.builder()
          .network(networks.nameFor(Traffic.REPLICATION))
          .build());
    }
    return datacenter.build();
  }
}
