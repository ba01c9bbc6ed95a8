package io.pveplan.render.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPoolsRendererTest {

  private final LocalPoolsRenderer renderer = new LocalPoolsRenderer();

  @TempDir
  private Path directory;

  @Test
  void files_are_as_expected() {
    Golden.of("local-pools")
        .matches(renderer.render(LocalCases.pools()).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @Test
  void bash_and_shellcheck_accept_scripts_and_checks() {
    for (Artifact file : renderer.render(LocalCases.pools()).artifacts()) {
      if (file.mode() == FileMode.SCRIPT) {
        RealPrograms.acceptShell(file.content());
      }
      RealPrograms.acceptShell("#!/bin/bash\n"
          + file.procedure().checkBefore().orElse("")
          + "\n"
          + file.procedure().apply().orElse("")
          + "\n"
          + file.procedure().checkAfter().orElse("")
          + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodes/pve1/12-zfs-pools.sh",
        "nodes/pve2/12-zfs-pools.sh",
        "nodes/pve3/12-lvm-thin.sh",
        "nodes/pve4/12-zfs-pools.sh"
      })
  void a_second_run_changes_nothing(String path) {
    LocalStandIns standIns = standIns(path);
    String script = script(path);

    standIns.run(script).succeeded();
    assertThat(standIns.changes()).isNotEmpty();

    standIns.run(script).succeeded();
    assertThat(standIns.changes()).isEmpty();
  }

  @Test
  void the_first_run_makes_pools_units_and_datasets() {
    LocalStandIns standIns = new LocalStandIns(directory, "pve1");

    standIns.run(script("nodes/pve1/12-zfs-pools.sh")).succeeded();

    String disk = "/dev/disk/by-id/nvme-EX_";
    assertThat(standIns.changes())
        .containsExactly(
            "zpool create -o ashift=13 -O compression=zstd tank mirror " + disk + "1 " + disk
                + "2 mirror " + disk + "3 " + disk + "4 special mirror " + disk + "5 " + disk
                + "6 log " + disk + "7 cache " + disk + "8",
            "systemctl enable zfs-import@tank.service",
            "zfs create -p tank/vm",
            "zpool create -o ashift=12 -O compression=on bulk-1 raidz2 " + disk + "9 " + disk
                + "10 " + disk + "11 " + disk + "12 " + disk + "13 " + disk + "14",
            "systemctl enable zfs-import@bulk\\x2d1.service",
            "zfs create -p bulk-1/a/b");
  }

  @Test
  void what_zpool_refuses_is_forced_once_the_disks_are_empty() {
    LocalStandIns standIns = new LocalStandIns(directory, "pve4");

    standIns.run(script("nodes/pve4/12-zfs-pools.sh")).succeeded();

    assertThat(standIns.changes())
        .filteredOn(call -> call.startsWith("zpool"))
        .extracting(call -> call.replace("/dev/disk/by-id/nvme-EX_", ""))
        .containsExactly(
            "zpool create -f -o ashift=12 -O compression=on odd mirror 1 2",
            "zpool create -f -o ashift=12 -O compression=on fast raidz 3 4 5 special 6",
            "zpool create -o ashift=12 -O compression=on safe raidz2 7 8 9 10 special mirror 11 12"
                + " 13",
            "zpool create -o ashift=12 -O compression=on pairs 14 special 15");
  }

  @ParameterizedTest(name = "{0}, used disk {1}")
  @CsvSource({
    "nodes/pve1/12-zfs-pools.sh, 4",
    "nodes/pve1/12-zfs-pools.sh, 6",
    "nodes/pve1/12-zfs-pools.sh, 7",
    "nodes/pve1/12-zfs-pools.sh, 8",
    "nodes/pve2/12-zfs-pools.sh, 1",
    "nodes/pve3/12-lvm-thin.sh, 2",
    "nodes/pve4/12-zfs-pools.sh, 2"
  })
  void nothing_is_made_on_a_disk_that_holds_something(String path, int used) {
    String disk = "/dev/disk/by-id/nvme-EX_" + used;
    LocalStandIns standIns = standIns(path).having("used", disk);

    RealPrograms.Outcome outcome = standIns.run(script(path));

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output()).contains(disk + " is not empty:\n/dev/sda 0x1fe gpt\n");
    assertThat(standIns.changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nodes/pve1/12-zfs-pools.sh, pools, tank, pool tank",
    "nodes/pve3/12-lvm-thin.sh, groups, vg_local, volume group vg_local"
  })
  void what_is_there_on_other_disks_is_not_taken_for_the_planned(
      String path, String kind, String name, String what) {
    LocalStandIns standIns = standIns(path).having(kind, name);

    RealPrograms.Outcome outcome = standIns.run(script(path));

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output())
        .contains(what + " is there already, but not on /dev/disk/by-id/nvme-EX_1\n");
    assertThat(standIns.changes()).isEmpty();
  }

  @Test
  void a_script_refuses_to_run_on_another_node() {
    LocalStandIns standIns = new LocalStandIns(directory, "pve2");

    assertThat(standIns.run(script("nodes/pve1/12-zfs-pools.sh")).status()).isNotZero();
    assertThat(standIns.changes()).isEmpty();
  }

  @Test
  void swap_on_a_pool_is_left_out() {
    assertThat(renderer.render(LocalCases.pools()).gaps())
        .extracting(gap -> gap.at().toString(), Gap::sentence)
        .containsExactly(tuple(
            "node/pve2/one",
            "The swap space on one is left to you: swap on ZFS can block the node (LOC-022)."));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer)
        .holdsFor(LocalCases.pools(), ResolvedPlan.of(cluster("empty", c -> {})));
  }

  @Test
  void a_plan_without_pools_needs_no_file() {
    assertThat(renderer.render(ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {})))))
        .isEqualTo(Rendering.nothing());
  }

  private LocalStandIns standIns(String path) {
    return new LocalStandIns(directory, path.split("/")[1]);
  }

  private String script(String path) {
    List<Artifact> all = renderer.render(LocalCases.pools()).artifacts();
    return all.stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow()
        .content();
  }
}
