package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.model.cluster.FailureKind.RACK;
import static io.pveplan.model.cluster.FailureKind.SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VnetRef;
import io.pveplan.dsl.ZoneRef;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.storage.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One mistake is one problem, however often the thing is used. */
class RefusedReferencesTest {

  @Test
  void a_network_with_a_bad_subnet() {
    assertThat(Refused.problems(c -> {
          var ring = c.network("ring", "10.0.0.1/24", net -> {});
          c.node(
              "pve1",
              n -> n.nic("eno1", ring.host(11), ring.address("10.0.0.12"))
                  .bridge("vmbr0", b -> b.over("eno2").address(ring.host(300)).carries(ring))
                  .hardware(h -> h.bmc(BmcKind.IPMI, ring.host(5))));
          c.corosync(k -> k.link(0, ring));
          c.migration(m -> m.over(ring));
          c.ceph(s -> s.publicNetwork(ring).clusterNetwork(ring));
          c.evpnController("ev", 1, ring);
          c.zone(vxlan("vx", ring), z -> {});
          c.vm(200, "web", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, ring.host(9))));
        }))
        .containsExactly("network/ring/subnet: 10.0.0.1/24 is not a subnet: it has host bits");
  }

  @Test
  void a_card_with_two_mac_addresses() {
    assertThat(Refused.problems(c -> c.node(
            "pve1",
            n -> n.nic("nic0", b -> b.mac("02:00:5E:00:53:01").pinned("02:00:5E:00:53:02"))
                .nic("nic1", b -> b.mac("02:00:5E:00:53:03").pinned("02:00:5e:00:53:03")))))
        .containsExactly("node/pve1/nic0/mac: 02:00:5E:00:53:02 is not the MAC address"
            + " 02:00:5E:00:53:01 that the card has already");
  }

  @Test
  void a_network_with_a_bad_name() {
    assertThat(Refused.problems(c -> {
          var ring = c.network("r g", "10.0.0.0/24", net -> {});
          c.node(
              "pve1",
              n -> n.nic("eno1", ring.host(11))
                  .bond(lacp("bond0", "eno5"), ring.host(11))
                  .vlan("bond0.5", ring.host(11))
                  .bridge("vmbr0", b -> b.over("eno2").carries(ring)));
          c.corosync(k -> k.link(0, ring));
          c.migration(m -> m.over(ring));
          c.replication(m -> m.over(ring));
          c.ceph(s -> s.publicNetwork(ring).clusterNetwork(ring));
          var ev = c.evpnController("ev", 1, ring);
          var zone = c.zone(evpn("evz", ev, 5), z -> {});
          var vx = c.zone(vxlan("vx", ring), z -> {});
          var vn = c.vnet("vn", vx, b -> b.tag(5).subnet("10.9.0.0/24", s -> {}));
          c.vnet("vm", zone, b -> {});
          c.vm(200, "web", v -> v.nic(vn));
        }))
        .containsExactly("network/r g: \"r g\" is not a name");
  }

  @Test
  void a_node_with_a_bad_name() {
    assertThat(Refused.problems(c -> {
          var good = c.node("pve1", n -> {});
          var bad = c.node(
              "pve_2",
              n -> n.nic("eno9")
                  .bond(lacp("bond0", "eno1"))
                  .bridge("vmbr0", b -> b.over("bond0"))
                  .bridge("vmbr1", b -> b.over("eno2")));
          c.storage(dir("files", "/srv"), s -> s.nodes(bad));
          c.storage(dir("more", "/srv"), s -> s.nodes(List.of(good, bad)));
          c.ceph(s -> s.monitorsOn(List.of(good, bad)).managersOn(List.of(bad)));
          var web = c.vm(200, "web", v -> v.node(bad).nic("vmbr0").cloudInit(s -> s.dhcp(0)));
          var dns = c.container(
              300,
              "dns",
              containerTemplate(StorageRef.named("local"), "a.tar.zst"),
              StorageRef.named("local"),
              gib(1),
              t -> t.node(bad).nic("vmbr1"));
          c.replicate(web, bad, s -> {});
          c.migrate(dns, bad, m -> {});
          c.ha(h -> h.resources(web)
              .nodeAffinity("home", a -> a.resources(web).node(bad, 1))
              .nodeAffinity("other", a -> a.resources(web).nodes(good, bad)));
          c.zone(simple("nat"), z -> z.nodes(bad));
          c.zone(vlanZone("vl", "vmbr1"), z -> z.dhcp());
          c.zone(
              evpn("evz", c.evpnController("ev", 1, c.network("lan", net -> {})), 5),
              z -> z.exitNodes(bad, good));
          var pbs = c.storage(pbs("pbs", "10.0.0.9", "store1", "a@pbs", prompted()), s -> {});
          c.backup(b -> b.hosts(List.of(bad), "02:30", pbs));
        }))
        .containsExactly("node/pve_2: \"pve_2\" is not a node name [NODE-001]");
  }

  @Test
  void a_bond_a_bridge_and_a_vlan() {
    assertThat(Refused.problems(c -> {
          c.node(
              "pve1",
              n -> n.bond(lacp("bond0", "eno1", "eno1"))
                  .vlan("bond0.30")
                  .vlan("bond0.4095")
                  .bridge("vmbr0", b -> b.over("bond0.4095"))
                  .bridge("my-bridge", b -> b.over("bond0"))
                  .bridge("vmbr1", b -> b.over(lacp("lag0", "eno5")))
                  .bridge("vmbr2", b -> b.over("lag0")));
          c.vm(200, "web", v -> v.nic("my-bridge").nic("vmbr0"));
          c.zone(vlanZone("vl", "my-bridge"), z -> {});
        }))
        .containsExactly(
            "node/pve1/bond0/slaves: bond0 has slave eno1 twice [NET-005]",
            "node/pve1/bond0.4095: 4095 is not a VLAN tag [NET-014]",
            "node/pve1/my-bridge: \"my-bridge\" is not a bridge name [NET-001]",
            "node/pve1/lag0: \"lag0\" is not a bond name [NET-042]");
  }

  @Test
  void a_storage_with_a_bad_id() {
    assertThat(Refused.problems(c -> {
          c.node("pve1", n -> {});
          var nas = c.storage(nfs("n", "10.0.0.5", "/srv"), s -> s.content(ContentType.ISO));
          var pool = c.cephPool("p/l", p -> p.size(9));
          var template =
              c.template(9000, "tmpl", v -> v.disk(nas, gib(8), p -> p.importFrom(nas, "a.qcow2")));
          var web = c.vm(
              200,
              "web",
              v -> v.disk(pool, gib(8))
                  .iso(nas, "a.iso")
                  .cloneOf(template)
                  .cloudInit(s -> s.storage(nas)));
          c.container(300, "dns", containerTemplate(nas, "a.tar.zst"), pool, gib(1), t -> {});
          c.migrate(web, NodeRef.named("pve1"), m -> m.targetStorage(nas));
          c.storage(rbd("rbd1", "p/l"), s -> {});
          c.backup(b -> b.job("nightly", "02:30", nas, p -> p.all()).hosts("02:30", nas));
        }))
        .containsExactly(
            "storage/n: \"n\" is not a storage id [LOC-001]",
            "ceph/pool/p/l: \"p/l\" is not a Ceph pool name [CEPH-041]",
            "ceph/pool/p/l/size: pool size 9 is outside 1 to 7 [CEPH-003]",
            "storage/rbd1/pool: \"p/l\" is not a Ceph pool name [CEPH-041]");
  }

  @Test
  void a_guest_with_a_bad_vmid() {
    assertThat(Refused.problems(c -> {
          var pve1 = c.node("pve1", n -> {});
          var template = c.template(1, "tmpl", v -> {});
          var web = c.vm(99, "web", v -> v.cloneOf(template));
          var db = c.vm(200, "db", v -> v.linkedCloneOf(template));
          c.replicate(web, pve1, s -> s.schedule("nightly"));
          c.migrate(web, pve1, m -> {});
          c.ha(h -> h.resources(web, db)
              .resource(web, r -> {})
              .resourceAffinity("apart", Affinity.NEGATIVE, web, db)
              .nodeAffinity("home", a -> a.resources(web, db).nodes(pve1)));
          c.backup(b -> b.job("one", "02:30", StorageRef.named("local"), p -> p.guests(web))
              .job("two", "02:30", StorageRef.named("local"), p -> p.all().except(web)));
          c.terraform(t -> t.guests(web, db));
        }))
        .containsExactly(
            "guest/1: 1 is not a VMID [GST-001]",
            "guest/99: 99 is not a VMID [GST-001]",
            "replication/99-0/schedule: \"nightly\" is not a calendar event [LOC-029]");
  }

  @Test
  void a_second_iso_image() {
    assertThat(Refused.problems(c -> {
          var nas = c.storage(dir("nas", "/srv"), s -> {});
          c.vm(200, "win", v -> v.iso(nas, "win.iso").iso(nas, "virtio-win.iso"));
        }))
        .containsExactly("guest/200/iso: nas:iso/virtio-win.iso is a second ISO image beside"
            + " nas:iso/win.iso, and there is one drive");
  }

  @Test
  void a_guest_with_a_bad_name_and_a_bad_card() {
    assertThat(Refused.problems(c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          var web = c.vm(200, "web_1", v -> {});
          var db = c.vm(
              201,
              "db",
              v -> v.nic("vm br").nic("vmbr0").cloudInit(s -> s.dhcp(0).dhcp(1)));
          c.ha(h -> h.resources(web, db).resourceAffinity("apart", Affinity.NEGATIVE, web, db));
        }))
        .containsExactly(
            "guest/200: \"web_1\" is not a guest name: it has the character \"_\" [GST-004]",
            "guest/201/net0/bridge: \"vm br\" is not an interface name [NET-001]");
  }

  @Test
  void parts_of_the_software_defined_network() {
    assertThat(Refused.problems(c -> {
          c.network("ring", "10.0.0.0/24", net -> {});
          c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          var ev = c.evpnController("e", 1, NetworkRef.named("ring"));
          var evz = c.zone(evpn("evz", ev, 1), z -> {});
          var nat = c.zone(simple("nat-zone"), z -> {});
          var vn = c.vnet(
              "a-b",
              nat,
              b -> b.subnet("10.1.0.1/24", s -> {}).subnet("10.2.0.0/24", s -> s.gateway("x")));
          c.vnet("vn", evz, b -> {});
          c.vm(200, "web", v -> v.nic(vn).nic("a-b").cloudInit(s -> s.dhcp(1)));
        }))
        .containsExactly(
            "sdn/controller/e: \"e\" is not the id of an SDN controller [SDN-002]",
            "sdn/zone/nat-zone: \"nat-zone\" is not an SDN id [SDN-001]",
            "sdn/subnet/a-b-10.1.0.1-24: 10.1.0.1/24 is not a subnet: it has host bits",
            "sdn/subnet/a-b-10.2.0.0-24/gateway: \"x\" is not an IP address",
            "sdn/vnet/a-b: \"a-b\" is not an SDN id [SDN-001]");
  }

  @Test
  void a_circuit_with_a_bad_name() {
    assertThat(Refused.problems(c -> {
          var feed = c.circuit("feed a", "ups");
          c.node("pve1", n -> n.hardware(h -> h.powerSupplies(feed, CircuitRef.named("feed b"))));
        }))
        .containsExactly(
            "circuit/feed a: \"feed a\" is not a name",
            "node/pve1/powerSupplies: \"feed b\" is not a name");
  }

  @Test
  void a_bad_name_that_is_used_before_it_is_declared() {
    assertThat(Refused.problems(c -> {
          c.ha(h -> h.resource(GuestRef.of(99), r -> {}));
          c.corosync(k -> k.link(0, NetworkRef.named("r g")));
          c.storage(dir("files", "/srv"), s -> {});
          c.network("r g", net -> {});
          c.vm(99, "web", v -> {});
        }))
        .containsExactly(
            "network/r g: \"r g\" is not a name", "guest/99: 99 is not a VMID [GST-001]");
  }

  @Test
  void a_portal_is_missing_only_when_it_is() {
    assertThat(Refused.problems(
            c -> c.storage(iscsi("san", "10.0.0.5:x", "iqn.2024-02.example:a"), s -> {})))
        .containsExactly(
            "storage/san/portals: portal \"10.0.0.5:x\" has no port after the colon [SHR-011]");
  }

  @Test
  void rules_and_jobs_with_a_bad_part_are_not_called_empty() {
    assertThat(Refused.problems(c -> {
          var web = c.vm(200, "web", v -> {});
          c.ha(h -> h.resources(web)
              .nodeAffinity("one", a -> a.resources(GuestRef.of(5)).nodes(NodeRef.named("pve1")))
              .nodeAffinity("two", a -> a.resources(web).nodes(NodeRef.named("a b")))
              .resourceAffinity("three", Affinity.POSITIVE, GuestRef.of(6), web));
          c.backup(b ->
              b.job("nightly", "02:30", StorageRef.named("local"), p -> p.guests(GuestRef.of(7))));
        }))
        .containsExactly(
            "ha/rule/one/resources: 5 is not a VMID [GST-001]",
            "ha/rule/two/nodes: \"a b\" is not a node name [NODE-001]",
            "ha/rule/three/resources: 6 is not a VMID [GST-001]",
            "backup/job/nightly/guests: 7 is not a VMID [GST-001]");
  }

  @Test
  void settings_of_the_cluster_are_refused_one_by_one() {
    assertThat(Refused.problems(c -> {
          c.mustSurvive(0, NODE).mustSurvive(2, RACK);
          c.mustSurvive(1, SWITCH).mustSurvive(1, SWITCH);
          c.everyNode(n -> n.domain("a b")
              .dns("10.0.0.1", "10.0.0.2")
              .dns("10.0.0.3", "10.0.0.4")
              .dns("ns1")
              .timeServers("ntp 1")
              .packages("A"));
          c.node("pve1", n -> {});
          c.node("pve1", n -> {});
        }))
        .containsExactly(
            "cluster/mustSurvive/node/number: number of failures 0 is outside 1 to 100",
            "cluster/mustSurvive/rack/number: 2 failures of kind rack can not be a goal: only nodes can"
                + " be promised in sets",
            "cluster/domain: \"a b\" is not a DNS domain [NODE-002]",
            "cluster/dnsServers: number of name servers 4 is outside 0 to 3",
            "cluster/dnsServers: \"ns1\" is not an IP address",
            "cluster/timeServers: \"ntp 1\" is not an IP address or DNS name",
            "cluster/packages: \"A\" is not a package name",
            "node/pve1: there are two nodes with this name [NODE-003]",
            "cluster/mustSurvive/switch: there are two goals with this kind");
  }

  @Test
  void a_number_of_power_supplies_is_one_of_a_server() {
    assertThat(Refused.problems(c -> c.node(
            "pve1", n -> n.hardware(h -> h.powerSupplies(-1).powerSupplies(17).powerSupplies(2)))))
        .containsExactly(
            "node/pve1/powerSupplies: -1 power supplies are not in one machine",
            "node/pve1/powerSupplies: 17 power supplies are not in one machine");
  }

  @Test
  void handles_to_nothing_are_problems() {
    assertThat(Refused.problems(c -> {
          c.vnet("vn", ZoneRef.named("nat"), b -> {});
          c.vm(200, "web", v -> v.nic(VnetRef.named("vm")).node(NodeRef.named("pve9")));
          c.corosync(k -> k.link(0, NetworkRef.named("ring")));
          c.node(
              "pve1",
              n -> n.nic("eno1", NetworkRef.named("ring").host(1))
                  .hardware(h -> h.powerSupplies(CircuitRef.named("feed"))));
          c.terraform(t -> t.guests(GuestRef.of(201)));
        }))
        .containsExactly(
            "node/pve1/eno1/addresses: there is no network \"ring\"",
            "corosync/link0: there is no network \"ring\"",
            "terraform: there is no guest \"201\"",
            "node/pve1: there is no power circuit \"feed\"",
            "guest/200: there is no node \"pve9\"",
            "guest/200/net0: there is no bridge or VNet \"vm\" [GST-017]",
            "sdn/vnet/vn: there is no zone \"nat\"");
  }

  @Test
  void a_refused_thing_of_another_kind_does_not_hide_a_missing_one() {
    assertThat(Refused.problems(c -> {
          c.network("xx", "10.0.0.1/24", net -> {});
          c.cephPool("y y", p -> {});
          c.vm(200, "web", v -> v.node(NodeRef.named("xx")).disk(StorageRef.named("xx"), gib(8)));
        }))
        .containsExactly(
            "network/xx/subnet: 10.0.0.1/24 is not a subnet: it has host bits",
            "ceph/pool/y y: \"y y\" is not a Ceph pool name [CEPH-041]",
            "guest/200: there is no node \"xx\"",
            "guest/200/scsi0: there is no storage \"xx\"");
  }

  @Test
  void a_switch_a_rack_a_node_and_a_card_with_bad_names() {
    assertThat(Refused.problems(c -> {
          var rack = c.rack("r 1", "basement");
          var lan = c.network("lan", "10.0.0.0/24", net -> {});
          var bad = c.ethernetSwitch("s w", s -> s.rack(rack));
          var good = c.ethernetSwitch("sw1", s -> s.rack(rack));
          c.node(
              "pve1",
              n -> n.hardware(h -> h.rack(rack).bmc(BmcKind.IPMI, lan.host(300)))
                  .nic("eno$")
                  .nic("eno1")
                  .cable("eno1", bad.port(1))
                  .cable("eno$", good.port(1))
                  .bmcCable(good.port(2)));
          c.node("p n", n -> n.nic("eno1").cable("eno1", good.port(3)));
        }))
        .containsExactly(
            "rack/r 1: \"r 1\" is not a name",
            "switch/s w: \"s w\" is not a name",
            "node/pve1/bmc: host 300 of 10.0.0.0/24 is outside the subnet",
            "node/pve1/eno$: \"eno$\" is not the name of a network card [NET-001]",
            "node/p n: \"p n\" is not a node name [NODE-001]");
  }

  @Test
  void a_switch_whose_ports_are_refused_is_not_missed() {
    assertThat(Refused.problems(c -> {
          var sw1 = c.ethernetSwitch("sw1", s -> s.ports("a b", 1, 8, p -> {}));
          c.node("pve1", n -> n.nic("eno1").cable("eno1", sw1.port(9)));
        }))
        .containsExactly("switch/sw1/ports/prefix: \"a b1024\" is not the name of a switch port");
  }
}
