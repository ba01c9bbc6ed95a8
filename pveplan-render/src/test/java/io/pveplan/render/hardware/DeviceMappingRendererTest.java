package io.pveplan.render.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceMappingRendererTest {

  private final DeviceMappingRenderer renderer = new DeviceMappingRenderer();

  @Test
  void files_are_in_the_form_of_the_product() {
    Map<String, String> files = files();

    assertThat(files.keySet())
        .containsExactly(
            "cluster/22-templates.sh",
            "cluster/etc/pve/mapping/directory.cfg",
            "cluster/etc/pve/mapping/pci.cfg",
            "cluster/etc/pve/mapping/usb.cfg");
    assertThat(files).containsEntry("cluster/etc/pve/mapping/pci.cfg", """
        gpu
        \tmap id=10de:2204,iommugroup=30,node=pve1,path=0000:41:00.0,subsystem-id=10de:1467
        \tmap id=10de:2204,node=pve2,path=0000:c1:00
        \tdescription graphics card
        \tlive-migration-capable 1
        \tmdev 1

        hba
        \tmap id=1000:0097,node=pve1,path=0000:81:00.0
        """);
    assertThat(files).containsEntry("cluster/etc/pve/mapping/usb.cfg", """
        dongle
        \tmap id=0529:0001,node=pve1
        \tmap id=0529:0001,node=pve2,path=1-2.3
        """);
    assertThat(files).containsEntry("cluster/etc/pve/mapping/directory.cfg", """
        share
        \tmap node=pve1,path=/srv/share
        """);
  }

  @Test
  void the_script_adds_what_is_not_there() {
    assertThat(script()).isEqualTo("""
        #!/bin/bash
        # Mappings of devices and directories.
        # Runs on one node. A mapping that is there stays as it is.
        set -euo pipefail

        step() {
          printf '== %s\\n' "$1"
        }

        step 'pci mapping gpu'
        if ! pvesh get /cluster/mapping/pci/gpu --output-format json >/dev/null 2>&1; then
          pvesh create /cluster/mapping/pci \\
            --id gpu \\
            --map id=10de:2204,iommugroup=30,node=pve1,path=0000:41:00.0,subsystem-id=10de:1467 \\
            --map id=10de:2204,node=pve2,path=0000:c1:00 \\
            --description 'graphics card' \\
            --live-migration-capable 1 \\
            --mdev 1
        else
          echo 'already there'
        fi

        step 'usb mapping dongle'
        if ! pvesh get /cluster/mapping/usb/dongle --output-format json >/dev/null 2>&1; then
          pvesh create /cluster/mapping/usb \\
            --id dongle \\
            --map id=0529:0001,node=pve1 \\
            --map id=0529:0001,node=pve2,path=1-2.3
        else
          echo 'already there'
        fi

        step 'pci mapping hba'
        if ! pvesh get /cluster/mapping/pci/hba --output-format json >/dev/null 2>&1; then
          pvesh create /cluster/mapping/pci --id hba --map id=1000:0097,node=pve1,path=0000:81:00.0
        else
          echo 'already there'
        fi

        step 'dir mapping share'
        if ! pvesh get /cluster/mapping/dir/share --output-format json >/dev/null 2>&1; then
          pvesh create /cluster/mapping/dir --id share --map node=pve1,path=/srv/share
        else
          echo 'already there'
        fi
        """);
  }

  @Test
  void bash_and_shellcheck_accept_the_script() {
    RealPrograms.acceptShell(script());
  }

  @Test
  void a_second_run_changes_nothing(@TempDir Path directory) throws IOException {
    Path calls = Files.createFile(directory.resolve("calls"));
    Files.writeString(directory.resolve("pvesh"), """
        #!/bin/bash
        there="$HERE/${2//\\//,}"
        if [ "$1" = get ]; then [ -e "$there" ]; exit; fi
        echo "$*" >>"$HERE/calls"
        touch "$there,$4"
        """);
    Files.setPosixFilePermissions(
        directory.resolve("pvesh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(directory.resolve("script.sh"), script());
    String run = "cd " + directory + " && export HERE=$PWD && PATH=$PWD:$PATH bash script.sh\n";

    RealPrograms.bash(run).succeeded();
    assertThat(calls).hasContent("""
        create /cluster/mapping/pci --id gpu --map id=10de:2204,iommugroup=30,node=pve1,\
        path=0000:41:00.0,subsystem-id=10de:1467 --map id=10de:2204,node=pve2,path=0000:c1:00 \
        --description graphics card --live-migration-capable 1 --mdev 1
        create /cluster/mapping/usb --id dongle --map id=0529:0001,node=pve1 \
        --map id=0529:0001,node=pve2,path=1-2.3
        create /cluster/mapping/pci --id hba --map id=1000:0097,node=pve1,path=0000:81:00.0
        create /cluster/mapping/dir --id share --map node=pve1,path=/srv/share
        """);

    Files.writeString(calls, "");
    RealPrograms.bash(run).succeeded();
    assertThat(calls).isEmptyFile();
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer).holdsFor(plan(), ResolvedPlan.of(cluster("empty", c -> {})));
  }

  @Test
  void a_plan_without_mappings_needs_no_file() {
    assertThat(renderer.render(ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {})))))
        .isEqualTo(Rendering.nothing());
  }

  private String script() {
    return renderer.render(plan()).artifacts().get(0).content();
  }

  private Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (Artifact artifact : renderer.render(plan()).artifacts()) {
      files.put(artifact.path(), artifact.content());
    }
    return files;
  }

  private static ResolvedPlan plan() {
    return ResolvedPlan.of(cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      c.pciMapping(
          "gpu",
          m -> m.device(
                  pve1,
                  "0000:41:00.0",
                  "10de:2204",
                  d -> d.subsystem("10de:1467").iommuGroup(30))
              .device(pve2, "0000:c1:00", "10de:2204")
              .description("graphics card")
              .mediated()
              .liveMigration());
      c.usbMapping("dongle", m -> m.device(pve1, "0529:0001").device(pve2, "0529:0001", "1-2.3"));
      c.pciMapping("hba", m -> m.device(pve1, "0000:81:00.0", "1000:0097"));
      c.directoryMapping("share", m -> m.directory(pve1, "/srv/share"));
    }));
  }
}
