package io.pveplan.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactTest {

  @Test
  void a_file_on_a_node_lies_below_the_folder_of_the_node() {
    Artifact file = Artifact.onNode("pve1", "/etc/network/interfaces", Step.NETWORK, "x\n")
        .covers(PlanPath.of("node", "pve1", "vmbr0"), PlanPath.of("node", "pve1", "bond0"));

    assertThat(file)
        .isEqualTo(new Artifact(
            new Target(Target.Kind.NODE, "pve1"),
            "nodes/pve1/etc/network/interfaces",
            Optional.of("/etc/network/interfaces"),
            "x\n",
            FileMode.FILE,
            Optional.of(Step.NETWORK),
            false,
            List.of(PlanPath.of("node", "pve1", "bond0"), PlanPath.of("node", "pve1", "vmbr0")),
            Procedure.once(),
            List.of(),
            ""));
  }

  @Test
  void a_script_is_named_after_its_step() {
    assertThat(Artifact.script(Target.node("pve1"), Step.NETWORK, ""))
        .hasToString("nodes/pve1/05-network.sh (node/pve1)");
    assertThat(Artifact.script(Target.cluster(), Step.SHARED_STORAGE, ""))
        .hasToString("cluster/18-shared-storage.sh (cluster)");
    assertThat(Artifact.script(Target.pbs(), Step.BACKUP_SERVER, ""))
        .hasToString("pbs/20-backup-server.sh (pbs)")
        .extracting(Artifact::mode)
        .isEqualTo(FileMode.SCRIPT);
  }

  @Test
  void a_preview_lies_below_the_folder_of_the_cluster() {
    Artifact preview = Artifact.preview("/etc/pve/storage.cfg", Step.SHARED_STORAGE, "");

    assertThat(preview).hasToString("cluster/etc/pve/storage.cfg (cluster)");
    assertThat(preview.preview()).isTrue();
  }

  @Test
  void a_script_for_the_workstation_has_no_place() {
    assertThatThrownBy(() -> Artifact.script(Target.workstation(), Step.GUESTS, ""))
        .hasMessage("no folder for scripts of workstation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a/./b",
        "a//b",
        "a/",
        ".",
        "..",
        "C:\\x",
        "a\\b",
        "a b",
        "a\nb",
        "a\0",
        "\u00e9",
        "a/$(id)",
        "a/'",
        "*"
      })
  void a_path_stays_in_the_bundle(String path) {
    assertThatThrownBy(() -> Artifact.document(path, "")).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "etc/hosts", "/", "/etc/../x", "//etc", "/etc/a b"})
  void a_path_on_a_node_is_absolute(String path) {
    assertThatThrownBy(() -> Artifact.onNode("pve1", path, Step.HOST, ""))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a/../../b", "a b", "a\nb"})
  void the_name_of_a_node_does_not_lead_out_of_the_bundle(String node) {
    assertThatThrownBy(() -> Artifact.onNode(node, "/etc/hosts", Step.HOST, ""))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void a_node_has_a_name_and_nothing_else_has() {
    assertThatThrownBy(() -> Target.node("")).hasMessage("a node target needs a name");
    assertThatThrownBy(() -> new Target(Target.Kind.CLUSTER, "x"))
        .hasMessage("CLUSTER has no name: x");
  }

  @Test
  void a_path_has_letters_digits_and_a_few_signs() {
    String path = "azAZ09/._@+=,~-/...";

    assertThat(Artifact.document(path, "").path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 4097, 8191, 8192, 9000})
  void text_without_a_form_in_utf_8_is_refused_wherever_it_is(int before) {
    for (String half : List.of("\ud83d", "\ude00", "\ude00\ud83d")) {
      for (String other : List.of("a", "\u00fc", "\u20ac")) {
        String text = other.repeat(before) + half + other.repeat(10);

        assertThatThrownBy(() -> Artifact.document("a", text))
            .isInstanceOf(InvalidValueException.class)
            .hasMessage("the content of a has no UTF-8 form");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 4097, 8191, 8192, 9000})
  void text_in_any_script_is_kept(int before) {
    for (String letter : List.of("a", "\u00ff", "\u0100", "\u20ac", "\uffff", "\ud83d\ude00")) {
      String text = "x".repeat(before) + letter + "y".repeat(10);

      assertThat(Artifact.document("a", text).content()).isEqualTo(text);
    }
  }

  @Test
  void the_steps_are_numbered_as_in_the_bring_up() {
    assertThat(Step.values()).hasSize(28);
    assertThat(Step.HARDWARE.number()).isEqualTo(1);
    assertThat(Step.CLUSTER_JOIN.number()).isEqualTo(7);
    assertThat(Step.ZFS_STORAGE.number()).isEqualTo(13);
    assertThat(Step.SDN.number()).isEqualTo(21);
    assertThat(Step.HA.number()).isEqualTo(25);
    assertThat(Step.ACCEPTANCE.number()).isEqualTo(28);
  }

  @Test
  void modes_are_octal() {
    assertThat(FileMode.values())
        .extracting(FileMode::toString)
        .containsExactly("0644", "0755", "0600");
  }

  @Test
  void a_script_installs_files_of_the_bundle_only() {
    Artifact script = Artifact.script(Target.node("pve1"), Step.NETWORK, "");

    assertThat(script.installs("nodes/pve1/etc/hosts", "nodes/pve1/etc/fstab").installs())
        .containsExactly("nodes/pve1/etc/fstab", "nodes/pve1/etc/hosts");
    assertThatThrownBy(() -> script.installs("../etc/hosts"))
        .isInstanceOf(InvalidValueException.class);
  }
}
