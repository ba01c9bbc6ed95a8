package io.pveplan.model.ceph;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CephLayoutTest {

  private static final String PLAN =
      """
      {"name": "lab",
       "racks": [{"name": "r1", "room": "north"}, {"name": "r2"}],
       "nodes": [%s, %s, %s],
       "ceph": {
         "crushRules": [
           {"name": "by-rack", "failureDomain": "rack", "deviceClass": "nvme"}],
         "pools": [
           {"name": "vms", "crushRule": "by-rack", "plannedData": "1TB"},
           {"name": "cold", "erasureCode": {"dataChunks": 2, "codingChunks": 1, "deviceClass": "hdd"}}],
         "fileSystems": [{"name": "files", "pgNum": 16}]},
       "guests": [
         {"kind": "vm", "vmid": 100, "name": "a", "template": true,
          "disks": [{"slot": "scsi0", "storage": "cold", "size": "100GB"}]},
         {"kind": "vm", "vmid": 101, "name": "b", "clone": {"template": 100},
          "disks": [{"slot": "scsi1", "storage": "cold", "size": "50GB"}]}]}
      """.formatted(node("pve1", "r1"), node("pve2", "r2"), node("pve3", "r2"));

  private final CephLayout ceph = ResolvedPlan.of(PlanFormat.JSON.read(PLAN)).cephLayout();

  private static String node(String name, String rack) {
    return """
        {"name": "%s",
         "hardware": {"rack": "%s", "disks": [
           {"device": "/dev/nvme0n1", "size": "2TB", "diskKind": "nvme"},
           {"device": "/dev/sda", "size": "4TB", "diskKind": "hdd"}]},
         "osds": [{"device": "/dev/nvme0n1", "osdsPerDevice": 2}, {"device": "/dev/sda"}]}
        """.formatted(name, rack);
  }

  @Test
  void osds_are_in_their_buckets() {
    assertThat(ceph.osds().stream()
            .limit(4)
            .map(
                osd -> osd.number() + " " + osd.path() + " " + osd.deviceClass().get() + " "
                    + osd.capacity().get() + " " + osd.bucket(FailureDomain.OSD).get() + " "
                    + osd.bucket(FailureDomain.HOST).get() + " "
                    + osd.bucket(FailureDomain.RACK).get() + " "
                    + osd.bucket(FailureDomain.ROOM).orElse("-"))
            .collect(joining("\n")))
        .isEqualTo("""
                0 node/pve1/osd//dev/nvme0n1 nvme 1TB osd.0 pve1 r1 north
                1 node/pve1/osd//dev/nvme0n1 nvme 1TB osd.1 pve1 r1 north
                2 node/pve1/osd//dev/sda hdd 4TB osd.2 pve1 r1 north
                3 node/pve2/osd//dev/nvme0n1 nvme 1TB osd.3 pve2 r2 -""");
  }

  @Test
  void pools_are_those_that_ceph_will_have() {
    assertThat(ceph.pools().stream()
            .map(pool -> pool.name() + " " + pool.path() + " " + pool.kind() + " " + pool.copies()
                + "/" + pool.minCopies() + " k" + pool.dataChunks() + " " + pool.rule() + " "
                + pool.failureDomain() + " " + pool.deviceClass().orElse("-") + " pg"
                + pool.pgNum() + " " + pool.data().map(Object::toString).orElse("-"))
            .collect(joining("\n")))
        .isEqualTo("""
                vms ceph/pool/vms REPLICATED 3/2 k1 by-rack rack nvme pg128 1TB
                cold-metadata ceph/pool/cold METADATA 3/2 k1 replicated_rule host - pg32 -
                cold-data ceph/pool/cold ERASURE_CODED 3/2 k2 cold-data host hdd pg128 250GB
                files_data ceph/fs/files REPLICATED 3/2 k1 replicated_rule host - pg16 -
                files_metadata ceph/fs/files METADATA 3/2 k1 replicated_rule host - pg8 -""");
  }

  @Test
  void buckets_are_counted_by_type_and_class() {
    assertThat(ceph.located()).isTrue();
    assertThat(ceph.domains(ceph.pools().get(0)).buckets()).hasToString("{r1=2.0E12, r2=4.0E12}");
    assertThat(ceph.domains(FailureDomain.RACK, Optional.of("hdd")).largest())
        .contains(new CrushDomains.Share("r2", 8e12));
    assertThat(ceph.domains(FailureDomain.ROOM, Optional.empty()))
        .hasToString("CrushDomains[type=room, buckets={north=6.0E12}, nodesWithout=[pve2, pve3]]");
    assertThat(ceph.domains(FailureDomain.OSD, Optional.empty()).count()).isEqualTo(9);
    assertThat(ceph.domains(FailureDomain.HOST, Optional.of("ssd")).count()).isZero();
  }

  @Test
  void data_are_counted_with_their_copies() {
    assertThat(ceph.classes().stream()
            .map(each -> String.format(
                Locale.ROOT,
                "%s osds %d raw %.0f used %.0f ratio %.3f without 4TB %.3f unknown %s",
                each.path(),
                each.osds().size(),
                each.raw(),
                each.used(),
                each.ratio(),
                each.ratioWithout(4e12),
                each.unknown()))
            .collect(joining("\n")))
        .isEqualTo("""
                ceph/class/hdd osds 3 raw 12000000000000 used 375000000000 ratio 0.031 without 4TB 0.047 unknown [planned data of ceph/fs/files]
                ceph/class/nvme osds 6 raw 6000000000000 used 3000000000000 ratio 0.500 without 4TB 1.500 unknown [planned data of ceph/fs/files]""");
  }

  @Test
  void what_fits_stops_at_nearfull() {
    ClassCapacity nvme = ceph.classes().get(1);

    PlacedPool vms = ceph.pools().get(0);

    // Two racks hold no three copies.
    assertThat(ceph.usable(nvme, vms, Optional.empty())).isEmpty();
    PlacedPool files = ceph.pools().get(3);
    assertThat(ceph.usable(nvme, files, Optional.empty())).hasValue(1.7e12);
    assertThat(ceph.usable(nvme, files, Optional.of(FailureDomain.OSD))).hasValue(0.85e12);
    assertThat(ceph.usable(nvme, files, Optional.of(FailureDomain.HOST))).isEmpty();
    PlacedPool cold = ceph.pools().get(2);
    assertThat(ceph.usable(ceph.classes().get(0), cold, Optional.empty())).hasValue(6.8e12);
    assertThat(nvme.ratioWithout(6e12)).isEqualTo(1);
  }

  @Test
  void a_plan_without_ceph_has_nothing_of_it() {
    CephLayout none =
        ResolvedPlan.of(PlanFormat.JSON.read("{\"name\": \"lab\"}")).cephLayout();

    assertThat(none.osds()).isEmpty();
    assertThat(none.pools()).isEmpty();
    assertThat(none.classes()).isEmpty();
    assertThat(none.located()).isFalse();
  }
}
