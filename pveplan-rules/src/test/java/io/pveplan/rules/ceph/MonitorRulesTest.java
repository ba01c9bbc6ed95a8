package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.Traffic;
import io.pveplan.model.ceph.CephRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorRulesTest {

  @Test
  void two_monitors_are_reported() {
    verify(new TooFewMonitors())
        .on(CephPlans.of(2, (c, nodes) -> {}))
        .reportsExactly("CEPH-007[ceph]");
  }

  @Test
  void three_monitors_pass() {
    verify(new TooFewMonitors()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void without_ceph_no_monitor_is_missed() {
    verify(new TooFewMonitors()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void four_monitors_are_reported() {
    verify(new EvenOrManyMonitors())
        .on(CephPlans.of(4, (c, nodes) -> c.ceph(s -> s.monitorsOn(nodes))))
        .reportsExactly("CEPH-008[ceph]")
        .withMessageContaining("they survive no more failures than 3");
  }

  @Test
  void seven_monitors_are_worth_a_word() {
    verify(new EvenOrManyMonitors())
        .on(CephPlans.of(7, (c, nodes) -> c.ceph(s -> s.monitorsOn(nodes))))
        .reportsExactly("CEPH-008[ceph]")
        .withMessageContaining("few clusters need more than 5");
  }

  @Test
  void an_odd_number_passes() {
    verify(new EvenOrManyMonitors()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void two_monitors_are_another_matter() {
    verify(new EvenOrManyMonitors()).on(CephPlans.of(2, (c, nodes) -> {})).isNotApplicable();
  }

  @Test
  void fewer_servers_than_file_systems_are_reported() {
    verify(new TooFewMetadataServers())
        .on(CephPlans.of(3, (c, nodes) -> c.cephFs("files", p -> {})))
        .reportsExactly("CEPH-042[ceph]");
  }

  @Test
  void as_many_servers_as_file_systems_pass() {
    verify(new TooFewMetadataServers())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephFs("files", p -> {});
          c.ceph(s -> s.metadataServersOn(nodes));
        }))
        .passes();
  }

  @Test
  void without_file_systems_no_server_is_missed() {
    verify(new TooFewMetadataServers()).on(CephPlans.of(3, (c, nodes) -> {})).isNotApplicable();
  }

  @Test
  void nobody_standing_by_is_reported() {
    verify(new NoStandbyMetadataServer())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephFs("files", p -> {});
          c.ceph(s -> s.metadataServersOn(nodes.subList(0, 1)));
        }))
        .reportsExactly("CEPH-043[ceph]")
        .withMessageContaining("1 metadata servers, of which 1 work");
  }

  @Test
  void somebody_standing_by_passes() {
    verify(new NoStandbyMetadataServer())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephFs("files", p -> {});
          c.ceph(s -> s.metadataServersOn(nodes.subList(0, 2)));
        }))
        .passes();
  }

  @Test
  void without_file_systems_nobody_stands_by() {
    verify(new NoStandbyMetadataServer()).on(CephPlans.of(3, (c, nodes) -> {})).isNotApplicable();
  }

  @Test
  void open_doors_are_reported() {
    verify(new CephxDisabled())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.withoutCephx())))
        .reportsExactly("CEPH-046[ceph]");
  }

  @Test
  void cephx_passes() {
    verify(new CephxDisabled()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void without_ceph_no_door_is_open() {
    verify(new CephxDisabled()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void another_cluster_without_a_key_is_reported() {
    verify(new ExternalCephWithoutKey())
        .on(cluster("lab", c -> {
          c.storage(rbd("other", "vms"), s -> s.monitors("10.0.9.1"));
          c.storage(cephFsStorage("other-fs"), s -> s.monitors("10.0.9.1"));
        }))
        .reportsExactly("CEPH-047[storage/other]", "CEPH-047[storage/other-fs]");
  }

  @Test
  void another_cluster_with_a_key_passes() {
    verify(new ExternalCephWithoutKey())
        .on(cluster(
            "lab",
            c -> c.storage(
                rbd("other", "vms"), s -> s.monitors("10.0.9.1").keyring(fromFile("/root/key")))))
        .passes();
  }

  @Test
  void the_own_cluster_needs_no_key() {
    verify(new ExternalCephWithoutKey())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isNotApplicable();
  }

  @Test
  void tentacle_on_8_4_is_reported() {
    verify(new CephReleaseNotOffered())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.target(io.pveplan.model.ProductVersion.PVE_8_4);
          c.ceph(s -> s.release(CephRelease.TENTACLE));
        }))
        .reportsExactly("CEPH-045[ceph]")
        .withMessageContaining("Proxmox VE 8.4 has no Ceph tentacle");
  }

  @Test
  void reef_on_9_is_reported() {
    verify(new CephReleaseNotOffered())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.release(CephRelease.REEF))))
        .reportsExactly("CEPH-045[ceph]");
  }

  @Test
  void tentacle_on_9_0_is_reported() {
    verify(new CephReleaseNotOffered())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.release("9.0"));
          c.ceph(s -> s.release(CephRelease.TENTACLE));
        }))
        .reportsExactly("CEPH-045[ceph]")
        .withMessageContaining("Proxmox VE 9.0 of pve1 has no Ceph tentacle");
  }

  @Test
  void tentacle_on_9_1_passes() {
    verify(new CephReleaseNotOffered())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.release(CephRelease.TENTACLE))))
        .passes();
  }

  @Test
  void tentacle_somewhere_on_9_is_undecided() {
    verify(new CephReleaseNotOffered())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.ceph(s -> s.release(CephRelease.TENTACLE));
        }))
        .isUndecidedFor("release of pve1");
  }

  @Test
  void squid_passes() {
    verify(new CephReleaseNotOffered())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.release(CephRelease.SQUID))))
        .passes();
  }

  @Test
  void no_release_is_not_judged() {
    verify(new CephReleaseNotOffered()).on(CephPlans.of(3, (c, nodes) -> {})).isNotApplicable();
  }

  @Test
  void monitors_with_one_address_pass() {
    verify(new MonitorAddressUnclear()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void a_monitor_without_address_is_reported() {
    verify(new MonitorAddressUnclear())
        .on(CephPlans.of(3, (c, nodes) -> {
          var bare = c.node("pve9", n -> {});
          c.ceph(s -> s.monitorsOn(List.of(bare)));
        }))
        .reportsExactly("CEPH-013[ceph/monitor/pve9]")
        .withMessageContaining("pve9 has no address in public network front (10.0.2.0/24)");
  }

  @Test
  void a_monitor_with_two_addresses_is_reported() {
    verify(new MonitorAddressUnclear())
        .on(CephPlans.of(3, (c, nodes) -> {
          var both = c.node(
              "pve9", n -> n.nic("eno1", b -> b.address("10.0.2.90/24").address("10.0.2.91/24")));
          c.ceph(s -> s.monitorsOn(List.of(both)));
        }))
        .reportsExactly("CEPH-013[ceph/monitor/pve9]")
        .withMessageContaining("pve9 has 2 addresses in public network");
  }

  @Test
  void a_named_address_passes() {
    verify(new MonitorAddressUnclear())
        .on(CephPlans.of(3, (c, nodes) -> {
          var both = c.node(
              "pve9", n -> n.nic("eno1", b -> b.address("10.0.2.90/24").address("10.0.2.91/24")));
          c.ceph(s -> s.monitor(both, "10.0.2.91"));
        }))
        .passes();
  }

  @Test
  void an_address_of_nobody_is_reported() {
    verify(new MonitorAddressUnclear())
        .on(CephPlans.of(3, (c, nodes) -> c.ceph(s -> s.monitor(nodes.get(0), "10.0.2.99"))))
        .reportsExactly("CEPH-013[ceph/monitor/pve1]")
        .withMessageContaining("pve1 has no address 10.0.2.99");
  }

  @Test
  void without_public_network_the_node_has_its_own_address() {
    verify(new MonitorAddressUnclear())
        .on(cluster("lab", c -> {
          var node = c.node("pve1", n -> {});
          c.ceph(s -> s.monitorsOn(List.of(node)));
        }))
        .isNotApplicable();
  }

  @Test
  void a_network_without_subnet_is_undecided() {
    verify(new MonitorAddressUnclear())
        .on(cluster("lab", c -> {
          var net = c.network("front", s -> s.carries(Traffic.CEPH_PUBLIC));
          var node = c.node("pve1", n -> {});
          c.ceph(s -> s.publicNetwork(net).monitorsOn(List.of(node)));
        }))
        .isUndecidedFor("subnet of front");
  }

  @Test
  void osds_in_the_cluster_network_pass() {
    verify(new OsdNodeOutsideNetwork()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void osds_outside_are_reported() {
    verify(new OsdNodeOutsideNetwork())
        .on(CephPlans.of(3, (c, nodes) -> c.node("pve9", n -> n.osds("/dev/sda"))))
        .reportsExactly("CEPH-014[node/pve9]")
        .withMessageContaining("pve9 has 1 OSDs and no address in network back");
  }

  @Test
  void osds_without_networks_are_not_judged() {
    verify(new OsdNodeOutsideNetwork())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.osds("/dev/sda"));
          c.ceph(s -> {});
        }))
        .isNotApplicable();
  }
}
