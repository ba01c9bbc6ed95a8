package io.pveplan.render.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.testing.RealPrograms.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the scripts with stand-ins for Proxmox VE's programs. */
class GuestScriptsRunTest {

  @TempDir
  private Path directory;

  static Set<String> cases() {
    return GuestCases.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_second_run_changes_nothing(String name) {
    GuestStandIns standIns = new GuestStandIns(directory);
    run(standIns, name);
    String guests = standIns.guests();
    assertThat(guests).isNotEmpty().doesNotContain("unfinished");

    for (Artifact script : scripts(name)) {
      standIns.run(script.target().name(), script.content()).succeeded();
      assertThat(standIns.changes()).isEmpty();
    }
    assertThat(standIns.guests()).isEqualTo(guests);
  }

  @Test
  void clones_become_what_the_plan_says() {
    GuestStandIns standIns = new GuestStandIns(directory);

    run(standIns, "clones");

    assertThat(standIns.guests()).isEqualTo("""
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qm create 900",
        "qm disk resize 900",
        "qm template 900",
        "qm set 900 --name",
        "qm clone 900 210",
        "qm set 210 --scsi1",
        "qm disk resize 210",
        "qm set 210 --scsi0",
        "qm set 210 --delete",
        "qm set 210 --name",
        "qm disk move 212",
        "qm set 213 --cores",
        "qm migrate 213",
        "pvesh set /nodes/pve2/qemu/213/config"
      })
  void a_run_goes_on_where_the_one_before_ended(String failing) {
    GuestStandIns without = new GuestStandIns(directory.resolve("without"));
    run(without, "clones");
    GuestStandIns standIns = new GuestStandIns(directory.resolve("with"));

    boolean failed = false;
    for (Artifact script : scripts("clones")) {
      failed |= standIns.run(script.target().name(), script.content(), failing).status() != 0;
    }
    run(standIns, "clones");

    assertThat(failed).isTrue();
    assertThat(standIns.guests()).isEqualTo(without.guests());
  }

  @Test
  void a_guest_that_went_to_another_node_stays_there() {
    GuestStandIns standIns = new GuestStandIns(directory);
    run(standIns, "clones");
    standIns.move(213, "pve2", "pve1");
    standIns.move(210, "pve1", "pve2");
    String guests = standIns.guests();

    run(standIns, "clones");

    assertThat(standIns.changes()).isEmpty();
    assertThat(standIns.guests()).isEqualTo(guests);
  }

  @Test
  void a_vmid_that_another_guest_has_ends_the_script() {
    GuestStandIns standIns = new GuestStandIns(directory)
        .having("pve2", "qemu-server", 200, "name: theirs\n[snap]\nname: web01\n");

    Outcome outcome = standIns.run("pve1", script("all-settings", "pve1"));

    assertThat(outcome)
        .isEqualTo(new Outcome(
            1,
            "== VM 200 web01\nVMID 200 is to be web01, and"
                + " pve/nodes/pve2/qemu-server/200.conf has it, called theirs\n"));
    assertThat(standIns.calls()).isEmpty();
  }

  @Test
  void a_container_is_not_taken_for_a_machine_of_its_name() {
    GuestStandIns standIns =
        new GuestStandIns(directory).having("pve1", "lxc", 200, "hostname: web01\n");

    assertThat(standIns.run("pve1", script("all-settings", "pve1")))
        .isEqualTo(new Outcome(
            1,
            "== VM 200 web01\nVMID 200 is to be web01, and pve/nodes/pve1/lxc/200.conf has it,"
                + " called web01\n"));
  }

  @Test
  void without_its_template_a_guest_is_not_cloned() {
    GuestStandIns standIns =
        new GuestStandIns(directory).having("pve1", "qemu-server", 900, "name: tpl-debian\n");

    assertThat(standIns.run("pve1", script("clones", "pve1")))
        .isEqualTo(
            new Outcome(1, "== VM 210 full\nTemplate 900 tpl-debian is not on this node.\n"));
    assertThat(standIns.calls()).isEmpty();
  }

  @Test
  void a_script_runs_on_its_node_only() {
    GuestStandIns standIns = new GuestStandIns(directory);

    assertThat(standIns.run("pve2", script("all-settings", "pve1")))
        .isEqualTo(new Outcome(1, "this is pve2.example.net, not pve1\n"));
  }

  @Test
  void keys_reach_qm_by_its_input() {
    GuestStandIns standIns = new GuestStandIns(directory);

    run(standIns, "all-settings");

    assertThat(standIns.guests())
        .contains("  sshkeys: " + GuestCases.KEY + " it's me|" + GuestCases.KEY + "|\n");
  }

  @Test
  void pools_are_made_from_the_outside_in() {
    GuestStandIns standIns = new GuestStandIns(directory);

    standIns.run("pve1", script("pools", "pve1")).succeeded();

    assertThat(standIns.changes().subList(0, 4))
        .containsExactly(
            "pvesh create /pools --poolid infra",
            "pvesh create /pools --poolid prod",
            "pvesh create /pools --poolid prod/web",
            "pvesh create /pools --poolid prod/web/inner");
  }

  private static void run(GuestStandIns standIns, String name) {
    scripts(name)
        .forEach(
            script -> standIns.run(script.target().name(), script.content()).succeeded());
  }

  private static String script(String name, String node) {
    return scripts(name).stream()
        .filter(it -> it.path().equals("nodes/" + node + "/23-guests.sh"))
        .findFirst()
        .orElseThrow()
        .content();
  }

  private static List<Artifact> scripts(String name) {
    return scripts(GuestCases.ALL.get(name));
  }

  private static List<Artifact> scripts(ResolvedPlan plan) {
    return new GuestsRenderer()
        .render(plan).artifacts().stream()
            .filter(file -> file.mode() == FileMode.SCRIPT)
            .toList();
  }
}
