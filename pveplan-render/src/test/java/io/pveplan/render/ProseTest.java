package io.pveplan.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.text.Markdown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      in place: nas:vztmpl/debian_13-2.tar.zst, b | in place: `nas:vztmpl/debian_13-2.tar.zst`, b
      disks (device /dev/disk/by-id/A_1, size 2TB) | disks (device `/dev/disk/by-id/A_1`, size 2TB)
      pvesh delete /cluster/mapping/<kind>/<id> for all. | pvesh delete `/cluster/mapping/<kind>/<id>` for all.
      where 22-snippets.sh of pve1 puts it. | where `22-snippets.sh` of pve1 puts it.
      apply terraform/bpg/guests/main.tf. | apply `terraform/bpg/guests/main.tf`.
      with intel_iommu=on; then | with `intel_iommu=on`; then
      of cicustom is user=nas:snippets/a.yaml,meta=nas:snippets/b.yaml. | of cicustom is `user=nas:snippets/a.yaml,meta=nas:snippets/b.yaml`.
      vfio_pci                | `vfio_pci`
      in 10.0.0.1/24, fd00::/64 and and/or | in 10.0.0.1/24, fd00::/64 and and/or
      no 1 / 2 * 3 [x] file. | no 1 / 2 \\* 3 \\[x\\] file.
      """)
  void names_of_files_are_code(String text, String markdown) {
    assertThat(Markdown.empty().paragraph(Prose.of(text)).text()).isEqualTo(markdown + "\n");
  }
}
