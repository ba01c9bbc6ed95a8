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
        20 cluster: "-" is not a cluster name
        21 cluster/survivesNodeFailures: number of node failures 0 is outside 1 to 100
        22 cluster/domain: "a b" is not a DNS domain
        23 cluster/dnsServers: "ns1" is not an IP address
        23 cluster/dnsServers: "ns2" is not an IP address
        24 cluster/timeServers: "ntp 1" is not an IP address or DNS name
        25 cluster/packages: "A" is not a package name
        25 cluster/packages: "B" is not a package name
        26 circuit/a b: "a b" is not a name
        26 circuit/a b/ups: "c d" is not a name
        27 network/a\\nb/subnet: 10.0.0.1/24 is not a subnet: it has host bits
        30 network/a\\nb/mtu: 9 is not an MTU that Proxmox takes
        30 network/a\\nb/vlans: 5000 is not a VLAN tag
        30 network/a\\nb/vlans: 4095 is not a VLAN tag
        27 network/a\\nb: "a\\nb" is not a name
        31 network/lan/gateway: "x" is not an IP address
        33 storage-server/n s/addresses: "x" is not an IP address
        33 storage-server/n s/addresses: "y" is not an IP address
        33 storage-server/n s/latency: -1 milliseconds is no time of a plan
        32 storage-server/n s: "n s" is not a name
        33 storage-server/n s/heads: number of heads 0 is outside 1 to 64
        37 node/$(id)/packages: "A" is not a package name
        38 node/$(id)/cpu/model: "a\\nb" is not a line of text
        38 node/$(id)/cpu/sockets: number of CPU sockets 0 is outside 1 to 8
        38 node/$(id)/cpu/threads: number of CPU threads 0 is outside 1 to 8192
        39 node/$(id)/memory: -1GiB is a negative size
        40 node/$(id)/rack: "r 1" is not a name
        41 node/$(id)/sda: -1TB is a negative size
        41 node/$(id)/sda/device: "sda" is not a device path
        44 node/$(id)/eno$/mac: "x" is not a MAC address
        44 node/$(id)/eno$/mtu: 1 is not an MTU that Proxmox takes
        44 node/$(id)/eno$/speed: 0Gbit/s moves no data
        44 node/$(id)/eno$/addresses: "10.0.0.1" is not a host address: it is not an \
        address, a slash and a prefix length
        42 node/$(id)/eno$: "eno$" is not the name of a network card
        44 node/$(id)/eno$/comment: "a\\tb" is not a line of text
        45 node/$(id)/lag0: "lag0" is not a bond name
        45 node/$(id)/lag0/slaves: "eno 1" is not the name of a network card
        45 node/$(id)/lag0/slaves: lag0 has slave eno 1 twice
        45 node/$(id)/lag0/primary: lag0 has a primary slave, which mode 802.3ad does not use
        48 node/$(id)/my-bridge/ports: "eno 4" is not an interface name
        48 node/$(id)/my-bridge/ports: "eno 6" is not an interface name
        49 node/$(id)/my-bridge/vids: 5000 is not a VLAN tag
        49 node/$(id)/my-bridge/vids: "x" is not a range of VLAN tags
        50 node/$(id)/my-bridge/mtu: 2 is not an MTU that Proxmox takes
        46 node/$(id)/my-bridge: "my-bridge" is not a bridge name
        51 node/$(id)/my-bridge/comment: "c\\td" is not a line of text
        52 node/$(id)/eno1.4095: 4095 is not a VLAN tag
        52 node/$(id)/eno1.4095/mtu: 3 is not an MTU that Proxmox takes
        52 node/$(id)/eno1.4095/comment: "e\\tf" is not a line of text
        53 node/$(id)/no-dot: "no-dot" is not an interface name
        53 node/$(id)/no-dot/mtu: 4 is not an MTU that Proxmox takes
        54 node/$(id)/log: "log" is not a ZFS pool name
        54 node/$(id)/log/devices: "sda" is not a device path
        54 node/$(id)/log/devices: "sdb" is not a device path
        55 node/$(id)/osd/device: "sdc" is not a device path
        55 node/$(id)/osd/deviceClass: "a b" is not a name
        34 node/$(id): "$(id)" is not a node name
        36 node/$(id)/votes: number of votes 256 is outside 1 to 255
        56 corosync/link9/number: link number 9 is outside 0 to 7
        56 corosync/link9/priority: link priority 256 is outside 0 to 255
        56 corosync/qdevice: "x" is not an IP address
        """);
  }

  @Test
  void of_storages_and_backups() {
    assertThat(told(ManyFaults::storages)).isEqualTo("""
        64 storage/d/nodes: "a b" is not a node name
        62 storage/d: "d" is not a storage id
        64 storage/d/content: storage d has content none together with others
        62 storage/d/directory: "srv" is not an absolute path
        65 storage/na"s: "na"s" is not a storage id
        65 storage/na"s/server: "$(id)" is not an IP address or DNS name
        65 storage/na"s/export: "$(id)" is not an absolute path
        65 storage/na"s/options: "$(id)" is not a list of mount options
        66 storage/z: "z" is not a storage id
        66 storage/z/pool: "log" is not a ZFS pool or dataset
        66 storage/z/blocksize: block size 3MiB is not a power of two
        67 storage/l: "l" is not a storage id
        67 storage/l/vgname: "a b" is not an LVM name
        67 storage/l/base: "a\\nb" is not a line of text
        68 storage/i/portals: portal "x:" has no port after the colon
        68 storage/i/portals: portal "y:" has no port after the colon
        68 storage/i/portals: portal "z:" has no port after the colon
        68 storage/i: "i" is not a storage id
        68 storage/i/target: "lun1" is not an iSCSI target
        69 storage/r/nodes: "c d" is not a node name
        69 storage/r: "r" is not a storage id
        69 storage/r/pool: "a/b" is not a Ceph pool name
        71 storage/p/password: "pw" is not the absolute path of a file
        70 storage/p: "p" is not a storage id
        70 storage/p/server: "a b" is not an IP address or DNS name
        70 storage/p/datastore: datastore "x" is not a datastore name
        71 storage/p/namespace: "/" is not a namespace
        70 storage/p/username: "root" is not a user of a backup server
        71 storage/p/fingerprint: "00" is not a SHA-256 fingerprint
        72 ceph/pool/p/l: "p/l" is not a Ceph pool name
        72 ceph/pool/p/l/size: pool size 9 is outside 1 to 7
        72 ceph/pool/p/l/minSize: pool min_size 8 is outside 1 to 7
        73 ceph/monitors: "a b" is not a node name
        73 ceph/monitors: "c d" is not a node name
        74 backup/a b/address: "x" is not an IP address
        74 backup/a b: "a b" is not a name
        74 backup/a b/datastores: "s 1" is not a name
        74 backup/a b/datastores: "s 2" is not a name
        75 backup/job/a\\nb/schedule: "nope" is not a calendar event
        75 backup/job/a\\nb/keepLast: number of backups to keep -2 is outside 0 to 1000000
        75 backup/job/a\\nb/keepDaily: number of backups to keep -1 is outside 0 to 1000000
        75 backup/job/a\\nb: "a\\nb" is not a configuration id
        75 backup/job/a\\nb/storage: "s" is not a storage id
        75 backup/job/a\\nb/guests: backup job a\\nb takes no guest
        76 backup/hosts/schedule: "never" is not a calendar event
        76 backup/hosts/storage: "t" is not a storage id
        76 backup/hosts/paths: "etc" is not an absolute path
        """);
  }

  @Test
  void of_guests_and_what_is_done_with_them() {
    assertThat(told(ManyFaults::guests)).isEqualTo("""
        83 guest/99: 99 is not a VMID
        86 guest/99/node: "n\\nn" is not a node name
        91 guest/99/rpo: -1 minutes is no time of a plan
        92 guest/99/tags: "$(id)" is not a tag
        92 guest/99/tags: "a b" is not a tag
        95 guest/99/iso: "a b" is not a file name
        98 guest/99/scsi0: -2GiB is a negative size
        99 guest/99/scsi0/importFrom: "c d" is not a file name
        100 guest/99/net0/tag: 4095 is not a VLAN tag
        100 guest/99/net0/mac: "x" is not a MAC address
        100 guest/99/net0/bridge: "vm br" is not an interface name
        101 guest/99/cloud-init/user: "A" is not a user name
        102 guest/99/cloud-init/sshKeys: "x" is not an OpenSSH public key
        102 guest/99/cloud-init/sshKeys: "y" is not an OpenSSH public key
        103 guest/99/cloud-init/net40/address: host 300 of 10.0.0.0/24 is outside the subnet
        103 guest/99/cloud-init/net40/gateway: "z" is not an IP address
        103 guest/99/cloud-init/net40/nic: number of the network card 40 is outside 0 to 31
        104 guest/99/cloud-init/dnsServers: "ns1" is not an IP address
        104 guest/99/cloud-init/dnsServers: "ns2" is not an IP address
        105 guest/99/cloud-init/searchDomain: "a b" is not a DNS domain
        106 guest/99/cloud-init/packages: "A" is not a package name
        83 guest/99: "${x}" is not a guest name
        87 guest/99/cores: number of cores 0 is outside 1 to 8192
        90 guest/99/memory: memory 1MiB of ${x} is not at least 16 whole MiB
        94 guest/99/description: "a\\nb" is not a line of text
        88 guest/99/sockets: number of sockets 65 is outside 1 to 64
        89 guest/99/cpuType: "a\\nb" is not a CPU type
        112 guest/98/rootfs: -3GiB is a negative size
        107 guest/98: 98 is not a VMID
        107 guest/98/ostemplate: "a b" is not a file name
        113 guest/98/net0/tag: 4095 is not a VLAN tag
        113 guest/98/net0/bridge: "x" is not an interface name
        113 guest/98/tags: "a b" is not a tag
        107 guest/98: "$(id)" is not a guest name
        113 guest/98/cores: number of cores 0 is outside 1 to 8192
        113 guest/98/memory: memory 2MiB of $(id) is not at least 16 whole MiB
        113 guest/98/description: "a\\nb" is not a line of text
        115 replication/99-0/schedule: "nope" is not a calendar event
        115 replication/99-0/rate: 0Mbit/s moves no data
        114 replication/99-0/target: "a b" is not a node name
        115 replication/99-0/comment: "a\\nb" is not a line of text
        116 migration/5/a b/guest: 5 is not a VMID
        116 migration/5/a b/targetStorage: "s" is not a storage id
        116 migration/5/a b/target: "a b" is not a node name
        117 ha/resource/6/guest: 6 is not a VMID
        117 ha/resource/6/maxRestart: max_restart -1 is outside 0 to 1000
        117 ha/resource/6/maxRelocate: max_relocate -2 is outside 0 to 1000
        117 ha/resource/6/comment: "a\\nb" is not a line of text
        120 ha/rule/n/resources: 7 is not a VMID
        120 ha/rule/n/resources: 8 is not a VMID
        120 ha/rule/n/nodes: "a b" is not a node name
        120 ha/rule/n/nodes: node priority 1001 is outside 0 to 1000
        118 ha/rule/n: "n" is not the id of an HA rule
        121 terraform/guests: 9 is not a VMID
        121 terraform/guests: 10 is not a VMID
        121 terraform/apiHost: "a b" is not an IP address or DNS name
        """);
  }

  @Test
  void of_the_software_defined_network() {
    assertThat(told(ManyFaults::software)).isEqualTo("""
        128 sdn/controller/e: "e" is not the id of an SDN controller
        128 sdn/controller/e/asn: autonomous system number -1 is outside 0 to 4294967295
        131 sdn/zone/evpn-zone/exitNodes: "a b" is not a node name
        129 sdn/zone/evpn-zone: "evpn-zone" is not an SDN id: it has 9 characters, at most \
        8 are allowed
        131 sdn/zone/evpn-zone/mtu: MTU 9 is outside 1280 to 65520
        131 sdn/zone/evpn-zone/ipam: "-" is not the id of an SDN controller
        129 sdn/zone/evpn-zone/vrfVxlan: vrf-vxlan 0 is outside 1 to 16777215
        132 sdn/zone/q-q/tag: 4095 is not a VLAN tag
        132 sdn/zone/q-q: "q-q" is not an SDN id
        132 sdn/zone/q-q/mtu: MTU 1 is outside 1280 to 65520
        132 sdn/zone/q-q/bridge: "vm br" is not an interface name
        133 sdn/zone/1lab/nodes: "a b" is not a node name
        133 sdn/zone/1lab/nodes: "c d" is not a node name
        133 sdn/zone/1lab: "1lab" is not an SDN id
        139 sdn/subnet/a-b-10.1.0.1-24: 10.1.0.1/24 is not a subnet: it has host bits
        139 sdn/subnet/a-b-10.1.0.1-24/gateway: "x" is not an IP address
        139 sdn/subnet/a-b-10.1.0.1-24/dhcpRanges: "y" is not an IP address
        134 sdn/vnet/a-b: "a-b" is not an SDN id
        137 sdn/vnet/a-b/tag: VNet tag 0 is outside 1 to 16777215
        138 sdn/vnet/a-b/alias: "a\\nb" is not a line of text
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
        145 network/lan/bandwidth: 0Gbit/s moves no data
        146 rack/r 1: "r 1" is not a name
        146 rack/r 1/room: "a\\nb" is not a name
        150 switch/s w/mtu: 9 is not an MTU that Proxmox takes
        150 switch/s w/stack: "a b" is not a name
        150 switch/s w/rack: "r 2" is not a name
        150 switch/s w/powerSupplies: 17 power supplies are not in one machine
        150 switch/s w/managementAddress: host 300 of 10.0.0.0/24 is outside the subnet
        147 switch/s w: "s w" is not a name
        152 switch/sw2/ports/speed: -1Gbit/s moves no data
        152 switch/sw2/ports/mtu: 3 is not an MTU that Proxmox takes
        152 switch/sw2/ports/prefix: "$(id)1024" is not the name of a switch port
        152 switch/sw2/ports: ports 5 to 1 run backwards
        152 switch/sw2/ports/last: port number 2000 is outside 0 to 1024
        156 cable/pve1/eno1/label: "a\\nb" is not a name
        156 cable/pve1/eno1/length: length 0m is outside 1cm to 100000m
        156 cable/pve1/eno1/port: "a b" is not the name of a switch port
        157 cable/pve1/e$/nic: "e$" is not the name of a network card
        158 cable/pve1/bmc/length: length -1cm is outside 1cm to 100000m
        158 cable/pve1/bmc: pve1 has no management controller
        """);
  }
}
