package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.render.Artifact;
import io.pveplan.render.Gap;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesRendererTest {

  // Of the text "image".
  private static final String SHA256 =
      "sha256:6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d";
  private static final String SHA512 =
      "sha512:eb31d04da633dc9f49dfbd66cdb92fbb9b4f9c9be67914c0209b5dd31cc65a13"
          + "6e1cdce7d0db88112e3a759131b9d970cfaac7ee77ccd620c3dd49043f88958e";

  // Fetches what does not say "broken", and ends well either way, as the real one does.
  private static final String PVESH = """
      #!/bin/bash
      echo "$*" >>"$0.calls"
      while [ $# -gt 0 ]; do
        case $1 in
          /nodes/*) storage=${1%/download-url} storage=${storage##*/} ;;
          --content) content=$2 ;;
          --filename) file=$2 ;;
        esac
        shift
      done
      case $file in
        broken*) echo 'TASK ERROR: checksum mismatch' ;;
        *)
          directory=${0%/*}/$(uname -n)/$storage/$content
          mkdir -p "$directory"
          printf image >"$directory/$file"
          ;;
      esac
      """;

  private static final String PVESM = """
      #!/bin/bash
      printf '%s/%s/%s\\n' "${0%/*}/$(uname -n)" "${2%%:*}" "${2#*:}"
      """;

  private final ImagesRenderer renderer = new ImagesRenderer();

  @TempDir
  private Path directory;

  private static ResolvedPlan plan() {
    return ResolvedPlan.of(cluster("lab", c -> {
      var ground = CloudInitCases.ground(c);
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMPORT, ContentType.ISO, ContentType.VZTMPL));
      var local = c.storage(dir("here", "/srv/here"), s -> s.content(ContentType.IMPORT));
      c.image(nas, "debian-13.qcow2", "https://cloud.example.org/d~1/debian%2013.qcow2", SHA512)
          .image(nas, "debian-13.iso", "https://cloud.example.org/debian-13.iso", SHA256)
          .image(nas, "debian-13.tar.zst", "https://cloud.example.org/debian-13.tar.zst", SHA256)
          .image(local, "used.qcow2", "https://cloud.example.org/used.qcow2", SHA256)
          .image(local, "spare.qcow2", "https://cloud.example.org/spare.qcow2", SHA256);
      c.template(
          900,
          "golden",
          v -> v.node(ground.other())
              .disk(ground.disks(), gib(8), p -> p.importFrom(local, "used.qcow2")));
    }));
  }

  @Test
  void the_scripts_are_as_expected() {
    Golden.of("images").matches(scripts(plan()));
  }

  @Test
  void bash_and_shellcheck_accept_the_scripts() {
    scripts(plan()).values().forEach(RealPrograms::acceptShell);
  }

  @Test
  void a_second_run_fetches_nothing() throws IOException {
    run(plan(), "pve1").succeeded();
    run(plan(), "pve2").succeeded();

    assertThat(calls())
        .containsExactly(
            fetching("pve1", "nas", "import", "debian-13.qcow2", "d~1/debian%2013.qcow2", SHA512),
            fetching("pve1", "nas", "iso", "debian-13.iso", "debian-13.iso", SHA256),
            fetching("pve1", "nas", "vztmpl", "debian-13.tar.zst", "debian-13.tar.zst", SHA256),
            fetching("pve1", "here", "import", "spare.qcow2", "spare.qcow2", SHA256),
            fetching("pve2", "here", "import", "used.qcow2", "used.qcow2", SHA256),
            fetching("pve2", "here", "import", "spare.qcow2", "spare.qcow2", SHA256));

    Files.delete(directory.resolve("pvesh.calls"));
    run(plan(), "pve1").succeeded();
    assertThat(calls()).isEmpty();
  }

  @Test
  void the_image_of_a_further_disk_is_fetched_where_a_moved_clone_is_made() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var ground = CloudInitCases.ground(c);
      var local = c.storage(dir("here", "/srv/here"), s -> s.content(ContentType.IMPORT));
      c.image(local, "base.qcow2", "https://cloud.example.org/base.qcow2", SHA256)
          .image(local, "data.qcow2", "https://cloud.example.org/data.qcow2", SHA256);
      var golden = c.template(
          900,
          "golden",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8), p -> p.importFrom(local, "base.qcow2")));
      c.vm(
          200,
          "moves",
          v -> v.node(ground.other())
              .cloneOf(golden)
              .disk(ground.disks(), gib(8))
              .disk(ground.disks(), gib(8), p -> p.importFrom(local, "data.qcow2")));
    }));

    assertThat(scripts(plan)).containsOnlyKeys("nodes/pve1/22-images.sh");
    assertThat(scripts(plan).get("nodes/pve1/22-images.sh"))
        .contains("is_there here:import/base.qcow2", "is_there here:import/data.qcow2");
  }

  private static ResolvedPlan image(String file) {
    return ResolvedPlan.of(cluster("lab", c -> {
      CloudInitCases.ground(c);
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.IMPORT));
      c.image(nas, file, "https://cloud.example.org/a.qcow2", SHA256);
    }));
  }

  @Test
  void a_file_that_does_not_get_there_ends_the_script() throws IOException {
    RealPrograms.Outcome outcome = run(image("broken.qcow2"), "pve1");

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output())
        .contains(
            "nas:import/broken.qcow2 is not there, or not what its checksum says. The task log"
                + " of pve1 says more; pvesm free takes away a wrong one.");
    assertThat(calls()).hasSize(1);
  }

  @Test
  void another_file_of_the_name_ends_the_script() throws IOException {
    Files.createDirectories(directory.resolve("pve1/nas/import"));
    Files.writeString(directory.resolve("pve1/nas/import/a.qcow2"), "last year's");

    assertThat(run(image("a.qcow2"), "pve1").status()).isNotZero();
    assertThat(calls()).isEmpty();
  }

  @Test
  void a_storage_that_can_not_take_the_file_is_a_gap() {
    Rendering rendering = renderer.render(ResolvedPlan.of(cluster("lab", c -> {
      CloudInitCases.ground(c);
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.IMAGES));
      c.image(nas, "a.qcow2", "https://cloud.example.org/a.qcow2", SHA256);
    })));

    assertThat(rendering.artifacts()).isEmpty();
    assertThat(rendering.gaps())
        .containsExactly(Gap.of(
            PlanPath.of("image", "nas:import/a.qcow2"),
            Step.TEMPLATES,
            "Not fetched: nas is a storage that does not take import; it would come from"
                + " https://cloud.example.org/a.qcow2 with checksum " + SHA256 + "."));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer).holdsFor(plan(), ResolvedPlan.of(cluster("empty", c -> {})));
  }

  private static String fetching(
      String node, String storage, String content, String file, String path, String checksum) {
    String[] sum = checksum.split(":");
    return "create /nodes/" + node + "/storage/" + storage + "/download-url --content " + content
        + " --filename " + file + " --url https://cloud.example.org/" + path
        + " --checksum-algorithm " + sum[0] + " --checksum " + sum[1];
  }

  private Map<String, String> scripts(ResolvedPlan plan) {
    return renderer.render(plan).artifacts().stream()
        .collect(Collectors.toMap(Artifact::path, Artifact::content));
  }

  private RealPrograms.Outcome run(ResolvedPlan plan, String node) throws IOException {
    program("pvesh", PVESH);
    program("pvesm", PVESM);
    program("uname", "#!/bin/bash\necho " + node + "\n");
    Files.writeString(
        directory.resolve("script.sh"), scripts(plan).get("nodes/" + node + "/22-images.sh"));
    return RealPrograms.bash("cd " + directory + " && PATH=$PWD:$PATH bash script.sh 2>&1\n");
  }

  private void program(String name, String text) throws IOException {
    Path program = directory.resolve(name);
    Files.writeString(program, text);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> calls() throws IOException {
    Path calls = directory.resolve("pvesh.calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }
}
