package io.pveplan.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTest {

  private static final Bundle BUNDLE = bundle(
      Artifact.script(Target.cluster(), Step.SHARED_STORAGE, "#!/bin/bash\n"),
      Artifact.onNode("pve1", "/etc/network/interfaces", Step.NETWORK, "auto lo\n"),
      Artifact.document("plan.json", "{}\n"),
      Artifact.preview("/etc/pve/storage.cfg", Step.SHARED_STORAGE, "nfs: nas\n"),
      Artifact.file(Target.node("pve1"), "nodes/pve1/answer.toml", Step.INSTALL, "x = 1\n")
          .mode(FileMode.PRIVATE));

  private static final String MANIFEST = """
      {
        "format" : "pveplan-bundle",
        "formatVersion" : 1,
        "files" : [
          {
            "path" : "RUNBOOK.md",
            "sha256" : "RUNBOOK",
            "mode" : "0644",
            "target" : "workstation",
            "renderer" : "runbook"
          },
          {
            "path" : "cluster/18-shared-storage.sh",
            "sha256" : "b875f928546aee7855cb1db9afc8ab3f1a8a34d43de5bbd62f7076d7ba9f3917",
            "mode" : "0755",
            "target" : "cluster",
            "step" : 18,
            "renderer" : "test"
          },
          {
            "path" : "cluster/etc/pve/storage.cfg",
            "sha256" : "a0e5d483518359cd755c0503a0dc18b73f3924b3746a16e1bff25dd83d18ff99",
            "mode" : "0644",
            "target" : "cluster",
            "nodePath" : "/etc/pve/storage.cfg",
            "preview" : true,
            "step" : 18,
            "renderer" : "test"
          },
          {
            "path" : "nodes/pve1/answer.toml",
            "sha256" : "9e26bf369911c45c243c684147b23fc9e1dcfcf257d299a1c632016a6fcd33f4",
            "mode" : "0600",
            "target" : "node/pve1",
            "step" : 2,
            "renderer" : "test"
          },
          {
            "path" : "nodes/pve1/etc/network/interfaces",
            "sha256" : "ca3c56c265939cd6c89a585ad7c555266f5cc0f706a67e23e3cde1d7a1aba1cc",
            "mode" : "0644",
            "target" : "node/pve1",
            "nodePath" : "/etc/network/interfaces",
            "step" : 5,
            "renderer" : "test"
          },
          {
            "path" : "plan.json",
            "sha256" : "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356",
            "mode" : "0644",
            "target" : "workstation",
            "renderer" : "test"
          }
        ]
      }
      """;

  @Test
  void files_are_sorted_by_path() {
    assertThat(BUNDLE.artifacts())
        .extracting(Artifact::path)
        .containsExactly(
            "cluster/18-shared-storage.sh",
            "cluster/etc/pve/storage.cfg",
            "nodes/pve1/answer.toml",
            "nodes/pve1/etc/network/interfaces",
            "plan.json");
    assertThat(BUNDLE.toMap().keySet())
        .containsExactly(
            "MANIFEST.json",
            "RUNBOOK.md",
            "cluster/18-shared-storage.sh",
            "cluster/etc/pve/storage.cfg",
            "nodes/pve1/answer.toml",
            "nodes/pve1/etc/network/interfaces",
            "plan.json");
  }

  @Test
  void a_file_is_found_by_its_path() {
    assertThat(BUNDLE.artifact("plan.json")).map(Artifact::content).contains("{}\n");
    assertThat(BUNDLE.artifact("other")).isEmpty();
  }

  @Test
  void the_manifest_names_every_other_file() {
    // The text of the runbook is the subject of another test.
    String manifest =
        BUNDLE.toMap().get("MANIFEST.json").replaceFirst("\"[0-9a-f]{64}\"", "\"RUNBOOK\"");

    assertThat(manifest).isEqualTo(MANIFEST);
  }

  @Test
  void further_files_are_in_the_manifest() {
    Bundle bundle = bundle().plus("checks", Artifact.document("checks/report.txt", "sound\n"));

    assertThat(bundle.artifact("checks/report.txt")).map(Artifact::renderer).contains("checks");
    assertThat(bundle.toMap().get("MANIFEST.json")).contains("\"checks/report.txt\"");
  }

  @Test
  void one_path_of_two_renderers_is_refused() {
    Rendering rendering = Rendering.of(Artifact.document("a/b", ""));
    Renderers renderers = Renderers.empty()
        .with(new FixedRenderer("one", rendering), new FixedRenderer("two", rendering));

    assertThatThrownBy(() -> renderers.render(Plans.empty()))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("a/b of one and a/b of two can not both be in a bundle");
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, A/b, 'a/b of test and A/b of test can not both be in a bundle'",
    "a, a/b, 'a of test and a/b of test can not both be in a bundle'",
    "A, a/b/c, 'A of test and a/b/c of test can not both be in a bundle'",
    "x, MANIFEST.json, 'MANIFEST.json of the bundle and MANIFEST.json of test can not both be in a"
        + " bundle'",
    "x, runbook.md, 'RUNBOOK.md of the bundle and runbook.md of test can not both be in a bundle'",
    "x, RUNBOOK.md/y, 'RUNBOOK.md of the bundle and RUNBOOK.md/y of test can not both be in a"
        + " bundle'",
  })
  void paths_that_some_file_system_can_not_hold_together_are_refused(
      String one, String other, String message) {
    assertThatThrownBy(() -> bundle(Artifact.document(one, ""), Artifact.document(other, "")))
        .hasMessage(message);
  }

  @Test
  void the_same_artifacts_in_another_order_are_the_same_bundle() {
    Artifact one = Artifact.document("a", "1\n");
    Artifact other = Artifact.document("b", "2\n");

    assertThat(bundle(one, other).toMap()).isEqualTo(bundle(other, one).toMap());
  }

  @Test
  void gaps_are_sorted_by_step_and_place() {
    Gap early = new Gap(PlanPath.of("b"), Step.HOST, "x", true, "test");
    Gap late = new Gap(PlanPath.of("a"), Step.HA, "x", true, "test");

    assertThat(new Bundle(RunbookHead.of(Plans.empty()), List.of(), List.of(late, early), List.of())
            .gaps())
        .containsExactly(early, late);
  }

  static Bundle bundle(Artifact... artifacts) {
    return Renderers.empty()
        .with(new FixedRenderer("test", Rendering.of(artifacts)))
        .render(Plans.empty());
  }
}
