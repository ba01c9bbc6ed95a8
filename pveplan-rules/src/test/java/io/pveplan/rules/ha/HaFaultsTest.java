package io.pveplan.rules.ha;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withHa;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withStorage;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class HaFaultsTest extends SingleFaults {

  private static final NodeAffinity HOME =
      threeNodes().ha().orElseThrow().nodeAffinities().get(0);

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(
        fault(
            "a guest under HA on a local disk",
            withVm(threeNodes(), 201, it -> it.disks(List.of(local()))),
            "CAP-012[cluster/mustSurvive/node]",
            "HA-001[ha/resource/201]"),
        fault(
            "a node with more votes than the others together",
            withNode(withoutPromise(), "pve3", it -> it.votes(3)),
            "HA-002[ha]",
            "CAP-010[rack/rack-c]",
            "CEPH-039[ceph/pool/vm-disks]",
            "CLU-015[node/pve3]"),
        fault(
            "a guest in two node affinity rules",
            withHa(threeNodes(), it -> it.addNodeAffinity(nodes("away", List.of(200), "pve1"))),
            "HA-007[ha/resource/200]"),
        fault(
            "more guests apart than nodes",
            withRules(it -> it.addResources(resource(210), resource(230))
                .addResourceAffinity(guests("apart", Affinity.NEGATIVE, 200, 201, 210, 230))),
            "HA-009[ha/rule/apart]"),
        fault(
            "guests that are to be together and fit nowhere together",
            withHa(
                withVm(
                    withVm(threeNodes(), 200, it -> it.memory(DataSize.gib(180))),
                    201,
                    it -> it.memory(DataSize.gib(180))),
                it -> it.resourceAffinities(replaced(
                    threeNodes().ha().orElseThrow().resourceAffinities(),
                    rule -> true,
                    rule -> ResourceAffinity.builder()
                        .from(rule)
                        .affinity(Affinity.POSITIVE)
                        .build()))),
            "CAP-003[node/pve1]",
            "CAP-012[cluster/mustSurvive/node]",
            "HA-019[ha/rule/app-apart]",
            "MIG-028[migration/200/pve3]"),
        fault(
            "a machine under HA with a device of its node",
            withVm(
                threeNodes(),
                200,
                it -> it.addDevice(
                    GuestDevice.builder().deviceKind(DeviceKind.USB).host("1-2").build())),
            "CAP-012[cluster/mustSurvive/node]",
            "HA-022[ha/resource/200]",
            "HA-034[ha/resource/200]",
            "MIG-007[migration/200/pve3/usb0]"),
        fault(
            "a mapping that one of two nodes has",
            withVm(
                changed(
                    threeNodes(),
                    it -> it.addDeviceMapping(DeviceMapping.builder()
                        .deviceKind(DeviceKind.DIRECTORY)
                        .id("share")
                        .addDevice(MappedDevice.builder()
                            .node("pve2")
                            .path("/srv/share")
                            .build())
                        .build())),
                201,
                it -> it.addDevice(GuestDevice.builder()
                    .deviceKind(DeviceKind.DIRECTORY)
                    .mapping("share")
                    .build())),
            "CAP-012[cluster/mustSurvive/node]",
            "HA-033[ha/resource/201]",
            "HA-034[ha/resource/201]"),
        fault(
            "guests under HA of very different size",
            withVm(threeNodes(), 200, it -> it.memory(DataSize.gib(1))),
            "HA-026[ha]"),
        fault(
            "guests together and apart",
            withHa(
                threeNodes(),
                it -> it.addResourceAffinity(guests("pair", Affinity.POSITIVE, 200, 201))),
            "HA-010[ha/rule/app-apart]"),
        fault(
            "guests apart on nodes of two priorities",
            withHa(
                threeNodes(),
                it -> it.nodeAffinities(List.of(NodeAffinity.builder()
                    .from(HOME)
                    .nodes(replaced(
                        HOME.nodes(),
                        node -> node.node().equals("pve1"),
                        node -> NodePriority.builder().from(node).priority(2).build()))
                    .build()))),
            "HA-011[ha/rule/app-apart]"),
        fault(
            "guests together in two node affinity rules",
            withRules(it -> it.addResourceAffinity(guests("pair", Affinity.POSITIVE, 200, 201))
                .addNodeAffinities(
                    nodes("one", List.of(200), "pve1", "pve2"),
                    nodes("two", List.of(201), "pve1", "pve2"))),
            "HA-012[ha/rule/pair]"),
        fault(
            "one node for two guests apart",
            withRules(it -> it.addResourceAffinity(guests("apart", Affinity.NEGATIVE, 200, 201))
                .addNodeAffinity(nodes("home", List.of(200, 201), "pve1"))),
            "HA-013[ha/rule/apart]"),
        fault(
            "guests apart in 8.4",
            changed(threeNodes(), it -> it.target(ProductVersion.PVE_8_4)),
            "HA-015[ha/rule/app-apart]",
            "NODE-024[node/pve1]",
            "NODE-024[node/pve2]",
            "NODE-024[node/pve3]",
            "NODE-025[cluster] undecided",
            "SHR-022[storage/san-lvm]"),
        fault(
            "a strict rule over one node",
            withRules(it -> it.addNodeAffinity(NodeAffinity.builder()
                .from(nodes("home", List.of(200), "pve1"))
                .strict(true)
                .build())),
            "CAP-012[cluster/mustSurvive/node]",
            "HA-016[ha/rule/home]",
            "HA-034[ha/resource/200]",
            "MIG-027[migration/200/pve3]"),
        fault(
            "as many nodes as guests apart",
            withHa(
                threeNodes(),
                it -> it.nodeAffinities(List.of(NodeAffinity.builder()
                    .from(HOME)
                    .nodes(HOME.nodes().subList(0, 2))
                    .build()))),
            "CAP-012[cluster/mustSurvive/node]",
            "HA-017[ha/rule/app-apart]",
            "MIG-027[migration/200/pve3]"),
        fault(
            "as many preferred nodes as guests apart",
            withRules(it -> it.addResourceAffinity(guests("apart", Affinity.NEGATIVE, 200, 201))
                .addNodeAffinity(nodes("home", List.of(200, 201), "pve1", "pve2"))),
            "CAP-012[cluster/mustSurvive/node]",
            "HA-018[ha/resource/200]",
            "HA-018[ha/resource/201]",
            "MIG-027[migration/200/pve3]"),
        fault(
            "a storage that one node lacks",
            withStorage(threeNodes(), "nas", it -> onTwoNodes((NfsStorage) it)),
            "CAP-012[cluster/mustSurvive/node]",
            "CI-008[guest/230/cloud-init]",
            "HA-020[ha/resource/201]"),
        fault(
            "a replicated guest under HA without a rule",
            withHa(threeNodes(), it -> it.addResource(resource(220))),
            "HA-021[ha/resource/220]"),
        fault(
            "a node with a software watchdog",
            withNode(threeNodes(), "pve3", it -> it.watchdogModule(Optional.empty())),
            "HA-023[node/pve3]"),
        fault(
            "no shutdown policy",
            changed(
                threeNodes(),
                it -> it.datacenter(Datacenter.builder()
                    .from(threeNodes().datacenter().orElseThrow())
                    .shutdownPolicy(Optional.empty())
                    .build())),
            "HA-024[ha]"),
        fault(
            "two machines that leave a node over a slow link",
            withSlowNic(
                withSlowNic(
                    changed(
                        withHa(threeNodes(), it -> it.addResource(resource(210))),
                        it -> it.datacenter(Datacenter.builder()
                            .from(threeNodes().datacenter().orElseThrow())
                            .migration(
                                MigrationSettings.builder().network("mgmt").build())
                            .build())),
                    "enp1s0"),
                "enp2s0"),
            "HA-025[node/pve2]",
            "NET-047[cable/pve2/enp1s0]",
            "NET-047[cable/pve2/enp2s0]"),
        fault(
            "a guest without HA as name server of one with HA",
            withVm(
                withHa(threeNodes(), it -> it.addResource(resource(230))),
                230,
                it -> it.cloudInit(CloudInit.builder()
                    .from(((Vm) guest(230)).cloudInit().orElseThrow())
                    .dnsServers(List.of(IpAddress.parse("10.10.100.50")))
                    .build())),
            "HA-029[ha/resource/230]"),
        fault(
            "a critical guest without HA",
            withVm(threeNodes(), 210, it -> it.addTag("critical")),
            "HA-030[guest/210]"),
        fault(
            "a guest that may be down for a minute only",
            withVm(threeNodes(), 200, it -> it.rto(Duration.ofMinutes(1))),
            "CAP-017[guest/200]",
            "HA-031[guest/200]"),
        fault(
            "a container under HA",
            withHa(
                changed(threeNodes(), it -> it.addGuest(container())),
                it -> it.addResource(resource(300))),
            "HA-026[ha]",
            "HA-032[ha/resource/300]"));
  }

  private static Guest guest(int vmid) {
    return threeNodes().guests().stream()
        .filter(it -> it.vmid().equals(Vmid.of(vmid)))
        .findFirst()
        .orElseThrow();
  }

  private static ClusterPlan withRules(UnaryOperator<Ha.Builder> rules) {
    return withHa(
        threeNodes(),
        it -> rules.apply(it.nodeAffinities(List.of()).resourceAffinities(List.of())));
  }

  private static ClusterPlan withSlowNic(ClusterPlan plan, String nic) {
    return withInterface(
        plan,
        "pve2",
        nic,
        it -> Nic.builder().from((Nic) it).speed(DataRate.gbit(1)).build());
  }

  private static HaResource resource(int vmid) {
    return HaResource.builder().guest(Vmid.of(vmid)).build();
  }

  private static NodeAffinity nodes(String name, List<Integer> guests, String... nodes) {
    return NodeAffinity.builder()
        .name(name)
        .resources(guests.stream().map(Vmid::of).toList())
        .nodes(Stream.of(nodes)
            .map(node -> NodePriority.builder().node(node).build())
            .toList())
        .build();
  }

  private static ResourceAffinity guests(String name, Affinity affinity, Integer... guests) {
    return ResourceAffinity.builder()
        .name(name)
        .affinity(affinity)
        .resources(Stream.of(guests).map(Vmid::of).toList())
        .build();
  }

  private static NfsStorage onTwoNodes(NfsStorage storage) {
    return NfsStorage.builder().from(storage).nodes(List.of("pve1", "pve2")).build();
  }

  private static Container container() {
    return Container.builder()
        .vmid(Vmid.of(300))
        .name("proxy")
        .node("pve3")
        .cores(1)
        .memory(DataSize.gib(1))
        .ostemplate(new Volume("nas", "vztmpl", "debian-13.tar.zst"))
        .rootfs(GuestDisk.builder()
            .slot("rootfs")
            .storage("vm-disks")
            .size(DataSize.gib(8))
            .build())
        .build();
  }

  private static GuestDisk local() {
    return GuestDisk.builder()
        .slot("scsi0")
        .storage("tank-vm")
        .discard(true)
        .size(DataSize.gib(50))
        .build();
  }

  // With the promise to survive a node, CLU-004 says the same.
  private static ClusterPlan withoutPromise() {
    return changed(threeNodes(), it -> it.mustSurvive(List.of()));
  }
}
