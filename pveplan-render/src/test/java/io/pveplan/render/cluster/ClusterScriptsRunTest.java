package io.pveplan.render.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Renderers;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RealPrograms.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the scripts with stand-ins for the programs they call, and a folder instead of /etc/pve. */
class ClusterScriptsRunTest {

  // Functions would not do: timeout runs programs.
  private static final String STAND_INS = """
      cd "$HERE" && mkdir -p bin pve
      for program in pvecm ping corosync-quorumtool corosync-qdevice-tool uname sleep pvesh dpkg dpkg-query; do
        printf '#!/bin/bash\\n. "$HERE/%s"\\n' "$program" >"bin/$program"
      done
      chmod +x bin/*
      PATH=$HERE/bin:$PATH
      """;

  private static final String CREATED = """
      == links
      == cluster lab
      waiting for quorum
      """;

  @TempDir
  private Path directory;

  @Test
  void a_cluster_is_created_once() {
    healthy("pve-a");
    String script = script("three-nodes", "nodes/pve-a/06-cluster-create.sh");

    assertThat(run(script)).isEqualTo(new Outcome(0, CREATED));
    assertThat(run(script))
        .isEqualTo(new Outcome(0, CREATED.replace("waiting", "already there\nwaiting")));
    assertThat(calls())
        .containsExactly(
            "create lab --link0 192.0.2.11,priority=20 --link1 198.51.100.11,priority=10");
  }

  @Test
  void a_node_joins_with_its_own_addresses() {
    healthy("pve-b.example.net");

    run(script("three-nodes", "nodes/pve-b/07-cluster-join.sh")).succeeded();

    assertThat(calls())
        .containsExactly("add 198.51.100.11 --link0 192.0.2.12 --link1 198.51.100.12");
  }

  @Test
  void votes_are_passed_on() {
    healthy("pve1");
    run(script("votes", "nodes/pve1/06-cluster-create.sh")).succeeded();
    write("pve/corosync.conf", "");
    assertThat(calls()).containsExactly("create lab --link0 192.0.2.11 --votes 2");
  }

  @Test
  void a_script_of_another_node_does_nothing() {
    healthy("pve-b");

    assertThat(run(script("three-nodes", "nodes/pve-c/07-cluster-join.sh")))
        .isEqualTo(new Outcome(1, "this is pve-b, not pve-c\n"));
    assertThat(calls()).isEmpty();
  }

  @Test
  void nothing_is_done_before_the_addresses_of_the_links_are_there() {
    healthy("pve-a");
    write("ping", "[ \"${!#}\" != 198.51.100.11 ]\n");

    assertThat(run(script("three-nodes", "nodes/pve-a/06-cluster-create.sh")))
        .isEqualTo(new Outcome(1, """
            == links
            link1: this node has no address 198.51.100.11. Configure its network first.
            """));
    assertThat(calls()).isEmpty();
  }

  @Test
  void a_node_does_not_join_where_the_first_node_does_not_answer() {
    healthy("pve-b");
    write("ping", "[ \"${!#}\" != 192.0.2.11 ]\n");

    assertThat(run(script("three-nodes", "nodes/pve-b/07-cluster-join.sh")))
        .isEqualTo(new Outcome(1, "== links\nlink0: pve-a does not answer at 192.0.2.11.\n"));
    assertThat(calls()).isEmpty();
  }

  @Test
  void without_quorum_the_script_fails_in_time() {
    healthy("pve-a");
    write("corosync-quorumtool", "exit 2\n");
    String script = script("three-nodes", "nodes/pve-a/06-cluster-create.sh");

    assertThat(script).contains("await quorum 120 ");
    assertThat(run(script.replace("await quorum 120 ", "await quorum 1 ")))
        .isEqualTo(new Outcome(1, CREATED + "gave up waiting for quorum\n"));
  }

  @Test
  void a_node_of_another_cluster_is_told() {
    healthy("pve-b");
    write("pve/corosync.conf", "totem {\n  cluster_name: lab2\n}\n");

    assertThat(run(script("three-nodes", "nodes/pve-b/07-cluster-join.sh")))
        .isEqualTo(new Outcome(
            1,
            "== links\n== join lab\nalready there\nwaiting for quorum\n"
                + "This node is in another cluster than lab.\n"));
    assertThat(calls()).isEmpty();
  }

  @Test
  void a_qdevice_is_set_up_once_and_another_one_is_told() {
    healthy("pve1");
    write("pve/corosync.conf", "totem {\n  cluster_name: lab\n}\n");
    String script = script("three-nodes-and-forced-qdevice", "cluster/08-qdevice.sh");

    run(script).succeeded();
    run(script).succeeded();

    assertThat(calls()).containsExactly("qdevice setup 192.0.2.9 --force");

    write(
        "pve/corosync.conf",
        "totem {\n  cluster_name: lab\n}\ndevice {\nmodel: net\n  host: 192.0.2.99\n}\n");
    assertThat(run(script)).isEqualTo(new Outcome(1, """
            == quorum
            waiting for quorum
            == QDevice 192.0.2.9
            already there
            The cluster has another QDevice: pvecm qdevice remove takes it away.
            """));
  }

  @Test
  void a_qdevice_that_does_not_connect_is_told() {
    healthy("pve1");
    write("corosync-qdevice-tool", "printf 'State:                  Connect failed\\n'\n");
    write("pve/corosync.conf", "totem {\n  cluster_name: lab\n}\n");
    String script = script("three-nodes-and-forced-qdevice", "cluster/08-qdevice.sh");

    assertThat(script).contains("await 'the QDevice' 120 ");
    assertThat(run(script.replace("await 'the QDevice' 120 ", "await 'the QDevice' 1 ")))
        .isEqualTo(new Outcome(1, """
            == quorum
            waiting for quorum
            == QDevice 192.0.2.9
            waiting for the QDevice
            gave up waiting for the QDevice
            """));
  }

  @Test
  void an_old_package_is_told_before_anything_is_done() {
    healthy("pve1");
    write("dpkg-query", "echo 9.0.6\n");

    assertThat(run(script("datacenter-options", "cluster/09-datacenter.sh")))
        .isEqualTo(
            new Outcome(1, "This needs pve-cluster 9.1.2 or later, on each node: see step 3.\n"));
    assertThat(run(script("token-coefficient", "nodes/pve1/06-cluster-create.sh")))
        .isEqualTo(
            new Outcome(1, "This needs pve-cluster 9.1.0 or later, on each node: see step 3.\n"));
    assertThat(calls()).isEmpty();

    healthy("pve1");
    run(script("datacenter-options", "cluster/09-datacenter.sh")).succeeded();
    assertThat(calls()).contains("set /cluster/options --mac_prefix BC:24:11:0");
  }

  private void healthy(String name) {
    write("uname", "echo " + name + "\n");
    write("ping", "");
    write("sleep", "exec /bin/sleep 0.2\n");
    write("corosync-quorumtool", "");
    write("corosync-qdevice-tool", "printf 'State:                  Connected\\n'\n");
    write("calls", "");
    write("pvesh", "echo \"$*\" >>\"$HERE/calls\"\n");
    write("dpkg-query", "echo 9.1.2\n");
    write("dpkg", "[ \"$(printf '%s\\n' \"$2\" \"$4\" | sort -V | head -n 1)\" = \"$4\" ]\n");
    write("pvecm", """
        echo "$*" >>"$HERE/calls"
        if [ "$1" = qdevice ]; then
          printf 'model: net\\nhost: %s\\n' "$3" >>"$HERE/pve/corosync.conf"
        else
          printf 'totem {\\n  cluster_name: lab\\n}\\n' >"$HERE/pve/corosync.conf"
        fi
        """);
  }

  private Outcome run(String script) {
    write("script.sh", script.replace("/etc/pve/", directory + "/pve/"));
    return RealPrograms.bash(
        "export HERE=" + directory + "\n" + STAND_INS + "bash \"$HERE/script.sh\"\n");
  }

  private List<String> calls() {
    try {
      return Files.readAllLines(directory.resolve("calls"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String script(String name, String path) {
    return Renderers.empty()
        .with(new ClusterRenderer(), new DatacenterRenderer())
        .render(ClusterCases.of(name))
        .artifact(path)
        .orElseThrow()
        .content();
  }
}
