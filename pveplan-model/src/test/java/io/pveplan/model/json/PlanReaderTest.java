package io.pveplan.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanProblem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the text of a plan is told all at once, each with its place in the text. */
class PlanReaderTest {

  static PlanDefinitionException refused(PlanFormat format, String text) {
    PlanDefinitionException refused =
        catchThrowableOfType(PlanDefinitionException.class, () -> format.read(text));
    if (refused == null) {
      throw new AssertionError("the text was read: " + text);
    }
    return refused;
  }

  private static void assertJson(String text, String expected) {
    assertThat(refused(PlanFormat.JSON, text)).hasMessage(expected.stripTrailing());
  }

  private static void assertYaml(String text, String expected) {
    assertThat(refused(PlanFormat.YAML, text)).hasMessage(expected.stripTrailing());
  }

  @Test
  void several_mistakes_are_told_at_once_with_the_places_of_the_text() {
    assertYaml("""
        name: prod
        colour: blue
        mustSurvive: 1
        networks:
        - name: mgmt
          subnet: 10.0.0.1/24
        - name: ring
          mtu: 900
          traffic: [corosync, gaming]
        nodes:
        - name: pve1
          interfaces:
          - kind: nic
            name: eno1
            speed: fast
          - kind: brdge
            name: vmbr0
          - kind: bridge
            name: vmbr1
            mtu: 9
            ports: eno2
        - name: pve2
          interfaces:
          - kind: nic
            mtu: 100000
        guests:
        - kind: vm
          vmid: 99
          name: web
        - kind: vm
          vmid: 200
          name: db
          nics:
          - tag: 4095
        """, """
        the plan can not exist, 14 problems:
          plan.colour: there is no field "colour" here
              Use one of: backup, cables, ceph, circuits, corosync, datacenter, deviceMappings, dnsServers, domain, \
        formatVersion, goLive, guests, ha, images, installation, macsFromVmids, migrations, mustSurvive, name, networks, nodes, openIscsi, packages, \
        racks, replicationJobs, repository, sdn, storageServers, storages, switches, target, terraform, timeServers.
          plan.mustSurvive: 1 can not stand here
              Write a list.
          plan.networks[0].subnet: 10.0.0.1/24 is not a subnet: it has host bits
              Write 10.0.0.0/24 for the network that holds 10.0.0.1.
          plan.networks[1].mtu: 900 is not an MTU that Proxmox takes [NET-013]
              Use 1500, 9000 or another number from 1280 to 65520.
          plan.networks[1].traffic[1]: "gaming" can not stand here
              Write one of: management, corosync, storage, ceph-public, ceph-cluster, migration, \
        replication, backup, guest, out-of-band.
          plan.nodes[0].interfaces[0].speed: "fast" is not a data rate
              Write a whole number from 1 and one of kbit/s, Mbit/s, Gbit/s, MB/s: 25Gbit/s, 100MB/s.
          plan.nodes[0].interfaces[1].kind: "brdge" can not stand here
              Write one of: nic, bond, bridge, vlan, ovs-int-port.
          plan.nodes[0].interfaces[2].mtu: 9 is not an MTU that Proxmox takes [NET-013]
              Use 1500, 9000 or another number from 1280 to 65520.
          plan.nodes[0].interfaces[2].ports: "eno2" can not stand here
              Write a list.
          plan.nodes[1].interfaces[0].mtu: 100000 is not an MTU that Proxmox takes [NET-013]
              Use 1500, 9000 or another number from 1280 to 65520.
          plan.nodes[1].interfaces[0]: a field is missing: name
              Write it.
          plan.guests[0].vmid: 99 is not a VMID [GST-001]
              Use a number from 100 to 999999999.
          plan.guests[1].nics[0].tag: 4095 is not a VLAN tag [NET-014]
              Use a tag from 1 to 4094.
          plan.guests[1].nics[0]: a field is missing: bridge
              Write it.
        """);
  }

  @Test
  void a_place_keeps_its_index_when_elements_before_it_are_refused() {
    assertJson("""
        {"name": "prod", "guests": [
          {"kind": "vm", "vmid": 1, "name": "a"},
          5,
          {"kind": "vm", "vmid": 2, "name": "b"},
          {"kind": "vm", "vmid": 200, "name": "c", "tags": [1, "ok", 2, true, "also"], "cores": "x"},
          {"kind": "vm", "vmid": 3, "name": "d"}
        ]}""", """
        the plan can not exist, 8 problems:
          plan.guests[0].vmid: 1 is not a VMID [GST-001]
              Use a number from 100 to 999999999.
          plan.guests[1]: 5 can not stand here
              Write an object.
          plan.guests[2].vmid: 2 is not a VMID [GST-001]
              Use a number from 100 to 999999999.
          plan.guests[3].tags[0]: 1 can not stand here
              Write text in quotes.
          plan.guests[3].tags[2]: 2 can not stand here
              Write text in quotes.
          plan.guests[3].tags[3]: true can not stand here
              Write text in quotes.
          plan.guests[3].cores: "x" can not stand here
              Write a whole number.
          plan.guests[4].vmid: 3 is not a VMID [GST-001]
              Use a number from 100 to 999999999.
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "^\"200\"^ | Write a whole number.",
        "200.0 | Write a whole number.",
        "2e2 | Write a whole number.",
        "true | Write a whole number.",
        "[200] | Write a whole number.",
        "^{\"value\":200}^ | Write a whole number.",
        "99999999999 | Write a number with fewer digits.",
        "99999999999999999999 | Write a number with fewer digits.",
        "^\"\"^ | Write a whole number.",
      })
  void a_vmid_is_a_whole_number(String value, String advice) {
    PlanProblem problem = refused(
            PlanFormat.JSON,
            "{\"name\": \"prod\", \"guests\": [{\"kind\": \"vm\", \"vmid\": " + value
                + ", \"name\": \"a\"}]}")
        .problems()
        .get(0);

    assertThat(problem.at()).hasToString("plan.guests[0].vmid");
    assertThat(problem.advice()).isEqualTo(advice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "cores | ^\"4\"^ | Write a whole number.",
        "cores | 1.5 | Write a whole number.",
        "cores | 4000000000 | Write a number with fewer digits.",
        "name | 5 | Write text in quotes.",
        "name | 1.5 | Write text in quotes.",
        "name | true | Write text in quotes.",
        "name | [] | Write text in quotes.",
        "memory | 4096 | Write text in quotes.",
        "memory | ^{\"bytes\":4096}^ | Write text in quotes.",
        "onBoot | ^\"true\"^ | Write true or false.",
        "onBoot | 1 | Write true or false.",
        "onBoot | ^\"\"^ | Write true or false.",
        "rpo | 3600 | Write a duration such as PT15M or PT1H (ISO 8601).",
        "rpo | ^\"1 hour\"^ | Write a duration such as PT15M or PT1H (ISO 8601).",
        "rpo | ^\"\"^ | Write a duration such as PT15M or PT1H (ISO 8601).",
        "tags | ^\"a\"^ | Write a list.",
        "tags | ^{\"a\":1}^ | Write a list.",
        "nics | ^\"\"^ | Write a list.",
        "cloudInit | ^\"yes\"^ | Write an object.",
        "cloudInit | [] | Write an object.",
        "numa | ^\"yes\"^ | Write true or false.",
        "efiDisk | ^\"local\"^ | Write an object.",
        "startup | 1 | Write an object.",
        "boot | ^\"scsi0\"^ | Write a list.",
        "cores | null | Leave out what is not known.",
        "nics | null | Leave out what is not known.",
        "cloudInit | null | Leave out what is not known.",
      })
  void a_value_of_another_kind_is_refused_at_its_field(String field, String value, String advice) {
    String text = "{\"name\": \"prod\", \"guests\": [{\"kind\": \"vm\", \"vmid\": 200, "
        + (field.equals("name") ? "" : "\"name\": \"web\", ") + "\"" + field + "\": " + value
        + "}]}";

    assertJson(text, """
        the plan can not exist, 1 problem:
          plan.guests[0].%s: %s can not stand here
              %s
        """.formatted(field, value, advice));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "traffic | [0] | plan.networks[0].traffic[0] | 0",
        "traffic | [\"Storage\"] | plan.networks[0].traffic[0] | ^\"Storage\"^",
        "traffic | [\"\"] | plan.networks[0].traffic[0] | ^\"\"^",
      })
  void an_enum_is_read_from_its_spelling_only(
      String field, String value, String place, String shown) {
    assertJson(
        "{\"name\": \"prod\", \"networks\": [{\"name\": \"a\", \"" + field + "\": " + value + "}]}",
        """
        the plan can not exist, 1 problem:
          %s: %s can not stand here
              Write one of: management, corosync, storage, ceph-public, ceph-cluster, migration, \
        replication, backup, guest, out-of-band.
        """.formatted(place, shown));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"address\":\"10.0.0.0\",\"prefixLength\":24}",
        "[\"10.0.0.0/24\"]",
        "10",
        "true"
      })
  void a_value_has_one_notation(String value) {
    assertJson(
        "{\"name\": \"prod\", \"networks\": [{\"name\": \"a\", \"subnet\": " + value + "}]}",
        """
        the plan can not exist, 1 problem:
          plan.networks[0].subnet: %s can not stand here
              Write text in quotes.
        """.formatted(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "vlans | [{\"first\":1,\"last\":2}]",
        "vlans | [30]",
      })
  void a_range_has_one_notation(String field, String value) {
    PlanProblem problem = refused(
            PlanFormat.JSON,
            "{\"name\": \"prod\", \"networks\": [{\"name\": \"a\", \"" + field + "\": " + value
                + "}]}")
        .problems()
        .get(0);

    assertThat(problem.at()).hasToString("plan.networks[0].vlans[0]");
    assertThat(problem.advice()).isEqualTo("Write text in quotes.");
  }

  @Test
  void other_values_have_one_notation_too() {
    assertJson("""
        {"name": "prod",
         "nodes": [{"name": "pve1", "interfaces": [{"kind": "nic", "name": "eno1",
           "addresses": [{"address": {"address": "10.0.0.1", "prefixLength": 24}}]}]}],
         "storages": [
           {"kind": "iscsi", "id": "san", "target": "iqn.2024-02.example:a", "portals": [{"server": "10.0.0.5"}]},
           {"kind": "pbs", "id": "pbs", "server": "10.0.0.6", "datastore": "store1", "username": "a@pbs",
            "password": {"kind": "PROMPT", "name": ""}}],
         "guests": [{"kind": "vm", "vmid": 200, "name": "a",
           "iso": {"storage": "local", "directory": "iso", "file": "a.iso"}}],
         "sdn": {"subnets": [{"vnet": "vn", "subnet": "10.0.0.0/24", "dhcpRanges": [{"start": "10.0.0.1", "end": "10.0.0.2"}]}]}
        }""", """
        the plan can not exist, 6 problems:
          plan.nodes[0].interfaces[0].addresses[0].address: {"address":"10.0.0.1","prefixLength":24} \
        can not stand here
              Write text in quotes.
          plan.storages[0].portals[0]: {"server":"10.0.0.5"} can not stand here
              Write text in quotes.
          plan.storages[1].password: {"kind":"PROMPT","name":""} can not stand here
              Write text in quotes.
          plan.guests[0].iso: {"storage":"local","directory":"iso","file":"a.iso"} can not stand here
              Write text in quotes.
          plan.sdn.subnets[0].dhcpRanges[0]: {"start":"10.0.0.1","end":"10.0.0.2"} can not stand here
              Write text in quotes.
          plan.sdn.subnets[0]: sdn/subnet/vn-10.0.0.0-24: there is no VNet "vn"
              The plan has no VNet; declare it.
        """);
  }

  @Test
  void null_is_refused_wherever_it_stands() {
    assertJson("""
        {"name": "prod", "domain": null, "networks": [null, {"name": "a", "mtu": null}], "ceph": null}
        """, """
        the plan can not exist, 4 problems:
          plan.domain: null can not stand here
              Leave out what is not known.
          plan.networks[0]: null can not stand here
              Leave out what is not known.
          plan.networks[1].mtu: null can not stand here
              Leave out what is not known.
          plan.ceph: null can not stand here
              Leave out what is not known.
        """);
  }

  @Test
  void missing_fields_are_told_together() {
    assertJson("""
        {"corosync": {"links": [{}]},
         "nodes": [{"name": "pve1", "interfaces": [
           {"kind": "nic", "name": "eno1", "addresses": [{"network": "mgmt"}, {}]},
           {"name": "eno2"}]}]}""", """
        the plan can not exist, 5 problems:
          plan.corosync.links[0]: fields are missing: network, number
              Write them.
          plan.nodes[0].interfaces[0].addresses[0]: a field is missing: address
              Write it.
          plan.nodes[0].interfaces[0].addresses[1]: a field is missing: address
              Write it.
          plan.nodes[0].interfaces[1]: a field is missing: kind
              Write it.
          plan: a field is missing: name
              Write it.
        """);
  }

  @Test
  void what_lacks_only_what_was_refused_is_no_second_problem() {
    assertJson("""
        {"name": 5,
         "networks": [{"name": "a", "subnet": "10.0.0.0", "gateway": "10.0.0.1"}],
         "storages": [{"kind": "iscsi", "id": "san", "target": "iqn.2024-02.example:a", "portals": ["a:b"]}],
         "backup": {"jobs": [{"id": "nightly", "schedule": "02:30", "storage": "local", "all": "yes"}]}}
        """, """
        the plan can not exist, 4 problems:
          plan.name: 5 can not stand here
              Write text in quotes.
          plan.networks[0].subnet: "10.0.0.0" is not a subnet: it is not an address, a slash and a \
        prefix length [NET-017]
              Write a subnet like 10.20.0.0/24 or 2001:db8:20::/64.
          plan.storages[0].portals[0]: portal "a:b" has no port after the colon [SHR-011]
              Write the address alone, or address:3260.
          plan.backup.jobs[0].all: "yes" can not stand here
              Write true or false.
        """);
  }

  @Test
  void an_unknown_field_hides_nothing_else_of_its_object() {
    assertJson("""
        {"name": "prod", "guests": [{"kind": "container", "vmid": 200, "name": "a b", "node": "pve9",
          "ostemplate": "local:vztmpl/d.tar.gz",
          "rootfs": {"slot": "rootfs", "storage": "nope", "size": "8GiB", "replicte": false}}]}""", """
        the plan can not exist, 2 problems:
          plan.guests[0].rootfs.replicte: there is no field "replicte" here
              Use one of: aio, backup, cache, discard, format, importFrom, iothread, replicate, size, slot, ssd, storage.
          plan.guests[0]: "a b" is not a guest name: it has the character " " [GST-004]
              Use letters, digits, inner dashes and dots, for example web01.
        """);
  }

  @Test
  void references_and_duplicates_are_told_with_the_refused_fields() {
    assertYaml("""
        name: prod
        networks:
        - name: mgmt
          colour: blue
        - name: mgmt
        guests:
        - kind: vm
          vmid: 200
          name: web
          cores: "2"
          node: pve9
          disks:
          - slot: scsi0
            storage: nope
            size: 8GiB
        """, """
        the plan can not exist, 5 problems:
          plan.networks[0].colour: there is no field "colour" here
              Use one of: bandwidth, dhcpRanges, gateway, latency, mtu, name, redundant, \
        reservedRanges, subnet, traffic, vips, vlans.
          plan.guests[0].cores: "2" can not stand here
              Write a whole number.
          plan.networks[1]: network/mgmt: there are two networks with this name
              Give each network its own name.
          plan.guests[0]: guest/200: there is no node "pve9"
              The plan has no node; declare it.
          plan.guests[0].disks[0]: guest/200/scsi0: there is no storage "nope"
              Declare it, or name one of: local.
        """);
  }

  @Test
  void references_to_what_was_refused_are_no_second_problem() {
    assertYaml("""
        name: prod
        networks:
        - name: ring
          subnet: 10.0.1.0/24
          gateway: 10.0.9.1
        storages:
        - kind: nfs
          id: nas
          server: 10.0.0.5
          export: relative
        nodes:
        - name: pve1
          votes: 1000
          interfaces:
          - kind: bridge
            name: vmbr0
        corosync:
          links:
          - number: 0
            network: ring
        guests:
        - kind: vm
          vmid: 99
          name: web
        - kind: vm
          vmid: 200
          name: db
          node: pve1
          disks:
          - slot: scsi0
            storage: nas
            size: 8GiB
          nics:
          - bridge: vmbr0
        ha:
          resources:
          - guest: 99
          - guest: 200
          resourceAffinities:
          - name: apart
            affinity: negative
            resources: [99, 200]
        terraform:
          guests: [99, 201]
        """, """
        the plan can not exist, 8 problems:
          plan.networks[0].gateway: gateway 10.0.9.1 is not in 10.0.1.0/24 [NET-021]
              Name an address of 10.0.1.0/24.
          plan.storages[0].export: "relative" is not an absolute path [SHR-001]
              Use a path of letters, digits and any of -_.@ without . and .. segments, for example \
        /export/pve.
          plan.nodes[0].votes: number of votes 1000 is outside 1 to 255
              Use a number from 1 to 255.
          plan.guests[0].vmid: 99 is not a VMID [GST-001]
              Use a number from 100 to 999999999.
          plan.ha.resources[0].guest: 99 is not a VMID [GST-001]
              Use a number from 100 to 999999999.
          plan.ha.resourceAffinities[0].resources[0]: 99 is not a VMID [GST-001]
              Use a number from 100 to 999999999.
          plan.terraform.guests[0]: 99 is not a VMID [GST-001]
              Use a number from 100 to 999999999.
          plan.terraform: there is no guest "201"
              Declare it, or name one of: 200.
        """);
  }

  @Test
  void addresses_of_a_refused_network_card_are_no_second_problem() {
    assertJson("""
        {"name": "prod", "guests": [{"kind": "vm", "vmid": 200, "name": "a",
          "nics": [{"bridge": "a b"}],
          "cloudInit": {"ipConfigs": [{"nic": 0, "dhcp": true}]}}]}""", """
        the plan can not exist, 1 problem:
          plan.guests[0].nics[0].bridge: "a b" is not an interface name [NET-001]
              Use 2 to 15 letters, digits and underscores, a letter first, for example vmbr0 or bond0.30.
        """);
  }

  @Test
  void references_are_not_judged_when_the_names_are_unknown() {
    assertJson("""
        {"name": "prod", "networks": 5, "corosync": {"links": [{"number": 0, "network": "ring"}]}}
        """, """
        the plan can not exist, 1 problem:
          plan.networks: 5 can not stand here
              Write a list.
        """);
    assertJson("""
        {"name": "prod", "netwoks": [{"name": "ring"}],
         "corosync": {"links": [{"number": 0, "network": "ring"}, {"number": 1, "network": "rong"}]}}
        """, """
        the plan can not exist, 2 problems:
          plan.netwoks: there is no field "netwoks" here
              Use one of: backup, cables, ceph, circuits, corosync, datacenter, deviceMappings, dnsServers, domain, \
        formatVersion, goLive, guests, ha, images, installation, macsFromVmids, migrations, mustSurvive, name, networks, nodes, openIscsi, packages, \
        racks, replicationJobs, repository, sdn, storageServers, storages, switches, target, terraform, timeServers.
          plan.corosync.links[1]: corosync/link1: there is no network "rong"
              The plan has no network; declare it.
        """);
  }

  @Test
  void faults_of_the_installation_are_named() {
    assertJson("""
        {"name": "prod", "goLive": "2027-1-31", "repository": "beta",
         "installation": {"country": "AT", "keyboard": "dk", "timezone": "UTC",
           "mail": "ops@example.net", "rootPasswordHash": "$y$j9T$secret"},
         "nodes": [{"name": "pve1", "hardware": {"systemDisks": {"filesystem": "zfs",
           "filters": [{"property": "model", "pattern": "x"}], "swap": "1GiB"}}},
           {"name": "pve2", "hardware": {"systemDisks": {"filesystem": "ext4",
             "disks": [{"device": "/dev/sda", "size": "1TB", "diskKind": "ssd"}]}},
             "osds": [{"device": "/dev/sda"}]}]}""", """
        the plan can not exist, 5 problems:
          plan.goLive: "2027-1-31" can not stand here
              Write a day such as 2027-01-31 (ISO 8601).
          plan.repository: "beta" can not stand here
              Write one of: enterprise, no-subscription, test.
          plan.installation.rootPasswordHash: this text is not a reference to a secret
              A clear-text secret cannot be put in a plan. Write env:NAME, file:/path or prompt.
          plan.nodes[0].hardware.systemDisks.filters[0]: "model" is not a udev property
              Use capitals, digits and underscores, as udevadm info shows it, for example ID_MODEL.
          plan.nodes[1].osds[0]: node/pve2: /dev/sda can not be used for an OSD: it is already used \
        for the system [CEPH-028]
              Name each device once.
        """);
  }

  @Test
  void fields_of_the_plan_itself_are_named() {
    assertJson("""
        {"name": "sixteen-letters-", "domain": "a..b",
         "mustSurvive": [{"number": 0, "failure": "node"}, {"number": 1, "failure": "host"}],
         "dnsServers": ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"],
         "timeServers": ["ntp 1"], "packages": ["x"]}""", """
        the plan can not exist, 7 problems:
          plan.mustSurvive[0].number: number of failures 0 is outside 1 to 100
              Use a number from 1 to 100.
          plan.mustSurvive[1].failure: "host" can not stand here
              Write one of: node, rack, room, partition, switch, nic, disk, circuit, ups, \
        storage-server, backup-server, qdevice.
          plan.name: "sixteen-letters-" is not a cluster name: it has 16 characters, at most 15 are \
        allowed [CLU-001]
              Use at most 15 letters, digits and inner dashes, for example prod.
          plan.domain: "a..b" is not a DNS domain [NODE-002]
              Use labels of letters, digits and inner dashes with dots between, for example \
        example.org.
          plan.dnsServers: number of name servers 4 is outside 0 to 3
              Use a number from 0 to 3.
          plan.timeServers: "ntp 1" is not an IP address or DNS name
              Write an address like 10.20.0.60 or 2001:db8::60, or a name like nas.example.org.
          plan.packages: "x" is not a package name
              Use 2 or more lower-case letters, digits and any of +-. for example open-iscsi.
        """);
  }

  @Test
  void another_version_of_the_form_is_the_only_problem() {
    assertJson("{\"formatVersion\": 2, \"nme\": null}", """
        the plan can not exist, 1 problem:
          plan.formatVersion: formatVersion 2 is not known
              This library reads and writes version 1.
        """);
  }

  @Test
  void the_line_of_code_can_not_be_written() {
    assertThat(refused(
                PlanFormat.JSON,
                "{\"name\": \"prod\", \"declaredAt\": {\"className\": \"a\", \"file\": \"b\", \"line\": 1}}")
            .problems())
        .extracting(problem -> problem.at() + ": " + problem.message())
        .containsExactly("plan.declaredAt: there is no field \"declaredAt\" here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "null", "5", "\"plan\"", "true"})
  void a_plan_is_one_object(String text) {
    assertJson(text, """
        the plan can not exist, 1 problem:
          plan: the text is not an object
              Write a plan as one object.
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "^{\"name\":\n\"prod\",\n\"a\" 3}^ | Unexpected character ('3' (code 51)): was expecting a colon to"
            + " separate property name and value in line 3",
        "^{\n\"name\": \"prod\",\n\n\"name\": \"x\"}^ | Duplicate Object property \"name\" in line 4",
        "^{\"name\": \"prod\"}\nx^ | Unrecognized token 'x': was expecting (JSON String, Number, Array,"
            + " Object or token 'null', 'true' or 'false') in line 2",
        "^{\"name\": 'prod'}^ | Unexpected character (''' (code 39)): expected a valid value"
            + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false') in line 1",
      })
  void broken_json_is_told_with_its_line(String text, String message) {
    assertJson(text, """
        the plan can not exist, 1 problem:
          plan: %s
              Mend the text so that it can be read.
        """.formatted(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "^name: prod\nguests: [^ | while parsing a flow node: expected the node content, but found"
            + " '<stream end>' in line 2",
        "^name: prod\n\tdomain: a^ | while scanning for the next token: found character '\\t(TAB)' that"
            + " cannot start any token. (Do not use \\t(TAB) for indentation) in line 2",
        "^name: prod\nname: x^ | Duplicate Object property \"name\" in line 2",
        "^name: prod\nnodes:\n- name: pve1\n  name: pve2^ | Duplicate Object property \"name\" in line 4",
      })
  void broken_yaml_is_told_with_its_line(String text, String message) {
    assertYaml(text, """
        the plan can not exist, 1 problem:
          plan: %s
              Mend the text so that it can be read.
        """.formatted(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "JSON | ^{\"name\": \"prod\"}\n{}^ | 2",
        "YAML | ^name: prod\n---\nname: two^ | 3",
      })
  void nothing_may_follow_a_plan(PlanFormat format, String text, int line) {
    assertThat(refused(format, text)).hasMessage("""
        the plan can not exist, 1 problem:
          plan: there is more text after the plan in line %d
              Write one plan and nothing else.""".formatted(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "^name: &a prod\ndomain: *a^ | an alias in line 2",
        "^name: prod\n<<: *base^ | an alias in line 2",
        "name: !!str prod | a tag in line 1",
        "^name: prod\nguests:\n- !<vm>\n  vmid: 200\n  name: web^ | a tag in line 3",
        "^name: !!java.net.URL [\"http://192.0.2.1\"]^ | a tag in line 1",
      })
  void yaml_that_json_does_not_have_is_refused(String text, String message) {
    assertYaml(text, """
        the plan can not exist, 1 problem:
          plan: there is %s
              Write the value itself: a plan is YAML as far as JSON goes.
        """.formatted(message));
  }

  @Test
  void aliases_of_aliases_do_not_grow() {
    StringBuilder bomb = new StringBuilder("name: prod\na0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }

    assertThat(refused(PlanFormat.YAML, bomb.toString()))
        .hasMessageContaining("there is an alias in line 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"name\":"})
  void deep_nesting_is_refused(String piece) {
    for (PlanFormat format : PlanFormat.values()) {
      assertThat(refused(format, piece.repeat(100_000)).problems())
          .extracting(PlanProblem::message)
          .containsExactly("the text is nested deeper, or holds a longer value, than any plan");
    }
  }

  @Test
  void a_thousand_mistakes_are_told_and_that_there_are_more() {
    List<PlanProblem> values = refused(
            PlanFormat.JSON, "{\"name\": \"prod\", \"packages\": [" + "1,".repeat(10_000) + "1]}")
        .problems();
    assertThat(values).hasSize(1001).element(999).hasToString("""
        plan.packages[999]: 1 can not stand here
            Write text in quotes.""");
    assertThat(values).last().hasToString("""
        plan: more is wrong than the 1000 problems that are told
            Mend these, then read the text again.""");

    List<PlanProblem> nulls = refused(
            PlanFormat.JSON,
            "{\"name\": \"prod\", \"packages\": [" + "null,".repeat(10_000) + "null]}")
        .problems();
    assertThat(nulls).hasSize(1001).element(999).hasToString("""
        plan.packages[999]: null can not stand here
            Leave out what is not known.""");
    assertThat(nulls).last().isEqualTo(values.get(1000));
  }

  @Test
  void many_mistakes_do_not_hide_the_references() {
    String networks = IntStream.range(0, 60)
        .mapToObj(number -> "{\"name\": \"a " + number + "\"}")
        .collect(Collectors.joining(","));

    List<PlanProblem> problems = refused(
            PlanFormat.JSON,
            "{\"name\": \"prod\", \"networks\": [" + networks + "],"
                + " \"guests\": [{\"kind\": \"vm\", \"vmid\": 200, \"name\": \"a\", \"node\": \"pve9\"}]}")
        .problems();

    assertThat(problems).hasSize(61).last().hasToString("""
        plan.guests[0]: guest/200: there is no node "pve9"
            The plan has no node; declare it.""");
  }

  @Test
  void a_thousand_mistakes_told_are_all_there_are() {
    List<PlanProblem> problems = refused(
            PlanFormat.JSON, "{\"name\": \"prod\", \"packages\": [" + "1,".repeat(999) + "1]}")
        .problems();

    assertThat(problems).hasSize(1000).last().hasToString("""
        plan.packages[999]: 1 can not stand here
            Write text in quotes.""");
  }

  @Test
  void of_two_nodes_with_one_name_the_second_is_meant() {
    assertJson("""
        {"name": "prod",
         "nodes": [{"name": "pve1"}, {"name": "a b"}, {"name": "pve1"}, {"name": "pve1",
          "interfaces": [{"kind": "vlan", "name": "eno1.5", "parent": "eno1", "tag": 5}]}]}
        """, """
        the plan can not exist, 4 problems:
          plan.nodes[1]: "a b" is not a node name [NODE-001]
              Use at most 63 letters, digits and inner dashes, not digits only, for example pve1.
          plan.nodes[2]: node/pve1: there are two nodes with this name [NODE-003]
              Give each node its own name.
          plan.nodes[3]: node/pve1: there are two nodes with this name [NODE-003]
              Give each node its own name.
          plan.nodes[3].interfaces[0]: node/pve1/eno1.5: there is no interface "eno1" [NET-015]
              Declare it, or name one of: eno1.5.
        """);
  }

  @Test
  void an_address_of_a_guest_outside_of_its_network_is_refused() {
    assertJson("""
        {"name": "prod",
         "nodes": [{"name": "pve1", "interfaces": [{"kind": "bridge", "name": "vmbr0"}]}],
         "networks": [{"name": "m", "subnet": "10.0.0.0/24", "gateway": "10.0.0.1"}],
         "guests": [{"kind": "vm", "vmid": 200, "name": "a",
          "nics": [{"bridge": "vmbr0"}, {"bridge": "vmbr0"}],
          "cloudInit": {"ipConfigs": [
            {"nic": 0, "address": {"address": "10.9.0.20/24", "network": "m"}},
            {"nic": 1, "address": {"address": "10.0.0.20/25", "network": "m"}}]}}]}
        """, """
        the plan can not exist, 2 problems:
          plan.guests[0].cloudInit.ipConfigs[0]: guest/200: address 10.9.0.20/24 is not in network m \
        (10.0.0.0/24) [CI-006]
              Take an address of 10.0.0.0/24, or name another network.
          plan.guests[0].cloudInit.ipConfigs[1]: guest/200: address 10.0.0.20/25 is not in network m \
        (10.0.0.0/24) [CI-006]
              Take an address of 10.0.0.0/24, or name another network.
        """);
  }

  @Test
  void a_long_value_is_cut_in_the_message() {
    assertThat(refused(PlanFormat.JSON, "{\"name\": [\"" + "x".repeat(5_000) + "\"]}")
            .problems())
        .extracting(PlanProblem::message)
        .containsExactly("[\"" + "x".repeat(58) + "... can not stand here");
  }

  @Test
  void a_name_with_a_line_break_stays_on_one_line() {
    assertJson("{\"name\": \"a\\nb\", \"x\\ny\": 1}", """
        the plan can not exist, 2 problems:
          plan.x\\ny: there is no field "x\\ny" here
              Use one of: backup, cables, ceph, circuits, corosync, datacenter, deviceMappings, dnsServers, domain, \
        formatVersion, goLive, guests, ha, images, installation, macsFromVmids, migrations, mustSurvive, name, networks, nodes, openIscsi, packages, \
        racks, replicationJobs, repository, sdn, storageServers, storages, switches, target, terraform, timeServers.
          plan.name: "a\\nb" is not a cluster name [CLU-001]
              Use at most 15 letters, digits and inner dashes, for example prod.
        """);
  }

  @Test
  void yaml_numbers_are_decimal() {
    assertYaml("""
        name: prod
        guests:
        - kind: vm
          vmid: 0x64
          name: a
        - kind: vm
          vmid: 0144
          name: b
          onBoot: yes
        """, """
        the plan can not exist, 3 problems:
          plan.guests[0].vmid: "0x64" can not stand here
              Write a whole number.
          plan.guests[1].vmid: "0144" can not stand here
              Write a whole number.
          plan.guests[1].onBoot: "yes" can not stand here
              Write true or false.
        """);
  }
}
