package io.pveplan.render.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.text.Command;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gates make of answers of Ceph; that of the OSDs comes from a program of Ceph. */
class CephGatesTest {

  @TempDir
  private Path directory;

  @Test
  void a_tree_of_osds_is_counted() {
    String ceph = "cd " + directory + "\nosdmaptool --createsimple 4 map >/dev/null 2>&1\n"
        + "ceph() { osdmaptool map --mark-up-in --tree=json 2>/dev/null | sed -n '/^{/,$p'; }\n";

    assertThat(status(ceph, CephGates.osdsUp(4))).isZero();
    assertThat(status(ceph, CephGates.osdsUp(5))).isEqualTo(1);
    assertThat(status(ceph, CephGates.osdsUp("localhost", 4))).isZero();
    assertThat(status(ceph, CephGates.osdsUp("localhost", 5))).isEqualTo(1);
    assertThat(status(ceph, CephGates.osdsUp("pve9", 1))).isEqualTo(1);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(CephGates.inQuorum("pve1"), "{'quorum_names': ['pve1', 'pve2']}", 0),
        Arguments.of(CephGates.inQuorum("pve"), "{'quorum_names': ['pve1', 'pve2']}", 1),
        Arguments.of(CephGates.managerUp("pve1"), managers(true), 0),
        Arguments.of(CephGates.managerUp("pve2"), managers(true), 0),
        Arguments.of(CephGates.managerUp("pve3"), managers(true), 1),
        Arguments.of(CephGates.managerUp("pve1"), managers(false), 1),
        Arguments.of(CephGates.poolIs("vms", "d[\"size\"] == 3"), "{'pool': 'vms', 'size': 3}", 0),
        Arguments.of(CephGates.poolIs("vms", "d[\"size\"] == 3"), "{'pool': 'vms', 'size': 2}", 1),
        Arguments.of(CephGates.poolIs("vms", "d[\"pg_num_min\"] == 8"), "{'pool': 'vms'}", 1),
        Arguments.of(CephGates.usedFor("vms", "rbd"), "{'rbd': {}}", 0),
        Arguments.of(CephGates.usedFor("vms", "rbd"), "{}", 1),
        Arguments.of(CephGates.allClean(), groups(97), 0),
        Arguments.of(CephGates.allClean(), groups(98), 1),
        Arguments.of(CephGates.metadataServer("pve1"), servers("up:standby"), 0),
        Arguments.of(CephGates.metadataServer("pve2"), servers("up:standby"), 0),
        Arguments.of(CephGates.metadataServer("pve3"), servers("up:standby"), 1),
        Arguments.of(CephGates.active("files"), servers("up:active"), 0),
        Arguments.of(CephGates.active("files"), servers("up:replay"), 1),
        Arguments.of(CephGates.active("other"), servers("up:active"), 1),
        Arguments.of(CephGates.holds("r1", "pve1"), "['pve1', 'pve2']", 0),
        Arguments.of(CephGates.holds("r1", "pve"), "['pve1', 'pve2']", 1),
        Arguments.of(
            CephGates.configured("osd", "osd_memory_target", "4294967296"), "4294967296", 0),
        Arguments.of(
            CephGates.configured("osd", "osd_memory_target", "4294967296"), "429496729", 1),
        Arguments.of(CephGates.poolHas("vms", "min_size", 2), "{'pool': 'vms', 'min_size': 2}", 0),
        Arguments.of(CephGates.poolHas("vms", "crush_rule", "fast"), "{'crush_rule': 'fas'}", 1),
        Arguments.of(CephGates.activeServers("files", 2), "{'mdsmap': {'max_mds': 2}}", 0),
        Arguments.of(CephGates.managerUp("pve1"), "", 1),
        Arguments.of(CephGates.managerUp("pve1"), "Error initializing cluster client", 1));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_is_understood(Command gate, String answer, int status) {
    String ceph =
        "answer=\"" + answer + "\"\nexport answer\nceph() { tr \"'\" '\"' <<<\"$answer\"; }\n";

    assertThat(status(ceph, gate)).isEqualTo(status);
  }

  private static String managers(boolean available) {
    return "{'available': " + available
        + ", 'active_name': 'pve1', 'standbys': [{'gid': 4, 'name': 'pve2'}]}";
  }

  private static String groups(int all) {
    return "{'pgmap': {'num_pgs': " + all + ", 'pgs_by_state': [{'state_name': 'active+clean',"
        + " 'count': 96}, {'state_name': 'active+clean+scrubbing', 'count': 1}]}}";
  }

  private static String servers(String state) {
    return "{'fsmap': {'standbys': [{'name': 'pve2'}], 'filesystems': [{'mdsmap': {'fs_name':"
        + " 'files', 'info': {'4': {'name': 'pve1', 'state': '" + state + "'}}}}]}}";
  }

  private static int status(String ceph, Command gate) {
    return RealPrograms.cephTools(
            ceph + "export -f ceph\n" + CephGates.FUNCTIONS + gate.text() + " 2>/dev/null\n")
        .status();
  }
}
