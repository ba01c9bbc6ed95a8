package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.automation.Keyboard;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SystemDisksSpecTest {

  @Test
  void everything_that_is_wrong_is_told_with_its_place() {
    assertThat(problems(c -> {
          c.goLive(LocalDate.of(27, 1, 31));
          c.installation("AT", Keyboard.DE, "UTC", "ops", fromEnvironment("no hash"), "key");
          c.node(
              "pve1",
              n -> n.hardware(h -> h.systemDisks(SystemFilesystem.ZFS, d -> {
                d.disk("sda", gb(480), DiskKind.SSD).swap(gib(8)).size(mib(1));
              })));
          c.node(
              "pve2",
              n -> n.hardware(h -> h.systemDisks(
                  SystemFilesystem.BTRFS,
                  d -> d.raid(SystemRaid.RAIDZ1).filter("model", "x").filter("ID_MODEL", " "))));
        }))
        .containsExactly(
            "cluster/goLive: year of the go-live 27 is outside 2000 to 2999",
            "cluster/installation: \"no hash\" is not the name of an environment variable",
            "cluster/installation/country: \"AT\" is not a country",
            "cluster/installation/mail: \"ops\" is not a mail address",
            "cluster/installation/sshKeys: \"key\" is not an OpenSSH public key",
            "node/pve1/system-disks/sda/device: \"sda\" is not a device path",
            "node/pve1/system-disks/raid: zfs has no layout",
            "node/pve1/system-disks/size: 1MiB is less than 2GiB",
            "node/pve1/system-disks/swap: the installer makes no swap on zfs",
            "node/pve2/system-disks/filters: \"model\" is not a udev property",
            "node/pve2/system-disks/filters: \" \" is not a line of text",
            "node/pve2/system-disks/raid: Btrfs has no layout raidz-1");
  }

  @Test
  void what_else_is_known_of_a_disk_is_kept() {
    var plan = cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.hardware(h -> h.systemDisks(
                SystemFilesystem.EXT4,
                d -> d.disk(
                    "/dev/sda",
                    gb(480),
                    DiskKind.SSD,
                    b -> b.controller(DiskController.HBA).powerLossProtection(true))))));

    var disk = plan.nodes()
        .get(0)
        .hardware()
        .flatMap(Hardware::systemDisks)
        .orElseThrow()
        .disks()
        .get(0);
    assertThat(disk.controller()).contains(DiskController.HBA);
    assertThat(disk.powerLossProtection()).contains(true);
  }

  private static List<String> problems(Consumer<ClusterSpec> block) {
    return catchThrowableOfType(PlanDefinitionException.class, () -> cluster("lab", block))
        .problems()
        .stream()
        .map(problem -> problem.at() + ": " + problem.message())
        .toList();
  }
}
