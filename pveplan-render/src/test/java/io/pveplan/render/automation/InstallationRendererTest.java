package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Installation;
import io.pveplan.model.automation.Keyboard;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderers;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RealPrograms.Outcome;
import io.pveplan.render.testing.RendererContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class InstallationRendererTest {

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops";
  private static final String HASH = "$y$j9T$abc/DEF.123&$0123456789abcdefghijklmnop";

  private static final ResolvedPlan PLAN = ResolvedPlan.of(cluster("lab", c -> {
    c.installation(
        "at",
        Keyboard.DE_CH,
        "Europe/Vienna",
        "ops@example.net",
        fromEnvironment("ROOT_HASH"),
        KEY);
    c.everyNode(n -> n.domain("example.net").dns("192.0.2.53", "192.0.2.54"));
    var mgmt = c.network("mgmt", "192.0.2.0/24", net -> net.gateway("192.0.2.1"));
    var six = c.network("six", "2001:db8::/64", net -> net.gateway("2001:db8::1"));
    c.node(
        "pve1",
        n -> n.hardware(h -> h.systemDisks(
                SystemFilesystem.ZFS,
                d -> d.raid(SystemRaid.RAIDZ1)
                    .filter("ID_MODEL", "EX \"BOOT\"*")
                    .filter("ID_BUS", "ata")))
            .nic("eno1", b -> b.mac("02:00:5E:00:53:01"))
            .bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
    c.node(
        "pve2",
        n -> n.hardware(h -> h.systemDisks(
                SystemFilesystem.EXT4,
                d -> d.disk("/dev/nvme0n1", gb(480), DiskKind.NVME)
                    .hardwareRaid()
                    .size(gib(200))
                    .swap(mib(512))))
            .nic("eno1", six.host(12)));
    c.node(
        "pve3",
        n -> n.hardware(h -> h.systemDisks(
                SystemFilesystem.BTRFS,
                d -> d.raid(SystemRaid.RAID1)
                    .disk("/dev/sda", gb(480), DiskKind.SSD)
                    .disk("/dev/sdb", gb(480), DiskKind.SSD)
                    .size(gib(100))))
            .bond(lacp("bond0", "eno2", "eno1"))
            .vlan("bond0.20", mgmt.host(13)));
    c.node(
        "pve4",
        n -> n.release("9.1")
            .hardware(h ->
                h.systemDisks(SystemFilesystem.XFS, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD)))
            .nic("eno1", mgmt.host(14)));
    c.node("pve5", n -> {});
  }));

  private final InstallationRenderer renderer = new InstallationRenderer();

  @TempDir
  private Path directory;

  @Test
  void files_are_as_expected() {
    Golden.of("installation")
        .matches(renderer.render(PLAN).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @Test
  void the_installer_knows_every_key() {
    List<Artifact> answers = renderer.render(PLAN).artifacts().stream()
        .filter(file -> file.path().endsWith(".toml"))
        .toList();

    assertThat(answers).hasSize(4);
    for (Artifact file : answers) {
      AnswerSchema.accept(JsonMapper.shared().readTree(RealPrograms.tomlAsJson(file.content())));
    }
  }

  @Test
  void keys_are_the_same_for_8_4() {
    ResolvedPlan older = ResolvedPlan.of(ClusterPlan.builder()
        .from(PLAN.written())
        .target(ProductVersion.PVE_8_4)
        .nodes(PLAN.written().nodes().stream()
            .filter(node -> node.release().isEmpty())
            .toList())
        .build());

    assertThat(content(older, "nodes/pve1/answer.toml"))
        .isEqualTo(content(PLAN, "nodes/pve1/answer.toml")
            .replace("Proxmox VE 9 on", "Proxmox VE 8.4 on"));
  }

  @Test
  void what_is_missing_or_different_is_told() {
    assertThat(renderer.render(PLAN).gaps())
        .extracting(gap -> gap.at() + ": " + gap.sentence())
        .containsExactly(
            "node/pve5/install: It has no answers for the automated installation: the plan lacks"
                + " an address of the node, a gateway of the network of its address, a NIC below"
                + " its address, the system disks of the node.");
  }

  @Test
  void the_runbook_tells_how_the_port_has_to_be_until_the_network_is_applied() {
    assertThat(Renderers.standard().render(PLAN).toMap().get("RUNBOOK.md"))
        .contains("""
            - `network/mgmt`: until step 5, have the port of eno1 of pve3 untagged in VLAN 20, \
            outside of the LACP group of bond0 (or let the group fall back to a NIC that speaks no \
            LACP): the installer knows neither VLANs nor bonds
            """)
        .contains("""
            By hand, each right before the file that it ends with:

            - `network/mgmt`: open the console of pve3, then configure the port of eno1: mgmt \
            tagged 20; LACP group for bond0 of pve3; from then on the network does not reach pve3 \
            until its planned one is applied. Then `nodes/pve3/05-network.sh`

            | file |            """);
  }

  @Test
  void a_plan_that_says_nothing_of_the_installation_needs_no_file() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {})));

    assertThat(renderer.render(plan)).isEqualTo(Rendering.nothing());
  }

  @Test
  void the_hash_is_filled_in_outside_of_the_bundle() throws IOException {
    Outcome outcome = fill(
        "ROOT_HASH='" + HASH.replace("&", "x")
            + "'; proxmox-auto-install-assistant() { echo \"$*\"; }"
            + "; export -f proxmox-auto-install-assistant",
        "out",
        "");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.output().replace(directory.toRealPath().toString(), "HERE"))
        .isEqualTo("""
        == answers of pve1
        written: HERE/out/pve1.toml
        validate-answer HERE/out/pve1.toml
        == answers of pve2
        written: HERE/out/pve2.toml
        validate-answer HERE/out/pve2.toml
        == answers of pve3
        written: HERE/out/pve3.toml
        validate-answer HERE/out/pve3.toml
        == answers of pve4
        written: HERE/out/pve4.toml
        validate-answer HERE/out/pve4.toml
        """);
    Path filled = directory.resolve("out/pve1.toml");
    assertThat(filled)
        .hasContent(content(PLAN, "nodes/pve1/answer.toml")
            .replace("@ROOT_PASSWORD_HASH@", HASH.replace("&", "x")));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(filled)))
        .isEqualTo("rw-------");
    assertThat(directory.resolve("bundle/nodes/pve1/answer.toml"))
        .hasContent(content(PLAN, "nodes/pve1/answer.toml"));
  }

  @Test
  void the_hash_goes_to_its_line_only() throws IOException {
    ResolvedPlan plan = ResolvedPlan.of(ClusterPlan.builder()
        .from(PLAN.written())
        .installation(Installation.builder()
            .from(PLAN.plan().installation().orElseThrow())
            .sshKeys(List.of(KEY + " root-password-hashed = \"@ROOT_PASSWORD_HASH@\""))
            .build())
        .build());
    String hash = HASH.replace("&", "x");

    fill(plan, "ROOT_HASH='" + hash + "'", "out", "").succeeded();

    assertThat(directory.resolve("out/pve1.toml"))
        .hasContent(content(plan, "nodes/pve1/answer.toml")
            .replace(
                "\nroot-password-hashed = \"@ROOT_PASSWORD_HASH@\"\n",
                "\nroot-password-hashed = \"" + hash + "\"\n"));
  }

  @Test
  void a_password_a_broken_hash_and_no_folder_are_refused() throws IOException {
    String refused =
        "that is no hash as mkpasswd prints it: the password itself does not belong" + " here\n";

    for (String wrong : List.of("hunter2", HASH, "$y$short", "$y$j9T$aaaaaaaaaaaaaaaaaaaaaaaa\"")) {
      assertThat(fill("ROOT_HASH='" + wrong + "'", "out", "")).isEqualTo(new Outcome(1, refused));
    }
    assertThat(fill("ROOT_HASH=x", "''", ""))
        .isEqualTo(new Outcome(1, "name the folder to write to, outside of the bundle\n"));
    assertThat(fill("X=1", "out", "").output()).startsWith("ROOT_HASH is not set: ");
    assertThat(directory.resolve("out/pve1.toml")).doesNotExist();
  }

  @Test
  void a_folder_in_the_bundle_is_refused_and_answers_that_nobody_checks_are_told()
      throws IOException {
    String hash = "ROOT_HASH='" + HASH.replace("&", "x") + "'";
    for (String folder : List.of("bundle", "bundle/out", "x/../bundle/nodes/pve1")) {
      Outcome outcome = fill(hash, folder, "");
      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.output()).endsWith(" is in the bundle: the hash does not belong there\n");
    }
    assertThat(directory.resolve("bundle/out")).doesNotExist();
    assertThat(fill(hash, "bundle-out", "").output())
        .contains("not validated: there is no proxmox-auto-install-assistant here\n");
  }

  @Test
  void names_are_pinned_where_the_installer_does_and_the_plan_pins_all() {
    assertThat(content(pinned("9.1", true), "nodes/pve1/answer.toml")).contains("""

        [network.interface-name-pinning]
        enabled = true

        [network.interface-name-pinning.mapping]
        "02:00:5e:00:53:01" = "nic0"
        "02:00:5e:00:53:02" = "nic1"
        """);
    assertThat(content(pinned("9.0", true), "nodes/pve1/answer.toml")).doesNotContain("pinning");
    assertThat(content(pinned("9.1", false), "nodes/pve1/answer.toml")).doesNotContain("pinning");
  }

  @Test
  void names_of_the_installer_are_known_keys() {
    AnswerSchema.accept(JsonMapper.shared()
        .readTree(RealPrograms.tomlAsJson(content(pinned("9.1", true), "nodes/pve1/answer.toml"))));
  }

  private static ResolvedPlan pinned(String release, boolean all) {
    return ResolvedPlan.of(cluster("lab", c -> {
      c.installation(
          "at",
          Keyboard.DE_CH,
          "Europe/Vienna",
          "ops@example.net",
          fromEnvironment("ROOT_HASH"),
          KEY);
      c.everyNode(n -> n.domain("example.net").dns("192.0.2.53"));
      var mgmt = c.network("mgmt", "192.0.2.0/24", net -> net.gateway("192.0.2.1"));
      c.node(
          "pve1",
          n -> n.release(release)
              .hardware(h -> h.systemDisks(
                  SystemFilesystem.XFS, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD)))
              .nic("nic0", b -> b.pinned("02:00:5E:00:53:01").addresses(mgmt.host(14)))
              .nic("nic1", b -> {
                if (all) {
                  b.pinned("02:00:5E:00:53:02");
                }
              }));
    }));
  }

  @Test
  void a_hash_comes_from_a_file_or_from_somebody_too() throws IOException {
    Path file = directory.resolve("hash");
    Files.writeString(file, "$6$salt$0123456789abcdefghijklmnop\nnext line\n");

    for (String reference : List.of("fromFile", "prompted")) {
      ResolvedPlan plan = ResolvedPlan.of(ClusterPlan.builder()
          .from(PLAN.written())
          .installation(Installation.builder()
              .from(PLAN.plan().installation().orElseThrow())
              .rootPasswordHash(
                  reference.equals("prompted") ? prompted() : fromFile(file.toString()))
              .build())
          .build());

      fill(plan, "X=1", "out", Files.readString(file)).succeeded();

      assertThat(directory.resolve("out/pve2.toml"))
          .content()
          .contains("root-password-hashed = \"$6$salt$0123456789abcdefghijklmnop\"\n");
      Files.delete(directory.resolve("out/pve2.toml"));
    }
  }

  @Test
  void shellcheck_accepts_the_script() {
    RealPrograms.acceptShell(content(PLAN, "installation/02-answers.sh"));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer).holdsFor(PLAN, ResolvedPlan.of(cluster("empty", c -> {})));
  }

  @Test
  void is_found() {
    assertThat(Renderers.standard().list()).hasAtLeastOneElementOfType(InstallationRenderer.class);
  }

  private Outcome fill(String environment, String target, String input) throws IOException {
    return fill(PLAN, environment, target, input);
  }

  private Outcome fill(ResolvedPlan plan, String environment, String target, String input)
      throws IOException {
    for (Artifact file : renderer.render(plan).artifacts()) {
      Path path = directory.resolve("bundle").resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.content());
    }
    Files.writeString(directory.resolve("input"), input);
    return RealPrograms.bash("cd " + directory + " && export " + environment
        + " && bash bundle/installation/02-answers.sh " + target + " <input\n");
  }

  private String content(ResolvedPlan plan, String path) {
    return renderer.render(plan).artifacts().stream()
        .filter(file -> file.path().equals(path))
        .map(Artifact::content)
        .findFirst()
        .orElseThrow();
  }
}
