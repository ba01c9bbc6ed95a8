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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesRendererTest {

  private static final String SHA256 = "sha256:" + "0123456789abcdef".repeat(4);
  private static final String SHA512 = "sha512:" + "0123456789abcdef".repeat(8);

  // Answers what was fetched before, and takes what does not say "broken".
  private static final String PVESH = """
      #!/bin/bash
      if [ "$1" = get ]; then
        printf '[{"content":"import","volid":"%s"}]' "$(cat "$0.there" 2>/dev/null)"
        exit
      fi
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
        *broken*) ;;
        *) printf '","volid":"%s:%s/%s' "$storage" "$content" "$file" >>"$0.there" ;;
      esac
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
          .image(nas, "debian-13.tar.zst", "http://cloud.example.org/debian-13.tar.zst", SHA256)
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
  void the_script_is_as_expected() {
    Golden.of("images").matches(Map.of("cluster/22-images.sh", script(plan())));
  }

  @Test
  void bash_and_shellcheck_accept_the_script() {
    RealPrograms.acceptShell(script(plan()));
  }

  @Test
  void a_second_run_fetches_nothing() throws IOException {
    run(script(plan())).succeeded();

    assertThat(calls())
        .containsExactly(
            fetching(
                "pve1",
                "nas",
                "import",
                "debian-13.qcow2",
                "https://cloud.example.org/d~1/debian%2013.qcow2",
                SHA512),
            fetching(
                "pve1",
                "nas",
                "iso",
                "debian-13.iso",
                "https://cloud.example.org/debian-13.iso",
                SHA256),
            fetching(
                "pve1",
                "nas",
                "vztmpl",
                "debian-13.tar.zst",
                "http://cloud.example.org/debian-13.tar.zst",
                SHA256),
            fetching(
                "pve2",
                "here",
                "import",
                "used.qcow2",
                "https://cloud.example.org/used.qcow2",
                SHA256),
            fetching(
                "pve1",
                "here",
                "import",
                "spare.qcow2",
                "https://cloud.example.org/spare.qcow2",
                SHA256));

    run(script(plan())).succeeded();
    assertThat(calls()).isEmpty();
  }

  @Test
  void a_file_that_does_not_get_there_ends_the_script() throws IOException {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      CloudInitCases.ground(c);
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.IMPORT));
      c.image(nas, "broken.qcow2", "https://cloud.example.org/a.qcow2", SHA256);
    }));

    assertThat(run(script(plan)).status()).isNotZero();
    assertThat(calls()).hasSize(1);
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
      String node, String storage, String content, String file, String url, String checksum) {
    String[] sum = checksum.split(":");
    return "create /nodes/" + node + "/storage/" + storage + "/download-url --content " + content
        + " --filename " + file + " --url " + url + " --checksum-algorithm " + sum[0]
        + " --checksum " + sum[1];
  }

  private String script(ResolvedPlan plan) {
    return renderer.render(plan).artifacts().stream()
        .map(Artifact::content)
        .findFirst()
        .orElseThrow();
  }

  private RealPrograms.Outcome run(String script) throws IOException {
    Path pvesh = directory.resolve("pvesh");
    Files.writeString(pvesh, PVESH);
    Files.setPosixFilePermissions(pvesh, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.deleteIfExists(directory.resolve("pvesh.calls"));
    Files.writeString(directory.resolve("script.sh"), script);
    return RealPrograms.bash("cd " + directory + " && PATH=$PWD:$PATH bash script.sh\n");
  }

  private List<String> calls() throws IOException {
    Path calls = directory.resolve("pvesh.calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }
}
