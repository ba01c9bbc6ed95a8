package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.containerTemplate;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.lvm;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.NameFormat;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
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

  private static final String CLONES = """
      pve1/qemu-server/210.conf
        agent: enabled=1
        ciupgrade: 0
        ciuser: ops
        cores: 2
        cpu: kvm64
        ide2: fast:vm-210-ide2
        ipconfig0: ip=10.0.0.50/24
        memory: 512
        name: full
        net0: virtio=BC:24:11:00:1A:40,bridge=vmbr0
        scsi0: fast:vm-210-scsi0,iothread=1,size=20G
        scsi1: nas:vm-210-scsi1
        sockets: 1
      pve1/qemu-server/211.conf
        agent: enabled=1
        ciupgrade: 0
        ciuser: debian
        cores: 2
        cpu: kvm64
        ide2: tank:vm-211-ide2
        ipconfig0: ip=dhcp
        memory: 512
        name: linked
        net0: virtio=BC:24:11:00:1A:60,bridge=vmbr0
        scsi0: tank:vm-211-scsi0,discard=on,size=4G
        sockets: 1
        sshkeys: KEY|
      pve1/qemu-server/212.conf
        bios: ovmf
        ciupgrade: 0
        cores: 1
        cpu: kvm64
        efidisk0: nas:vm-212-efidisk0,efitype=4m,pre-enrolled-keys=0
        ide2: tank:vm-212-ide2
        ipconfig0: ip=dhcp
        memory: 512
        name: split
        net0: virtio=BC:24:11:00:1A:80,bridge=vmbr0
        scsi0: tank:vm-212-scsi0,size=4G
        sockets: 1
      pve1/qemu-server/900.conf
        agent: enabled=1
        ciupgrade: 0
        ciuser: debian
        cores: 2
        cpu: kvm64
        description: from the image
        ide2: tank:vm-900-ide2
        ipconfig0: ip=dhcp
        memory: 512
        name: tpl-debian
        net0: virtio=BC:24:11:00:70:80,bridge=vmbr0
        scsi0: tank:base-900-scsi0,discard=on,size=4G
        sockets: 1
        sshkeys: KEY|
        tags: tpl
        template: 1
      pve1/qemu-server/901.conf
        bios: ovmf
        cores: 1
        cpu: kvm64
        efidisk0: nas:base-901-efidisk0,efitype=4m,pre-enrolled-keys=0
        memory: 512
        name: tpl-shared
        net0: virtio=BC:24:11:00:70:A0,bridge=vmbr0
        scsi0: nas:base-901-scsi0,size=4G
        sockets: 1
        template: 1
      pve1/qemu-server/902.conf
        agent: enabled=1
        ciupgrade: 0
        ciuser: debian
        cores: 2
        cpu: kvm64
        ide2: tank:vm-902-ide2
        ipconfig0: ip=dhcp
        memory: 512
        name: tpl-of-clone
        net0: virtio=BC:24:11:00:70:C0,bridge=vmbr0
        scsi0: tank:base-902-scsi0,size=10G
        sockets: 1
        sshkeys: KEY|
        template: 1
      pve2/qemu-server/213.conf
        agent: enabled=1
        ciupgrade: 0
        ciuser: debian
        cores: 2
        cpu: kvm64
        ide2: tank:vm-213-ide2
        ipconfig0: ip=dhcp
        memory: 512
        name: moved
        net0: virtio=BC:24:11:00:1A:A0,bridge=vmbr0
        scsi0: tank:vm-213-scsi0,discard=on,size=4G
        sockets: 1
        sshkeys: KEY|
      pve2/qemu-server/214.conf
        bios: ovmf
        cores: 1
        cpu: kvm64
        efidisk0: nas:vm-214-efidisk0,efitype=4m,pre-enrolled-keys=0
        memory: 512
        name: moved-linked
        net0: virtio=BC:24:11:00:1A:C0,bridge=vmbr0
        scsi0: nas:vm-214-scsi0,size=4G
        sockets: 1
      """.replace("KEY", GuestCases.KEY);

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

    assertThat(standIns.guests()).isEqualTo(CLONES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qm create 900",
        "qm disk resize 900",
        "qm template 900",
        "qm set 210 --scsi1",
        "qm disk resize 210",
        "qm set 210 --scsi0",
        "qm set 210 --name",
        "qm disk move 212",
        "qm set 213 --cores",
        "qm migrate 213",
        "pvesh set /nodes/pve2/qemu/213/config"
      })
  void a_run_goes_on_where_the_one_before_ended(String failing) {
    GuestStandIns standIns = new GuestStandIns(directory);

    boolean failed = false;
    for (Artifact script : scripts("clones")) {
      failed |= standIns.run(script.target().name(), script.content(), failing).status() != 0;
    }
    run(standIns, "clones");

    assertThat(failed).isTrue();
    assertThat(standIns.guests()).isEqualTo(CLONES);
  }

  @Test
  void a_linked_clone_that_is_refused_keeps_no_other_guest_from_being_made() {
    ResolvedPlan plan = GuestCases.plan((c, ground) -> {
      var thick = c.storage(lvm("thick", "vg0"), s -> {});
      var template = c.template(
          900,
          "tpl",
          v -> v.node(ground.pve1())
              .disk(thick, gib(4), p -> p.importFrom(ground.nas(), "debian-13.qcow2")));
      c.vm(200, "linked", v -> v.node(ground.pve1()).linkedCloneOf(template));
      c.vm(201, "full", v -> v.node(ground.pve1()).cloneOf(template));
    });
    GuestStandIns standIns = new GuestStandIns(directory);

    scripts(plan)
        .forEach(
            script -> standIns.run(script.target().name(), script.content()).succeeded());

    assertThat(standIns.guests()).isEqualTo("""
        pve1/qemu-server/201.conf
          cores: 1
          cpu: kvm64
          memory: 512
          name: full
          scsi0: thick:vm-201-scsi0,size=4G
          sockets: 1
        pve1/qemu-server/900.conf
          cores: 1
          cpu: kvm64
          memory: 512
          name: tpl
          scsi0: thick:vm-900-scsi0,size=4G
          sockets: 1
          template: 1
        """);
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
            "== VMIDs that somebody else may have\nVMID 200 is to be web01, and"
                + " pve/nodes/pve2/qemu-server/200.conf has it, called theirs\n"));
    assertThat(standIns.calls()).isEmpty();
  }

  @Test
  void without_a_directory_that_a_container_mounts_the_script_makes_no_guest() {
    GuestStandIns standIns = new GuestStandIns(directory);
    String script = scripts(GuestCases.plan((c, ground) -> {
          c.vm(200, "web", v -> v.node(ground.pve1()).disk(ground.nas(), gib(4)));
          c.container(
              300,
              "files",
              containerTemplate(ground.nas(), "debian-13.tar.zst"),
              ground.nas(),
              gib(4),
              t -> t.node(ground.pve1())
                  .bindMount("/srv/a", "/tank/files")
                  .bindMount("/srv/b", "/tank/none"));
        }))
        .get(0)
        .content();

    assertThat(standIns.run("pve1", script))
        .isEqualTo(new Outcome(
            1,
            "== VMIDs that somebody else may have\n== what containers mount of pve1\n"
                + "/tank/none is not there, and container 300 files mounts it.\n"));
    assertThat(standIns.calls()).isEmpty();

    standIns.having("pve2", "lxc", 300, "hostname: files\n");
    standIns.run("pve1", script).succeeded();
    assertThat(standIns.changes()).hasSize(1).allMatch(it -> it.startsWith("qm create 200 "));
  }

  @Test
  void a_template_whose_disks_are_none_yet_is_gone_on_with() {
    GuestStandIns standIns = new GuestStandIns(directory)
        .having(
            "pve1",
            "qemu-server",
            900,
            "name: unfinished-900\ntemplate: 1\nscsi0: tank:vm-900-scsi0\n");

    standIns.run("pve1", scripts("clones").get(0).content()).succeeded();

    assertThat(standIns.changes()).startsWith("qm template 900 --disk scsi0");
  }

  @Test
  void somebody_elses_vmid_ends_the_script_before_it_makes_any() {
    GuestStandIns standIns = new GuestStandIns(directory)
        .having("pve1", "qemu-server", 900, "name: tpl-debian\ntemplate: 1\n")
        .having("pve1", "qemu-server", 901, "name: tpl-shared\ntemplate: 1\n")
        .having("pve2", "qemu-server", 214, "name: theirs\n");

    assertThat(standIns.run("pve1", script("clones", "pve1")).status()).isEqualTo(1);
    assertThat(standIns.changes()).isEmpty();
  }

  @Test
  void a_container_is_not_taken_for_a_machine_of_its_name() {
    GuestStandIns standIns =
        new GuestStandIns(directory).having("pve1", "lxc", 200, "hostname: web01\n");

    assertThat(standIns.run("pve1", script("all-settings", "pve1")))
        .isEqualTo(new Outcome(
            1,
            "== VMIDs that somebody else may have\nVMID 200 is to be web01, and pve/nodes/pve1/lxc/200.conf has it,"
                + " called web01\n"));
  }

  @Test
  void without_its_template_a_guest_is_not_cloned() {
    GuestStandIns standIns =
        new GuestStandIns(directory).having("pve1", "qemu-server", 900, "name: tpl-debian\n");

    assertThat(standIns.run("pve1", script("clones", "pve1")))
        .isEqualTo(
            new Outcome(
                1,
                "== VMIDs that somebody else may have\n== VM 210 full\nTemplate 900 tpl-debian is not on this node.\n"));
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

  @Test
  void no_text_breaks_out_of_its_place() {
    Hostile.Sample sample = Hostile.sample(400).acceptedBy(NameFormat.LINE::require);
    List<String> texts = sample.texts().stream().limit(12).toList();
    ResolvedPlan plan = GuestCases.plan((c, ground) -> {
      for (int i = 0; i < texts.size(); i++) {
        String text = texts.get(i);
        c.vm(
            100 + i,
            "g" + i,
            v -> v.node(ground.pve1())
                .description(text)
                .disk(ground.tank(), gib(1))
                .cloudInit(s -> s.sshKeys(GuestCases.KEY + " " + text)));
        c.container(
            200 + i,
            "c" + i,
            containerTemplate(ground.nas(), "debian-13.tar.zst"),
            ground.tank(),
            gib(1),
            t -> t.node(ground.pve1()).description(text));
      }
    });
    GuestStandIns standIns = new GuestStandIns(directory);
    Artifact script = scripts(plan).get(0);

    RealPrograms.acceptShell(script.content());
    standIns.run("pve1", script.content()).succeeded();

    assertThat(standIns.calls()).as("seed %d", sample.seed()).hasSize(2 * texts.size());
    for (int i = 0; i < texts.size(); i++) {
      assertThat(standIns.calls().stream()
              .filter(call -> call.contains("--description"))
              .map(call -> call.get(call.indexOf("--description") + 1)))
          .as("seed %d", sample.seed())
          .contains(texts.get(i));
      assertThat(standIns.guests())
          .as("seed %d", sample.seed())
          .contains("  sshkeys: " + GuestCases.KEY + " " + texts.get(i) + "|\n");
    }
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
