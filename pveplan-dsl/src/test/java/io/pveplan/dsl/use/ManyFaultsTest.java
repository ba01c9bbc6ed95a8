package io.pveplan.dsl.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanProblem;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every fault of an object is told, with its field and the line of the setting. */
class ManyFaultsTest {

  @Test
  void of_the_cluster_its_networks_and_nodes() {
    assertThat(told(ManyFaults::hosts)).isEqualTo("""
        21 cluster: "-" is not a cluster name
        22 cluster/mustSurvive/node/number: number of failures 0 is outside 1 to 100
        23 cluster/domain: "a b" is not a DNS domain
        24 cluster/dnsServers: "ns1" is not an IP address
        24 cluster/dnsServers: "ns2" is not an IP address
        25 cluster/timeServers: "ntp 1" is not an IP address or DNS name
        26 cluster/packages: "A" is not a package name
        26 cluster/packages: "B" is not a package name
        27 circuit/a b: "a b" is not a name
        27 circuit/a b/ups: "c d" is not a name
        28 network/a\\nb/subnet: 10.0.0.1/24 is not a subnet: it has host bits
        31 network/a\\nb/mtu: 9 is not an MTU that Proxmox takes
        31 network/a\\nb/vlans: 5000 is not a VLAN tag
        31 network/a\\nb/vlans: 4095 is not a VLAN tag
        28 network/a\\nb: "a\\nb" is not a name
        32 network/lan/gateway: "x" is not an IP address
        34 storage-server/n s/addresses: "x" is not an IP address
        34 storage-server/n s/addresses: "y" is not an IP address
        34 storage-server/n s/latency: -1 milliseconds is no time of a plan
        33 storage-server/n s: "n s" is not a name
        34 storage-server/n s/heads: number of heads 0 is outside 1 to 64
        38 node/$(id)/packages: "A" is not a package name
        39 node/$(id)/cpu/model: "a\\nb" is not a line of text
        39 node/$(id)/cpu/sockets: number of CPU sockets 0 is outside 1 to 8
        39 node/$(id)/cpu/threads: number of CPU threads 0 is outside 1 to 8192
        40 node/$(id)/memory: -1GiB is a negative size
        41 node/$(id)/rack: "r 1" is not a name
        42 node/$(id)/sda: -1TB is a negative size
        42 node/$(id)/sda/device: "sda" is not a device path
        45 node/$(id)/eno$/mac: "x" is not a MAC address
        45 node/$(id)/eno$/mtu: 1 is not an MTU that Proxmox takes
        45 node/$(id)/eno$/speed: 0Gbit/s moves no data
        45 node/$(id)/eno$/addresses: "10.0.0.1" is not a host address: it is not an \
        address, a slash and a prefix length
        43 node/$(id)/eno$: "eno$" is not the name of a network card
        45 node/$(id)/eno$/comment: "a\\tb" is not a line of text
        46 node/$(id)/lag0: "lag0" is not a bond name
        46 node/$(id)/lag0/slaves: "eno 1" is not the name of a network card
        46 node/$(id)/lag0/slaves: lag0 has slave eno 1 twice
        46 node/$(id)/lag0/primary: lag0 has a primary slave, which mode 802.3ad does not use
        49 node/$(id)/my-bridge/ports: "eno 4" is not an interface name
        49 node/$(id)/my-bridge/ports: "eno 6" is not an interface name
        50 node/$(id)/my-bridge/vids: 5000 is not a VLAN tag
        50 node/$(id)/my-bridge/vids: "x" is not a range of VLAN tags
        51 node/$(id)/my-bridge/mtu: 2 is not an MTU that Proxmox takes
        47 node/$(id)/my-bridge: "my-bridge" is not a bridge name
        52 node/$(id)/my-bridge/comment: "c\\td" is not a line of text
        53 node/$(id)/eno1.4095: 4095 is not a VLAN tag
        53 node/$(id)/eno1.4095/mtu: 3 is not an MTU that Proxmox takes
        53 node/$(id)/eno1.4095/comment: "e\\tf" is not a line of text
        54 node/$(id)/no-dot: "no-dot" is not an interface name
        54 node/$(id)/no-dot/mtu: 4 is not an MTU that Proxmox takes
        55 node/$(id)/log: "log" is not a ZFS pool name
        55 node/$(id)/log/devices: "sda" is not a device path
        55 node/$(id)/log/devices: "sdb" is not a device path
        56 node/$(id)/osd/device: "sdc" is not a device path
        56 node/$(id)/osd/deviceClass: "a b" is not a name
        35 node/$(id): "$(id)" is not a node name
        37 node/$(id)/votes: number of votes 256 is outside 1 to 255
        57 corosync/link9/number: link number 9 is outside 0 to 7
        57 corosync/link9/priority: link priority 256 is outside 0 to 255
        57 corosync/qdevice: "x" is not an IP address
        """);
  }

  @Test
  void of_storages_and_backups() {
    assertThat(told(ManyFaults::storages)).isEqualTo("""
        65 storage/d/nodes: "a b" is not a node name
        63 storage/d: "d" is not a storage id
        65 storage/d/content: storage d has content none together with others
        63 storage/d/directory: "srv" is not an absolute path
        66 storage/na"s: "na"s" is not a storage id
        66 storage/na"s/server: "$(id)" is not an IP address or DNS name
        66 storage/na"s/export: "$(id)" is not an absolute path
        66 storage/na"s/options: "$(id)" is not a list of mount options
        67 storage/z: "z" is not a storage id
        67 storage/z/pool: "log" is not a ZFS pool or dataset
        67 storage/z/blocksize: block size 3MiB is not a power of two
        68 storage/l: "l" is not a storage id
        68 storage/l/vgname: "a b" is not an LVM name
        68 storage/l/base: "a\\nb" is not a line of text
        69 storage/i/portals: portal "x:" has no port after the colon
        69 storage/i/portals: portal "y:" has no port after the colon
        69 storage/i/portals: portal "z:" has no port after the colon
        69 storage/i: "i" is not a storage id
        69 storage/i/target: "lun1" is not an iSCSI target
        70 storage/r/nodes: "c d" is not a node name
        70 storage/r: "r" is not a storage id
        70 storage/r/pool: "a/b" is not a Ceph pool name
        72 storage/p/password: "pw" is not the absolute path of a file
        71 storage/p: "p" is not a storage id
        71 storage/p/server: "a b" is not an IP address or DNS name
        71 storage/p/datastore: datastore "x" is not a datastore name
        72 storage/p/namespace: "/" is not a namespace
        71 storage/p/username: "root" is not a user of a backup server
        72 storage/p/fingerprint: "00" is not a SHA-256 fingerprint
        73 ceph/pool/p/l: "p/l" is not a Ceph pool name
        73 ceph/pool/p/l/size: pool size 9 is outside 1 to 7
        73 ceph/pool/p/l/minSize: pool min_size 8 is outside 1 to 7
        74 ceph/monitors: "a b" is not a node name
        74 ceph/monitors: "c d" is not a node name
        75 backup/a b/address: "x" is not an IP address
        75 backup/a b: "a b" is not a name
        75 backup/a b/datastores: "s 1" is not a name
        75 backup/a b/datastores: "s 2" is not a name
        76 backup/job/a\\nb/schedule: "nope" is not a calendar event
        76 backup/job/a\\nb/keepLast: number of backups to keep -2 is outside 0 to 1000000
        76 backup/job/a\\nb/keepDaily: number of backups to keep -1 is outside 0 to 1000000
        76 backup/job/a\\nb: "a\\nb" is not a configuration id
        76 backup/job/a\\nb/storage: "s" is not a storage id
        76 backup/job/a\\nb/guests: backup job a\\nb takes no guest
        77 backup/hosts/schedule: "never" is not a calendar event
        77 backup/hosts/storage: "t" is not a storage id
        77 backup/hosts/paths: "etc" is not an absolute path
        """);
  }

  @Test
  void of_guests_and_what_is_done_with_them() {
    assertThat(told(ManyFaults::guests)).isEqualTo("""
        84 guest/99: 99 is not a VMID
        87 guest/99/node: "n\\nn" is not a node name
        92 guest/99/rpo: -1 minutes is no time of a plan
        93 guest/99/tags: "$(id)" is not a tag
        93 guest/99/tags: "a b" is not a tag
        96 guest/99/iso: "a b" is not a file name
        99 guest/99/scsi0: -2GiB is a negative size
        100 guest/99/scsi0/importFrom: "c d" is not a file name
        101 guest/99/net0/tag: 4095 is not a VLAN tag
        101 guest/99/net0/mac: "x" is not a MAC address
        101 guest/99/net0/bridge: "vm br" is not an interface name
        102 guest/99/cloud-init/user: "A B" is not a user name
        103 guest/99/cloud-init/sshKeys: "x" is not an OpenSSH public key
        103 guest/99/cloud-init/sshKeys: "y" is not an OpenSSH public key
        104 guest/99/cloud-init/net40/address: host 300 of 10.0.0.0/24 is outside the subnet
        104 guest/99/cloud-init/net40/gateway: "z" is not an IP address
        104 guest/99/cloud-init/net40/nic: number of the network card 40 is outside 0 to 31
        105 guest/99/cloud-init/dnsServers: "ns1" is not an IP address
        105 guest/99/cloud-init/dnsServers: "ns2" is not an IP address
        106 guest/99/cloud-init/searchDomain: "a b" is not a DNS domain
        107 guest/99/cloud-init/packages: "A" is not a package name
        84 guest/99: "${x}" is not a guest name
        88 guest/99/cores: number of cores 0 is outside 1 to 8192
        91 guest/99/memory: memory 1MiB of ${x} is not at least 16 whole MiB
        95 guest/99/description: "a\\nb" is not a line of text
        89 guest/99/sockets: number of sockets 65 is outside 1 to 64
        90 guest/99/cpuType: "a\\nb" is not a CPU type
        113 guest/98/rootfs: -3GiB is a negative size
        108 guest/98: 98 is not a VMID
        108 guest/98/ostemplate: "a b" is not a file name
        114 guest/98/net0/tag: 4095 is not a VLAN tag
        114 guest/98/net0/bridge: "x" is not an interface name
        114 guest/98/tags: "a b" is not a tag
        108 guest/98: "$(id)" is not a guest name
        114 guest/98/cores: number of cores 0 is outside 1 to 8192
        114 guest/98/memory: memory 2MiB of $(id) is not at least 16 whole MiB
        114 guest/98/description: "a\\nb" is not a line of text
        116 replication/99-0/schedule: "nope" is not a calendar event
        116 replication/99-0/rate: 0Mbit/s moves no data
        115 replication/99-0/target: "a b" is not a node name
        116 replication/99-0/comment: "a\\nb" is not a line of text
        117 migration/5/a b/guest: 5 is not a VMID
        117 migration/5/a b/targetStorage: "s" is not a storage id
        117 migration/5/a b/target: "a b" is not a node name
        118 ha/resource/6/guest: 6 is not a VMID
        118 ha/resource/6/maxRestart: max_restart -1 is outside 0 to 1000
        118 ha/resource/6/maxRelocate: max_relocate -2 is outside 0 to 1000
        118 ha/resource/6/comment: "a\\nb" is not a line of text
        121 ha/rule/n/resources: 7 is not a VMID
        121 ha/rule/n/resources: 8 is not a VMID
        121 ha/rule/n/nodes: "a b" is not a node name
        121 ha/rule/n/nodes: node priority 1001 is outside 0 to 1000
        119 ha/rule/n: "n" is not the id of an HA rule
        122 terraform/guests: 9 is not a VMID
        122 terraform/guests: 10 is not a VMID
        122 terraform/apiHost: "a b" is not an IP address or DNS name
        """);
  }

  @Test
  void of_the_software_defined_network() {
    assertThat(told(ManyFaults::software)).isEqualTo("""
        129 sdn/controller/e: "e" is not the id of an SDN controller
        129 sdn/controller/e/asn: autonomous system number -1 is outside 0 to 4294967295
        132 sdn/zone/evpn-zone/exitNodes: "a b" is not a node name
        130 sdn/zone/evpn-zone: "evpn-zone" is not an SDN id: it has 9 characters, at most \
        8 are allowed
        132 sdn/zone/evpn-zone/mtu: MTU 9 is outside 1280 to 65520
        132 sdn/zone/evpn-zone/ipam: "-" is not the id of an SDN controller
        130 sdn/zone/evpn-zone/vrfVxlan: vrf-vxlan 0 is outside 1 to 16777215
        133 sdn/zone/q-q/tag: 4095 is not a VLAN tag
        133 sdn/zone/q-q: "q-q" is not an SDN id
        133 sdn/zone/q-q/mtu: MTU 1 is outside 1280 to 65520
        133 sdn/zone/q-q/bridge: "vm br" is not an interface name
        134 sdn/zone/1lab/nodes: "a b" is not a node name
        134 sdn/zone/1lab/nodes: "c d" is not a node name
        134 sdn/zone/1lab: "1lab" is not an SDN id
        140 sdn/subnet/a-b-10.1.0.1-24: 10.1.0.1/24 is not a subnet: it has host bits
        140 sdn/subnet/a-b-10.1.0.1-24/gateway: "x" is not an IP address
        140 sdn/subnet/a-b-10.1.0.1-24/dhcpRanges: "y" is not an IP address
        135 sdn/vnet/a-b: "a-b" is not an SDN id
        138 sdn/vnet/a-b/tag: VNet tag 0 is outside 1 to 16777215
        139 sdn/vnet/a-b/alias: "a\\nb" is not a line of text
        """);
  }

  /** One line for each problem: line of code, place, sentence. */
  private static String told(Supplier<ClusterPlan> plan) {
    return catchThrowableOfType(PlanDefinitionException.class, plan::get).problems().stream()
        .map(ManyFaultsTest::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(PlanProblem problem) {
    return problem.declaredAt().orElseThrow().line() + " " + problem.at() + ": "
        + problem.message();
  }

  @Test
  void of_switches_and_cables() {
    assertThat(told(ManyFaults::cabling)).isEqualTo("""
        146 network/lan/bandwidth: 0Gbit/s moves no data
        147 rack/r 1: "r 1" is not a name
        147 rack/r 1/room: "a\\nb" is not a name
        151 switch/s w/mtu: 9 is not an MTU that Proxmox takes
        151 switch/s w/stack: "a b" is not a name
        151 switch/s w/rack: "r 2" is not a name
        151 switch/s w/powerSupplies: 17 power supplies are not in one machine
        151 switch/s w/managementAddress: host 300 of 10.0.0.0/24 is outside the subnet
        148 switch/s w: "s w" is not a name
        153 switch/sw2/ports/speed: -1Gbit/s moves no data
        153 switch/sw2/ports/mtu: 3 is not an MTU that Proxmox takes
        153 switch/sw2/ports/prefix: "$(id)1024" is not the name of a switch port
        153 switch/sw2/ports: ports 5 to 1 run backwards
        153 switch/sw2/ports/last: port number 2000 is outside 0 to 1024
        157 cable/pve1/eno1/label: "a\\nb" is not a name
        157 cable/pve1/eno1/length: length 0m is outside 1cm to 100000m
        157 cable/pve1/eno1/port: "a b" is not the name of a switch port
        158 cable/pve1/e$/nic: "e$" is not the name of a network card
        159 cable/pve1/bmc/length: length -1cm is outside 1cm to 100000m
        159 cable/pve1/bmc: pve1 has no management controller
        """);
  }
}
