package io.pveplan.rules.fluent;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.fluent.BackupTerms.*;
import static io.pveplan.rules.fluent.CablingTerms.*;
import static io.pveplan.rules.fluent.CephTerms.*;
import static io.pveplan.rules.fluent.ClusterTerms.*;
import static io.pveplan.rules.fluent.Comparison.*;
import static io.pveplan.rules.fluent.Conditions.*;
import static io.pveplan.rules.fluent.DeviceTerms.*;
import static io.pveplan.rules.fluent.GuestTerms.*;
import static io.pveplan.rules.fluent.HaTerms.*;
import static io.pveplan.rules.fluent.HardwareTerms.*;
import static io.pveplan.rules.fluent.NetworkTerms.*;
import static io.pveplan.rules.fluent.SdnTerms.*;
import static io.pveplan.rules.fluent.StorageTerms.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Traffic;
import io.pveplan.model.backup.BackupMode;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ZfsRaid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every word there is: what meets it, what does not, and what a plan without the fact gets. */
class TermsTest {

  @Test
  void of_the_cluster() {
    Said said = new Said()
        .on(clusters(), nodeCount(), exactly(2), atLeast(3))
        .on(clusters(), guestCount(), between(1, 3), atMost(1))
        .on(clusters(), timeServers(), atLeast(2), atLeast(3))
        .on(clusters(), dnsServers(), atLeast(1), atLeast(3))
        .on(clusters(), domain(), matching("example\\..*"), exactly("lab"))
        .on(clusters(), mustSurvive(FailureKind.NODE), exactly(1), exactly(2))
        .on(corosyncLinks(), linkPriority(), between(1, 20), atLeast(21))
        .on(corosyncLinks(), linkNetwork(), exactly("lan"), exactly("ring"));

    assertThat(said).hasToString(golden("cluster"));
  }

  @Test
  void of_hardware() {
    Said said = new Said()
        .on(nodes(), memory(), atLeast(gib(384)), atLeast(gib(385)))
        .on(nodes(), cpuModel(), exactly("EPYC"), exactly("Xeon", "Ryzen"))
        .on(nodes(), cpuVendor(), exactly(CpuVendor.AMD), exactly(CpuVendor.INTEL))
        .on(nodes(), cpuLevel(), atLeast(CpuLevel.V3), atMost(CpuLevel.V3))
        .on(nodes(), cpuSockets(), exactly(1), exactly(2))
        .on(nodes(), cpuThreads(), atLeast(64), atLeast(65))
        .on(nodes(), powerSupplies(), atLeast(2), exactly(1))
        .on(nodes(), rack(), matching("[a-z][0-9]"), suchThat("is in the cellar", it -> false))
        .on(nodes(), bmc(), exactly(BmcKind.IDRAC), exactly(BmcKind.REDFISH))
        .on(nodes(), votes(), atLeast(1), atLeast(3))
        .on(nodes(), haveRole(NodeRole.STORAGE))
        .on(nodes(), havePackage("frr"))
        .on(nodes(), areOn("lan"))
        .on(nodes(), reachStorage("nas"))
        .on(nodes(), haveAtLeast(1, disks()), haveNo(disks()))
        .on(disks(), capacity(), atLeast(tb(2)), atLeast(tb(3)))
        .on(disks(), diskKind(), exactly(DiskKind.NVME), exactly(DiskKind.HDD))
        .on(zfsPools(), zfsRaid(), exactly(ZfsRaid.MIRROR), exactly(ZfsRaid.RAIDZ2))
        .on(zfsPools(), poolDevices(), exactly(2), exactly(1))
        .on(circuits(), ups(), exactly("ups-a"), exactly("ups-b"));

    assertThat(said).hasToString(golden("hardware"));
  }

  @Test
  void of_cabling() {
    Said said = new Said()
        .on(racks(), room(), exactly("cellar"), exactly("roof"))
        .on(switches(), switchRack(), exactly("a3"), exactly("a4"))
        .on(switches(), stack(), exactly("pair"), exactly("stack"))
        .on(switches(), switchMtu(), atLeast(9000), atMost(1500))
        .on(switches(), speakLacp())
        .on(
            switches(),
            switchAddress(),
            exactly(IpAddress.parse("10.0.0.98")),
            exactly(IpAddress.parse("10.0.0.97")))
        .on(switches(), switchPowerSupplies(), atLeast(2), exactly(1))
        .on(cables(), cabledSwitch(), exactly("sw1"), exactly("sw2"))
        .on(cables(), cableLabel(), matching("left-.*"), exactly("right-1"))
        .on(cables(), cableLength(), atMost(meters(2)), atLeast(meters(3)));

    assertThat(said).hasToString(golden("cabling"));
  }

  @Test
  void of_networks() {
    Said said = new Said()
        .on(networks(), networkMtu(), atLeast(9000), exactly(1500))
        .on(
            networks(),
            subnet(),
            suchThat("is private", it -> true),
            suchThat("is public", it -> false))
        .on(
            networks(),
            gateway(),
            suchThat("is the first", it -> true),
            suchThat("is the last", it -> false))
        .on(networks(), carryTraffic(Traffic.MANAGEMENT))
        .on(networks(), areRedundant())
        .on(interfaces(), mtu(), exactly(1500, 9000), exactly(1280))
        .on(interfaces(), interfaceComment(), matching("patch [0-9]"), exactly("none"))
        .on(interfaces(), haveAddressOn("lan"))
        .on(nics(), speed(), atLeast(gbit(10)), atLeast(gbit(25)))
        .on(nics(), mac(), suchThat("is ours", it -> true), suchThat("is theirs", it -> false))
        .on(
            bonds(),
            bondMode(),
            exactly(BondMode.LACP, BondMode.ACTIVE_BACKUP),
            exactly(BondMode.BALANCE_RR))
        .on(bonds(), hashPolicy(), exactly(HashPolicy.LAYER3_4), exactly(HashPolicy.LAYER2))
        .on(bonds(), primary(), exactly("eno2"), exactly("eno3"))
        .on(bonds(), slaves(), exactly(2), atLeast(3))
        .on(bridges(), ports(), exactly(1), exactly(2))
        .on(bridges(), areVlanAware())
        .on(vlans(), vlanTag(), exactly(30), between(1, 20));

    assertThat(said).hasToString(golden("network"));
  }

  @Test
  void of_storage() {
    Said said = new Said()
        .on(storages(), storageType(), exactly("nfs", "zfspool", "dir", "rbd"), exactly("cifs"))
        .on(storages(), reachingNodes(), atMost(2), atLeast(3))
        .on(storages(), storeContent(ContentType.IMAGES))
        .on(storages(), areShared())
        .on(storages(), areDisabled())
        .on(storageServers(), heads(), atLeast(2), atLeast(3))
        .on(storageServers(), latency(), atMost(Duration.ofMillis(2)), atMost(Duration.ofMillis(1)))
        .on(storageServers(), serverAddresses(), exactly(1), atLeast(2))
        .on(storageServers(), haveLogDevice())
        .on(replicationJobs(), replicationRate(), atMost(megabytesPerSecond(100)), atMost(mbit(10)))
        .on(
            replicationJobs(),
            replicationSchedule(),
            suchThat("is short", it -> true),
            suchThat("is long", it -> false))
        .on(replicationJobs(), replicationTarget(), exactly("pve2"), exactly("pve3"))
        .on(replicationJobs(), areDisabledReplications());

    assertThat(said).hasToString(golden("storage"));
  }

  @Test
  void of_ceph() {
    Said said = new Said()
        .on(cephPools(), replicas(), exactly(3), exactly(2))
        .on(cephPools(), minReplicas(), exactly(2), exactly(1))
        .on(osds(), deviceClass(), exactly("nvme"), exactly("hdd"))
        .on(nodes(), runCephMonitor())
        .on(nodes(), runCephManager());

    assertThat(said).hasToString(golden("ceph"));
  }

  @Test
  void of_guests() {
    Said said = new Said()
        .on(guests(), cores(), atLeast(1), atLeast(5))
        .on(guests(), guestMemory(), atLeast(mib(512)), atLeast(gib(9)))
        .on(guests(), rpo(), atMost(hours(1)), atMost(minutes(1)))
        .on(guests(), rto(), atMost(hours(2)), atMost(minutes(1)))
        .on(guests(), description(), matching(".*shop"), exactly("a shop"))
        .on(guests(), homeNode(), exactly("pve1"), exactly("pve2"))
        .on(guests(), haveTag("prod"))
        .on(guests(), useStorage("nas"))
        .on(guests(), haveToRun())
        .on(guests(), startAtBoot())
        .on(guests(), areManagedByHa())
        .on(vms(), cpuType(), exactly("host"), exactly("kvm64"))
        .on(vms(), useGuestAgent())
        .on(vms(), useCloudInit())
        .on(templates(), haveNameMatching("base|tmpl"), areNamed("tmpl"))
        .on(containers(), areUnprivileged())
        .on(guests(), haveAtLeast(1, guestDisks()), haveNo(guestDisks()))
        .on(vms(), haveExactly(1, guestNics()), haveNo(guestNics()))
        .on(nodes(), haveAtMost(3, placedGuests()), haveAtMost(2, placedGuests()))
        .on(guestDisks(), diskSize(), between(gib(1), gib(32)), atMost(gib(1)))
        .on(guestDisks(), diskStorage(), exactly("nas"), exactly("local"))
        .on(guestNics(), cardTag(), exactly(30), exactly(31))
        .on(
            guestNics(),
            cardModel(),
            exactly(NicModel.E1000, NicModel.VIRTIO),
            exactly(NicModel.RTL8139))
        .on(guestNics(), cardBridge(), exactly("vmbr0"), exactly("vmbr1"))
        .on(guestNics(), haveFirewall())
        .on(migrations(), areOnline())
        .on(migrations(), migrationTarget(), exactly("pve1"), exactly("pve2"))
        .on(migrations(), targetStorage(), exactly("tank-vm"), exactly("nas"));

    assertThat(said).hasToString(golden("guest"));
  }

  @Test
  void of_devices() {
    Said said = new Said()
        .on(deviceMappings(), mappingKind(), exactly(DeviceKind.PCI), exactly(DeviceKind.USB))
        .on(deviceMappings(), mappingDescription(), exactly("fast ones"), exactly("slow ones"))
        .on(deviceMappings(), mappingNodes(), atLeast(1), atLeast(2))
        .on(deviceMappings(), areOnNode("pve1"))
        .on(deviceMappings(), allowLiveMigration())
        .on(deviceMappings(), makeMediatedDevices())
        .on(guestDevices(), guestDeviceKind(), exactly(DeviceKind.PCI), exactly(DeviceKind.USB))
        .on(guestDevices(), deviceMapping(), exactly("gpu"), exactly("nic"))
        .on(vms(), haveExactly(1, guestDevices()), haveNo(guestDevices()));

    assertThat(said).hasToString(golden("device"));
  }

  @Test
  void of_high_availability() {
    Said said = new Said()
        .on(haResources(), haState(), exactly(HaState.STARTED), exactly(HaState.IGNORED))
        .on(haResources(), maxRestart(), exactly(1, 2), exactly(0))
        .on(haResources(), maxRelocate(), atLeast(1), atLeast(4))
        .on(haResources(), haComment(), exactly("shop"), exactly("mail"))
        .on(nodeAffinities(), areStrict())
        .on(nodeAffinities(), ruleNodes(), exactly(1), atLeast(2))
        .on(
            resourceAffinities(),
            affinity(),
            exactly(Affinity.NEGATIVE),
            exactly(Affinity.POSITIVE))
        .on(resourceAffinities(), ruleResources(), atLeast(1), atLeast(3));

    assertThat(said).hasToString(golden("ha"));
  }

  @Test
  void of_the_software_defined_network() {
    Said said = new Said()
        .on(zones(), zoneType(), exactly("evpn", "simple"), exactly("vlan"))
        .on(zones(), zoneMtu(), atMost(1450), atLeast(1500))
        .on(zones(), ipam(), exactly("pve"), exactly("netbox"))
        .on(zones(), serveDhcp())
        .on(vnets(), vnetTag(), exactly(120), exactly(121))
        .on(vnets(), vnetZone(), matching("evz|zone1"), exactly("vl"))
        .on(vnets(), alias(), exactly("tenant 1"), exactly("tenant 2"))
        .on(
            subnets(),
            subnetGateway(),
            suchThat("is the first", it -> true),
            suchThat("is the last", it -> false))
        .on(subnets(), dhcpRanges(), exactly(1), exactly(2))
        .on(subnets(), useSnat())
        .on(controllers(), asn(), between(64_512L, 65_534L), exactly(1L));

    assertThat(said).hasToString(golden("sdn"));
  }

  @Test
  void of_backup() {
    Said said = new Said()
        .on(backupJobs(), backupStorage(), exactly("nas"), exactly("pbs"))
        .on(backupJobs(), backupMode(), exactly(BackupMode.SNAPSHOT), exactly(BackupMode.STOP))
        .on(backupJobs(), keepLast(), exactly(1), exactly(3))
        .on(backupJobs(), keepDaily(), atLeast(7), atLeast(8))
        .on(backupJobs(), keepWeekly(), atLeast(4), atLeast(8))
        .on(backupJobs(), keepMonthly(), atLeast(6), atLeast(12))
        .on(backupJobs(), keepYearly(), atLeast(2), atLeast(10))
        .on(backupJobs(), haveRetention())
        .on(backupJobs(), takeAllGuests())
        .on(backupJobs(), areDisabledBackups())
        .on(backupServers(), datastores(), exactly(1), atLeast(2));

    assertThat(said).hasToString(golden("backup"));
  }

  private static String golden(String name) {
    String file = "/golden/fluent/" + name + ".txt";
    try (InputStream text = Objects.requireNonNull(TermsTest.class.getResourceAsStream(file))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
