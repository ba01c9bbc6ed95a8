package io.pveplan.render.network;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RealPrograms.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the scripts with stand-ins for the programs they call, and a folder instead of /etc. */
class NetworkScriptsRunTest {

  // A timer is a file that holds what it will run; "elapse" lets it run out.
  private static final String STAND_INS = """
      cd "$HERE" && mkdir -p bin
      for program in systemd-run systemctl ifreload ifup ifquery ping uname sleep elapse ip ovs-vsctl; do
        printf '#!/bin/bash\\n. "$HERE/stand-in/%s"\\n' "$program" >"bin/$program"
      done
      chmod +x bin/*
      PATH=$HERE/bin:$PATH
      """;

  private static final String OLD = "auto lo\niface lo inet loopback\n";
  private static final String PLANNED = OLD + "\nauto eno1\niface eno1 inet dhcp\n";

  private static final String APPLIED = """
      == NICs
      == interfaces
      == back in 180 seconds unless confirmed
      == reload
      all as planned
      Now open a second session to this node, and run there: bash HERE/05-network.sh confirm
      """;

  private static final ResolvedPlan OPEN_VSWITCH = ResolvedPlan.of(cluster("lab", c -> {
    var mgmt = c.network("mgmt", "192.0.2.0/24", net -> {});
    c.node(
        "pve1",
        n -> n.packages("openvswitch-switch")
            .nic("eno1")
            .bridge("vmbr0", b -> b.openVswitch().over("eno1").address(mgmt.host(11))));
  }));

  @TempDir
  private Path directory;

  @BeforeEach
  void healthy() {
    write("etc/network/interfaces", PLANNED);
    write("live/interfaces", OLD);
    write("nics/eno1", "");
    write("nics/eno2", "");
    write("calls", "");
    write("stand-in/uname", "echo pve1.example.net\n");
    write("stand-in/sleep", "");
    write("stand-in/ifup", "echo ifup $* >>$HERE/calls\n");
    write("stand-in/ifreload", "echo ifreload $* >>$HERE/calls\n");
    write("stand-in/ifquery", "echo all as planned\n");
    write("stand-in/systemd-run", """
        while [[ "$1" == --* ]]; do
          case "$1" in
            --unit=*) unit=${1#--unit=} ;;
            --on-active=*) after=${1#--on-active=} ;;
          esac
          shift
        done
        if [ -n "${after:-}" ]; then
          echo "timer $unit in $after" >>$HERE/calls
          printf '%s' "$3" >"$HERE/$unit.timer"
        else
          "$@"
        fi
        """);
    write("stand-in/systemctl", """
        case "$*" in
          *is-active*) [ -e "$HERE/${!#}" ] ;;
          stop*.timer) rm --force "$HERE/$2" ;;
        esac
        """);
    write("stand-in/elapse", """
        run=$(cat "$HERE/pveplan-network-rollback.timer")
        rm "$HERE/pveplan-network-rollback.timer"
        bash -c "$run"
        """);
  }

  @Test
  void the_file_is_applied_and_the_old_one_waits_to_come_back() {
    Outcome outcome = network("");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.output()).endsWith(APPLIED.lines().skip(2).reduce("", this::line));
    assertThat(read("live/interfaces")).isEqualTo(PLANNED);
    assertThat(read("live/interfaces.pveplan-before")).isEqualTo(OLD);
    // What a restart puts in place.
    assertThat(read("live/interfaces.new")).isEqualTo(OLD);
    assertThat(calls())
        .containsExactly(
            "ifup --all --syntax-check --interfaces HERE/live/interfaces.new",
            "timer pveplan-network-rollback in 180",
            "ifreload --all");
  }

  @Test
  void what_is_confirmed_stays() {
    network("");

    assertThat(network("confirm")).isEqualTo(new Outcome(0, """
        == NICs
        == interfaces
        confirmed; the file of before is HERE/live/interfaces.pveplan-before
        """));
    assertThat(files()).containsExactly("live/interfaces", "live/interfaces.pveplan-before");
    assertThat(read("live/interfaces")).isEqualTo(PLANNED);

    assertThat(network("confirm").output()).endsWith("already confirmed\n");
    assertThat(network("")).isEqualTo(new Outcome(0, """
        == NICs
        == interfaces
        already there
        """));
    assertThat(read("live/interfaces.pveplan-before")).isEqualTo(OLD);
  }

  @Test
  void what_is_not_confirmed_goes_back() {
    network("");

    run("elapse").succeeded();

    assertThat(read("live/interfaces")).isEqualTo(OLD);
    assertThat(files()).containsExactly("live/interfaces", "live/interfaces.pveplan-before");
    assertThat(calls()).endsWith("ifreload --all", "ifreload --all");
    assertThat(network("confirm")).isEqualTo(new Outcome(1, """
        == NICs
        == interfaces
        nothing to confirm: the planned file is not there
        """));
    assertThat(network("").status()).isZero();
    assertThat(read("live/interfaces")).isEqualTo(PLANNED);
  }

  @Test
  void a_second_run_before_the_confirmation_changes_nothing() {
    network("");

    assertThat(network("")).isEqualTo(new Outcome(1, """
        == NICs
        == interfaces
        the network is applied and waits: run this again with confirm or rollback
        """));
    assertThat(read("live/interfaces.pveplan-before")).isEqualTo(OLD);
    assertThat(calls()).hasSize(3);
  }

  @Test
  void another_plan_does_not_confirm_what_is_applied() {
    network("");
    write("etc/network/interfaces", PLANNED + "#other\n");

    assertThat(network("confirm").output()).endsWith("live/interfaces is not the planned file\n");
    run("elapse").succeeded();
    assertThat(read("live/interfaces")).isEqualTo(OLD);
  }

  @Test
  void a_confirmed_file_is_taken_back_by_hand() {
    network("");
    network("confirm");

    assertThat(network("rollback").output())
        .endsWith("the file of before is back: HERE/live/interfaces.pveplan-before\n");
    assertThat(read("live/interfaces")).isEqualTo(OLD);
    assertThat(files()).containsExactly("live/interfaces", "live/interfaces.pveplan-before");
  }

  @Test
  void a_rollback_before_the_confirmation_stops_the_timer() {
    network("");
    network("rollback");

    assertThat(read("live/interfaces")).isEqualTo(OLD);
    assertThat(directory.resolve("pveplan-network-rollback.timer")).doesNotExist();
  }

  @Test
  void without_an_old_file_there_is_no_way_back() {
    assertThat(network("rollback").output())
        .endsWith("there is no HERE/live/interfaces.pveplan-before to go back to\n");
  }

  @Test
  void a_reload_that_fails_takes_the_file_back_at_once() {
    write("stand-in/ifreload", """
        echo ifreload $* >>$HERE/calls
        ! grep -q eno1 "$HERE/live/interfaces"
        """);

    Outcome outcome = network("");

    assertThat(outcome.status()).isOne();
    assertThat(outcome.output()).endsWith("""
        == reload
        the file of before is back: HERE/live/interfaces.pveplan-before
        the reload failed: journalctl --unit pveplan-network-reload
        """);
    assertThat(read("live/interfaces")).isEqualTo(OLD);
    assertThat(directory.resolve("pveplan-network-rollback.timer")).doesNotExist();
  }

  @Test
  void a_rollback_that_does_not_load_is_told() {
    network("");
    write("stand-in/ifreload", "exit 1\n");

    assertThat(network("rollback").output())
        .endsWith(
            "the file of before is back, HERE/live/interfaces.pveplan-before, but ifreload finds"
                + " faults with it\n");
    assertThat(read("live/interfaces")).isEqualTo(OLD);
  }

  @Test
  void a_rollback_that_can_not_put_the_file_back_is_told_and_still_loads() {
    network("");
    // Nothing can be moved from here to the place of a file.
    write("live/interfaces.pveplan-back/full", "");

    Outcome outcome = network("rollback");

    assertThat(outcome.status()).isOne();
    assertThat(outcome.output())
        .endsWith("the file of before is not back: copy HERE/live/interfaces.pveplan-before to"
            + " HERE/live/interfaces by hand, then ifreload --all\n");
    assertThat(read("live/interfaces")).isEqualTo(PLANNED);
    // A restart still puts it back.
    assertThat(read("live/interfaces.new")).isEqualTo(OLD);
    assertThat(calls()).endsWith("ifreload --all", "ifreload --all");
  }

  @Test
  void a_timer_that_can_not_put_the_file_back_fails() {
    network("");
    delete("live/interfaces.pveplan-before");

    assertThat(run("elapse").status()).isNotZero();
    assertThat(calls()).endsWith("ifreload --all", "ifreload --all");
  }

  @Test
  void files_that_somebody_keeps_beside_it_stay() {
    for (String name : List.of("old", "before", "back", "before.copy")) {
      write("live/interfaces." + name, "#mine\n");
    }

    network("");
    run("elapse").succeeded();
    network("");
    network("confirm");
    network("rollback");

    for (String name : List.of("old", "before", "back", "before.copy")) {
      assertThat(read("live/interfaces." + name)).isEqualTo("#mine\n");
    }
  }

  @Test
  void changes_staged_by_somebody_else_while_it_waits_or_later_stay() {
    network("");
    write("live/interfaces.new", "#mine\n");
    network("confirm");
    assertThat(read("live/interfaces.new")).isEqualTo("#mine\n");

    network("rollback");
    assertThat(read("live/interfaces")).isEqualTo(OLD);
    assertThat(read("live/interfaces.new")).isEqualTo("#mine\n");
  }

  @Test
  void a_rollback_tries_again_while_another_reload_runs() {
    network("");
    write("stand-in/ifreload", """
        echo busy >>"$HERE/calls"
        [ "$(grep -c busy "$HERE/calls")" -ge 3 ]
        """);

    run("elapse").succeeded();

    assertThat(calls()).endsWith("ifreload --all", "busy", "busy", "busy");
  }

  @Test
  void a_file_that_ifupdown2_refuses_is_not_applied() {
    write("stand-in/ifup", "echo 'line 4: bad'; exit 1\n");

    assertThat(network("")).isEqualTo(new Outcome(1, """
        == NICs
        == interfaces
        line 4: bad
        ifupdown2 refuses the file
        """));
    untouched();
  }

  @Test
  void without_a_timer_nothing_is_applied() {
    write("stand-in/systemd-run", "exit 1\n");

    assertThat(network("").status()).isOne();
    assertThat(read("live/interfaces")).isEqualTo(OLD);
    assertThat(files()).containsExactly("live/interfaces", "live/interfaces.pveplan-before");
  }

  @Test
  void an_interrupted_run_leaves_nothing_that_a_restart_would_apply() {
    write("stand-in/ifup", "kill -TERM $PPID; /bin/sleep 1\n");

    assertThat(network("").status()).isNotZero();
    untouched();
  }

  @Test
  void a_session_that_ends_during_the_reload_does_not_stop_it() {
    write("stand-in/ifreload", "kill -HUP $PPID; kill -PIPE $PPID; echo ifreload >>$HERE/calls\n");

    assertThat(network("").status()).isZero();
    assertThat(calls()).endsWith("ifreload");
  }

  @Test
  void staged_changes_of_somebody_else_stay() {
    write("live/interfaces.new", "#mine\n");

    assertThat(network("")).isEqualTo(new Outcome(1, """
        == NICs
        == interfaces
        HERE/live/interfaces.new holds changes of somebody else: apply or revert them first
        """));
    assertThat(read("live/interfaces.new")).isEqualTo("#mine\n");
    assertThat(read("live/interfaces")).isEqualTo(OLD);
  }

  @Test
  void a_nic_of_another_name_is_told() {
    delete("nics/eno2");

    assertThat(network("")).isEqualTo(new Outcome(1, """
        == NICs
        there is no NIC eno2
        == interfaces
        give the NICs the names of the plan first, and restart the node
        """));
    untouched();
  }

  @Test
  void a_script_without_its_folder_does_nothing() {
    delete("etc/network/interfaces");

    assertThat(network("").output())
        .endsWith("there is no HERE/etc/network/interfaces: copy the whole folder of this node\n");
    untouched();
  }

  @Test
  void other_words_and_times_are_refused() {
    assertThat(network("konfirm").output()).endsWith("run it with apply, confirm or rollback\n");
    for (String time : List.of("0", "5", "soon", "-20", "10000")) {
      assertThat(run("CONFIRM_WITHIN=" + time + " bash \"$HERE/05-network.sh\"").output())
          .endsWith("CONFIRM_WITHIN is no number of seconds from 10 to 9999\n");
    }
    untouched();
  }

  @Test
  void the_time_is_a_matter_of_choice() {
    assertThat(run("CONFIRM_WITHIN=600 bash \"$HERE/05-network.sh\"").status()).isZero();
    assertThat(calls()).contains("timer pveplan-network-rollback in 600");
  }

  @Test
  void peers_that_answer_pass() {
    write("stand-in/ping", "echo $* >>$HERE/calls\n");

    assertThat(peers()).isEqualTo(new Outcome(0, """
        == the other nodes
        ceph: pve2 (2001:db8:0:1::c) answers to packets of 9000 bytes
        mgmt: pve2 (192.0.2.12) answers to packets of 1500 bytes
        """));
    assertThat(calls())
        .containsExactly(
            "-q -c 3 -i 0.2 -w 5 -M do -s 8952 -I 2001:db8:0:1::b 2001:db8:0:1::c",
            "-q -c 3 -i 0.2 -w 5 -M do -s 1472 -I 192.0.2.11 192.0.2.12");
  }

  @Test
  void a_small_mtu_on_the_way_is_told_from_no_way() {
    write("stand-in/ping", "[[ \" $* \" == *' -s 56 '*:* ]]\n");

    assertThat(peers()).isEqualTo(new Outcome(1, """
        == the other nodes
        ceph: pve2 (2001:db8:0:1::c) answers, but not to packets of 9000 bytes: see the MTU of the way
        mgmt: pve2 (192.0.2.12) does not answer to 192.0.2.11
        """));
  }

  @Test
  void a_node_of_no_shared_network_reaches_nobody() {
    write("stand-in/uname", "echo pve3\n");

    assertThat(peers()).isEqualTo(new Outcome(0, """
            == the other nodes
            pve3 shares no network of the plan with another node
            """));
  }

  @Test
  void a_machine_that_is_not_in_the_plan_is_refused() {
    write("stand-in/uname", "echo vm\n");

    assertThat(peers()).isEqualTo(new Outcome(1, "== the other nodes\nthe plan has no node vm\n"));
  }

  @Test
  void a_bridge_of_the_kernel_makes_room_for_one_of_open_vswitch_and_comes_back() {
    write("nics/vmbr0/bridge/bridge_id", "");
    write("stand-in/ip", "echo ip $* >>$HERE/calls\n");
    write("stand-in/ovs-vsctl", "echo ovs-vsctl $* >>$HERE/calls\n");
    write("05-network.sh", script(OPEN_VSWITCH, "nodes/pve1/05-network.sh"));

    assertThat(RealPrograms.bash("export HERE=" + directory + "\n" + STAND_INS
                + "bash \"$HERE/05-network.sh\" && elapse\n")
            .status())
        .isZero();
    assertThat(read("live/interfaces")).isEqualTo(OLD);
    assertThat(calls())
        .containsExactly(
            "ifup --all --syntax-check --interfaces HERE/live/interfaces.new",
            "timer pveplan-network-rollback in 180",
            "ip link delete dev vmbr0",
            "ifreload --all",
            "ovs-vsctl --if-exists del-br vmbr0",
            "ifreload --all");
  }

  @Test
  void a_bridge_of_open_vswitch_that_is_one_already_stays() {
    write("nics/vmbr0/address", "");
    write("stand-in/ip", "echo ip $* >>$HERE/calls\n");
    write("stand-in/ovs-vsctl", "echo ovs-vsctl $* >>$HERE/calls\n");
    write("05-network.sh", script(OPEN_VSWITCH, "nodes/pve1/05-network.sh"));

    assertThat(RealPrograms.bash("export HERE=" + directory + "\n" + STAND_INS
                + "bash \"$HERE/05-network.sh\" && elapse\n")
            .status())
        .isZero();
    assertThat(calls())
        .containsExactly(
            "ifup --all --syntax-check --interfaces HERE/live/interfaces.new",
            "timer pveplan-network-rollback in 180",
            "ifreload --all",
            "ifreload --all");
  }

  private void untouched() {
    assertThat(read("live/interfaces")).isEqualTo(OLD);
    assertThat(files()).containsExactly("live/interfaces");
    assertThat(calls()).doesNotContain("ifreload --all");
  }

  private String line(String before, String line) {
    return before + line + "\n";
  }

  private Outcome network(String action) {
    return run("bash \"$HERE/05-network.sh\" " + action);
  }

  private Outcome peers() {
    return run("bash \"$HERE/05-peers.sh\"");
  }

  private Outcome run(String command) {
    write("05-network.sh", script("nodes/pve1/05-network.sh"));
    write("05-peers.sh", script("cluster/05-peers.sh"));
    Outcome outcome =
        RealPrograms.bash("export HERE=" + directory + "\n" + STAND_INS + command + "\n");
    return new Outcome(outcome.status(), here(outcome.output()));
  }

  private String script(String path) {
    return script(NetworkApplyRendererTest.PLAN, path);
  }

  private String script(ResolvedPlan plan, String path) {
    return new NetworkApplyRenderer()
        .render(plan).artifacts().stream()
            .filter(file -> file.path().equals(path))
            .map(Artifact::content)
            .findFirst()
            .orElseThrow()
            .replace("LIVE=/etc/network/", "LIVE=" + directory + "/live/")
            .replace("/sys/class/net/", directory + "/nics/");
  }

  private String here(String text) {
    return text.replace(directory.toString(), "HERE");
  }

  private List<String> calls() {
    return here(read("calls")).lines().toList();
  }

  private List<String> files() {
    try (var found = Files.list(directory.resolve("live"))) {
      return found.map(file -> "live/" + file.getFileName()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String name) {
    try {
      Files.delete(directory.resolve(name));
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
}
