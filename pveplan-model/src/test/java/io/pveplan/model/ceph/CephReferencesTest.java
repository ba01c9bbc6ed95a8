package io.pveplan.model.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.json.PlanFormat;
import org.junit.jupiter.api.Test;

class CephReferencesTest {

  @Test
  void all_that_refers_to_nothing_is_found_at_once() {
    assertThat(problems("""
        {"name": "lab", "nodes": [{"name": "pve1"}],
         "ceph": {
           "monitors": ["pve1"],
           "monitorAddresses": [{"node": "pve2", "address": "10.0.0.2"}],
           "metadataServers": [{"node": "pve3"}],
           "pools": [{"name": "vms", "crushRule": "by-rack"}],
           "fileSystems": [{"name": "files", "crushRule": "by-room"}]},
         "storages": [
           {"kind": "rbd", "id": "rbd1", "pool": "vms", "dataPool": "vms-data"},
           {"kind": "cephfs", "id": "fs1", "fileSystem": "fils"}]}
        """)).isEqualTo("""
            plan.ceph.monitorAddresses[0]: ceph/monitor/pve2: there is no monitor "pve2"
            plan.ceph.metadataServers[0]: ceph/mds/pve3: there is no node "pve3"
            plan.ceph.pools[0]: ceph/pool/vms: there is no CRUSH rule "by-rack"
            plan.ceph.fileSystems[0]: ceph/fs/files: there is no CRUSH rule "by-room"
            plan.storages[0]: storage/rbd1: there is no Ceph pool "vms-data"
            plan.storages[1]: storage/fs1: there is no CephFS "fils"
            """);
  }

  @Test
  void what_is_there_twice_is_found() {
    assertThat(problems("""
        {"name": "lab", "nodes": [{"name": "pve1"}, {"name": "pve2"}],
         "ceph": {
           "monitors": ["pve1", "pve2"],
           "monitorAddresses": [
             {"node": "pve1", "address": "10.0.0.1"}, {"node": "pve2", "address": "10.0.0.1"}],
           "metadataServers": [{"node": "pve1"}, {"node": "pve2", "name": "pve1"}],
           "crushRules": [
             {"name": "replicated_rule", "failureDomain": "host"},
             {"name": "a", "failureDomain": "host"},
             {"name": "a", "failureDomain": "osd"}],
           "pools": [
             {"name": "cold", "erasureCode": {"dataChunks": 2, "codingChunks": 1}},
             {"name": "cold-data"}],
           "fileSystems": [{"name": "files"}, {"name": "files"}]},
         "storages": [{"kind": "dir", "id": "cold", "directory": "/srv"}]}
        """)).isEqualTo("""
            plan.ceph.pools[0]: ceph/pool/cold: the pool adds a storage of its name, and there is another storage with this ID [LOC-002]
            plan.ceph.monitorAddresses[1]: ceph/monitor/pve2: 10.0.0.1 is already the address of the monitor on pve1 [CEPH-009]
            plan.ceph.metadataServers[1]: ceph/mds/pve1: there are two metadata servers with this name
            plan.ceph.crushRules[2]: ceph/rule/a: there are two CRUSH rules with this name
            plan.ceph.crushRules[0]: ceph/rule/replicated_rule: Ceph makes a rule of this name itself
            plan.ceph.pools[1]: ceph/pool/cold-data: it needs a Ceph pool cold-data, which pool cold has already [CEPH-041]
            plan.ceph.fileSystems[1]: ceph/fs/files: there are two file systems with this name [CEPH-042]
            """);
  }

  @Test
  void devices_are_used_once_but_for_databases_and_logs() {
    assertThat(problems("""
        {"name": "lab", "nodes": [{"name": "pve1",
          "zfsPools": [{"name": "tank", "raid": "single", "devices": ["/dev/sda"]}],
          "osds": [
            {"device": "/dev/sdb", "dbDevice": "/dev/nvme0n1"},
            {"device": "/dev/sdc", "dbDevice": "/dev/nvme0n1", "walDevice": "/dev/sdb"},
            {"device": "/dev/sdd", "dbDevice": "/dev/sda"}]}]}
        """)).isEqualTo("""
            plan.nodes[0].osds[1]: node/pve1: /dev/sdb can not be used for databases and logs of OSDs: it is already used for an OSD
            plan.nodes[0].osds[2]: node/pve1: /dev/sda can not be used for databases and logs of OSDs: it is already used for ZFS pool tank
            """);
  }

  @Test
  void pools_of_an_erasure_code_and_of_a_file_system_can_be_a_storage() {
    assertThat(problems("""
        {"name": "lab",
         "ceph": {
           "pools": [{"name": "cold", "addStorages": false,
                      "erasureCode": {"dataChunks": 2, "codingChunks": 1}}],
           "fileSystems": [{"name": "files", "addStorage": false}]},
         "storages": [
           {"kind": "rbd", "id": "rbd1", "pool": "cold-metadata", "dataPool": "cold-data"},
           {"kind": "rbd", "id": "rbd2", "pool": "any", "monitors": ["10.0.0.1"]},
           {"kind": "cephfs", "id": "fs1"},
           {"kind": "cephfs", "id": "fs2", "fileSystem": "any", "monitors": ["10.0.0.1"]}]}
        """)).isEmpty();
  }

  @Test
  void buckets_of_all_types_have_one_namespace() {
    assertThat(problems(located("\"locations\": true"))).isEqualTo("""
        plan.nodes[2]: node/default: node default can not be a bucket in CRUSH: the root that Ceph makes has this name there
        plan.racks[0]: rack/pve1: rack pve1 can not be a bucket in CRUSH: node/pve1 has this name there
        plan.nodes[1]: node/pve2: rack pve2 can not be a bucket in CRUSH: node/pve2 has this name there
        plan.racks[1]: rack/r2: room r2 can not be a bucket in CRUSH: rack/r2 has this name there
        """);
    assertThat(problems(
            located("\"crushRules\": [{\"name\": \"by-room\", \"failureDomain\": \"room\"}]")))
        .contains("rack/pve1: rack pve1 can not be a bucket in CRUSH");
    assertThat(problems(located("""
        "pools": [{"name": "cold", "erasureCode":
          {"dataChunks": 2, "codingChunks": 1, "failureDomain": "rack"}}]""")))
        .contains("rack/pve1: rack pve1 can not be a bucket in CRUSH");
  }

  @Test
  void names_outside_of_crush_may_be_the_same() {
    assertThat(problems(located("\"locations\": false"))).isEmpty();
    assertThat(problems(
            located("\"locations\": true").replaceAll("\"osds\": [^}]*}]", "\"osds\": []")))
        .isEmpty();
  }

  private static String located(String ceph) {
    return """
        {"name": "lab",
         "racks": [{"name": "pve1", "room": "north"}, {"name": "r2", "room": "r2"}],
         "nodes": [
           {"name": "pve1", "hardware": {"rack": "pve1"}, "osds": [{"device": "/dev/sda"}]},
           {"name": "pve2", "hardware": {"rack": "pve2"}, "osds": [{"device": "/dev/sda"}]},
           {"name": "default", "hardware": {"rack": "r2"}, "osds": [{"device": "/dev/sda"}]}],
         "ceph": {%s}}
        """.formatted(ceph);
  }

  private static String problems(String json) {
    try {
      PlanFormat.JSON.read(json);
      return "";
    } catch (PlanDefinitionException refused) {
      StringBuilder text = new StringBuilder();
      refused
          .problems()
          .forEach(problem -> text.append(problem.at())
              .append(": ")
              .append(problem.message())
              .append(problem.rule().map(rule -> " [" + rule + "]").orElse(""))
              .append('\n'));
      return text.toString();
    }
  }
}
