package io.pveplan.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import org.junit.jupiter.api.Test;

/** All that is wrong with one object is told at once. */
class ManyFaultsTest {

  @Test
  void of_one_object_of_a_text() {
    assertThat(message("""
        {"name": "prod", "guests": [{"kind": "vm", "vmid": 100, "name": "${x}",
         "tags": ["$(id)", "ok"], "cpuType": "a b", "cores": 0}]}
        """)).isEqualTo("""
        the plan can not exist, 4 problems:
          plan.guests[0]: "${x}" is not a guest name: it has the character "$" [GST-004]
              Use letters, digits, inner dashes and dots, for example web01.
          plan.guests[0].cores: number of cores 0 is outside 1 to 8192
              Use a number from 1 to 8192.
          plan.guests[0].tags: "$(id)" is not a tag [GST-034]
              Use letters, digits and any of _+.- with a letter, digit or underscore first, for \
        example web.
          plan.guests[0].cpuType: "a b" is not a CPU type [GST-009]
              Use host, x86-64-v2-AES, a model of QEMU or custom- and a name.""");
  }

  @Test
  void of_the_options_of_a_directory() {
    assertThat(message("""
        {"name": "prod", "storages": [{"kind": "dir", "id": "local", "directory": "srv",
         "maxProtectedBackups": -2, "snapshotAsVolumeChain": true}]}
        """)).isEqualTo("""
        the plan can not exist, 3 problems:
          plan.storages[0].maxProtectedBackups: number of protected backups -2 is outside -1 to \
        2147483647
              Use a number from -1 to 2147483647.
          plan.storages[0].directory: "srv" is not an absolute path [LOC-040]
              Use a path of letters, digits and any of -_.@ without . and .. segments, for example \
        /export/pve.
          plan.storages[0].snapshotAsVolumeChain: storage local is there after the installation, and \
        whether its snapshots are volume chains can not be changed then
              Define another storage for these disks.""");
  }

  @Test
  void of_how_many_backups_a_storage_keeps() {
    assertThat(message("""
        {"name": "prod", "storages": [{"kind": "dir", "id": "files", "directory": "/srv",
         "pruneBackups": {"keepHourly": -1, "keepYearly": 1000001}}]}
        """)).isEqualTo("""
        the plan can not exist, 2 problems:
          plan.storages[0].pruneBackups.keepHourly: number of backups to keep -1 is outside 0 to 1000000
              Use a number from 0 to 1000000.
          plan.storages[0].pruneBackups.keepYearly: number of backups to keep 1000001 is outside 0 to \
        1000000
              Use a number from 0 to 1000000.""");
  }

  @Test
  void of_the_formats_of_a_storage() {
    assertThat(message("""
        {"name": "prod", "storages": [{"kind": "nfs", "id": "nas", "server": "nas",
         "export": "/srv", "format": "vdi", "preallocation": "half"}]}
        """)).isEqualTo("""
        the plan can not exist, 2 problems:
          plan.storages[0].format: "vdi" can not stand here
              Write one of: raw, qcow2, vmdk.
          plan.storages[0].preallocation: "half" can not stand here
              Write one of: off, metadata, falloc, full.""");
  }

  @Test
  void of_a_volume_group() {
    assertThat(message("""
        {"name": "prod", "storages": [{"kind": "lvm", "id": "san", "vgname": "vg0",
         "snapshotAsVolumeChain": "yes", "format": "raw"}]}
        """)).isEqualTo("""
        the plan can not exist, 2 problems:
          plan.storages[0].snapshotAsVolumeChain: "yes" can not stand here
              Write true or false.
          plan.storages[0].format: there is no field "format" here
              Use one of: base, content, disabled, id, luns, nodes, shared, snapshotAsVolumeChain, \
        vgname.""");
  }

  @Test
  void of_a_container_with_a_disk_format() {
    assertThat(message("""
        {"name": "prod", "storages": [{"kind": "dir", "id": "files", "directory": "/srv"}],
         "guests": [{"kind": "container", "vmid": 100, "name": "ct", "ostemplate": "files:vztmpl/a.tar.zst",
          "rootfs": {"slot": "rootfs", "storage": "files", "size": "8GiB", "format": "raw"}}]}
        """)).isEqualTo("""
        the plan can not exist, 1 problem:
          plan.guests[0].rootfs.format: a container has no disk format raw
              Leave the format out.""");
  }

  @Test
  void a_refused_field_does_not_hide_what_else_is_wrong() {
    assertThat(message("""
        {"name": "prod", "guests": [{"kind": "vm", "vmid": 100, "name": "web", "node": "pve9",
         "tags": ["$(id)"]}]}
        """)).isEqualTo("""
        the plan can not exist, 2 problems:
          plan.guests[0].tags: "$(id)" is not a tag [GST-034]
              Use letters, digits and any of _+.- with a letter, digit or underscore first, for \
        example web.
          plan.guests[0]: guest/100: there is no node "pve9"
              The plan has no node; declare it.""");
  }

  @Test
  void a_refused_part_of_another_kind_does_not_hide_a_missing_one() {
    assertThat(message("""
        {"name": "prod", "networks": [{"name": "xx", "mtu": 9}],
         "guests": [{"kind": "vm", "vmid": 100, "name": "web", "node": "xx"}]}
        """)).isEqualTo("""
        the plan can not exist, 2 problems:
          plan.networks[0].mtu: 9 is not an MTU that Proxmox takes [NET-013]
              Use 1500, 9000 or another number from 1280 to 65520.
          plan.guests[0]: guest/100: there is no node "xx"
              The plan has no node; declare it.""");
  }

  @Test
  void an_exception_with_several_faults_has_them_one_by_one() {
    InvalidValueException refused = catchThrowableOfType(
        InvalidValueException.class,
        () ->
            Vm.builder().vmid(Vmid.of(100)).name("a b").addTags("$(id)", "c d").build());

    assertThat(refused)
        .hasMessage(
            "\"a b\" is not a guest name: it has the character \" \"; \"$(id)\" is not a tag; \"c d\" is not a tag");
    assertThat(refused.all())
        .extracting(fault -> fault.field().orElse("-") + ": " + fault.getMessage())
        .containsExactly(
            "-: \"a b\" is not a guest name: it has the character \" \"",
            "tags: \"$(id)\" is not a tag",
            "tags: \"c d\" is not a tag");
    assertThat(refused.all().get(0).all()).containsExactly(refused.all().get(0));
  }

  private static String message(String json) {
    return catchThrowableOfType(PlanDefinitionException.class, () -> PlanFormat.JSON.read(json))
        .getMessage();
  }
}
