package io.pveplan.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.text.Markdown;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileRowsTest {

  private static final Artifact SCRIPT = Artifact.script(Target.node("pve1"), Step.GUESTS, "");

  private static List<Artifact> documents(int guests, String name) {
    return IntStream.range(100, 100 + guests)
        .mapToObj(vmid ->
            Artifact.file(Target.cluster(), "cloud-init/" + vmid + "-web/" + name, Step.GUESTS, ""))
        .toList();
  }

  private static List<String> rows(List<Artifact> bundle, List<Artifact> files) {
    return Markdown.empty()
        .table(
            List.of("file", "where", "what to do"),
            new FileRows(bundle).of(files, file -> Phrase.of("read")))
        .text()
        .lines()
        .skip(2)
        .toList();
  }

  @Test
  void files_that_each_guest_has_are_one_row() {
    List<Artifact> files = new ArrayList<>(documents(4, "meta-data"));
    files.add(SCRIPT);
    files.addAll(documents(4, "user-data"));

    assertThat(rows(files, files))
        .containsExactly(
            "| `cloud-init/*/meta-data` | cluster | read (4 files) |",
            "| `nodes/pve1/23-guests.sh` | node/pve1 | read |",
            "| `cloud-init/*/user-data` | cluster | read (4 files) |");
  }

  @Test
  void a_few_are_named() {
    List<Artifact> files = documents(3, "user-data");

    assertThat(rows(files, files))
        .containsExactly(
            "| `cloud-init/100-web/user-data` | cluster | read |",
            "| `cloud-init/101-web/user-data` | cluster | read |",
            "| `cloud-init/102-web/user-data` | cluster | read |");
  }

  @Test
  void files_are_named_where_others_of_the_bundle_are_alike() {
    List<Artifact> bundle = documents(5, "user-data");

    assertThat(rows(bundle, bundle.subList(0, 4)))
        .containsExactly(
            "| `cloud-init/100-web/user-data` | cluster | read |",
            "| `cloud-init/101-web/user-data` | cluster | read |",
            "| `cloud-init/102-web/user-data` | cluster | read |",
            "| `cloud-init/103-web/user-data` | cluster | read |");
  }
}
