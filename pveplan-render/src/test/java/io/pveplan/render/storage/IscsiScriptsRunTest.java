package io.pveplan.render.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.FileMode;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RealPrograms.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what connects a node and makes a volume group, with folders instead of /etc and /dev. */
class IscsiScriptsRunTest {

  private static final String TARGET = "iqn.2024-02.com.example:cluster.lun1";
  private static final String WWID = "360000000000000000e0000000001000";

  // A session begins at a login; a device is there once multipathd has read its file anew.
  private static final String ISCSIADM = """
      echo "iscsiadm $*" >>"$HERE/calls"
      case "$*" in
        '--mode session')
          [ -s "$HERE/sessions" ] || exit 21
          cat "$HERE/sessions"
          ;;
        *--login)
          portal=192.0.2.99:3260
          [ "$5" != --portal ] || portal=$6
          echo "tcp: [1] $portal,1 $4 (non-flash)" >>"$HERE/sessions"
          ;;
      esac
      """;

  private static final String MULTIPATH = """
      echo "multipath $*" >>"$HERE/calls"
      case "$1" in
        -a) echo "/$2/" >>"$HERE/etc/multipath/wwids" ;;
        -ll)
          sed 's/.*/  `- 3:0:0:1 sdb 8:16 active ready running/' "$HERE/live-paths"
          ;;
      esac
      """;

  private static final String MULTIPATHD = """
      echo "multipathd $*" >>"$HERE/calls"
      mkdir -p "$HERE/dev/mapper"
      touch "$HERE/dev/mapper/mpath_san1" "$HERE/dev/mapper/360000000000000000e00000000010002"
      """;

  private static final String WIPEFS = """
      [ "$1" = --noheadings ] && cat "$2"
      """;

  private static final String VGS = """
      [ -e "$HERE/groups/${!#}" ] || exit 5
      case "$*" in *pv_name*) sed 's/^/  /' "$HERE/groups/${!#}" ;; esac
      """;

  private static final String VGCREATE = """
      echo "vgcreate $*" >>"$HERE/calls"
      readlink --canonicalize "${@:2}" >"$HERE/groups/$1"
      """;

  // Makes the volume group of a base, whatever is on the LUN.
  private static final String PVESM = """
      echo "pvesm $1 $2 $3" >>"$HERE/calls"
      touch "$HERE/storage-$3"
      [ "${6:-}" != --base ] || readlink --canonicalize "$HERE/dev/disk/by-id/${7##*.}" >"$HERE/groups/$5"
      """;

  private String plan = "iscsi-luns";

  @TempDir
  private Path directory;

  @BeforeEach
  void machine() throws IOException {
    program("iscsiadm", ISCSIADM);
    program("multipath", MULTIPATH);
    program("multipathd", MULTIPATHD);
    program("wipefs", WIPEFS);
    program("vgs", VGS);
    program("vgcreate", VGCREATE);
    program("pvcreate", "echo \"pvcreate $*\" >>\"$HERE/calls\"\n");
    program("pvesh", "[ -e \"$HERE/storage-${2##*/}\" ]\n");
    program("pvesm", PVESM);
    program("getent", "[ \"$*\" = 'ahosts san.example.net' ] && echo '198.51.100.50 STREAM san'\n");
    program("uname", "echo pve2\n");
    program("sleep", "exit 1\n");
    write("etc/iscsi/iscsid.conf", """
        # node.startup = automatic
        node.startup = manual
        node.session.timeo.replacement_timeout = 120
        node.conn[0].timeo.login_timeout = 15
        """);
    write("etc/multipath/wwids", "");
    write("live-paths", "1\n2\n3\n");
    Files.createDirectories(directory.resolve("groups"));
    write("calls", "");
    write("bundle/etc/multipath.conf", file("nodes/pve2/etc/multipath.conf"));
  }

  @Test
  void a_node_is_connected_once() throws IOException {
    run("nodes/pve2/19-iscsi-storage.sh").succeeded();

    assertThat(Files.readString(directory.resolve("etc/iscsi/iscsid.conf"))).isEqualTo("""
        # node.startup = automatic
        node.conn[0].timeo.login_timeout = 15
        node.startup = automatic
        node.session.timeo.replacement_timeout = 15
        """);
    assertThat(Files.readString(directory.resolve("etc/multipath.conf")))
        .isEqualTo(file("nodes/pve2/etc/multipath.conf"));
    assertThat(changes())
        .containsExactly(
            "multipathd reconfigure",
            "iscsiadm --mode discovery --type sendtargets --portal 192.0.2.50",
            "iscsiadm --mode node --targetname " + TARGET + " --portal 192.0.2.50:3260 --login",
            "iscsiadm --mode discovery --type sendtargets --portal 198.51.100.50",
            "iscsiadm --mode node --targetname " + TARGET + " --portal 198.51.100.50:3260 --login",
            "iscsiadm --mode discovery --type sendtargets --portal [2001:db8::50]:3261",
            "iscsiadm --mode node --targetname " + TARGET + " --portal [2001:db8::50]:3261 --login",
            "multipath -a " + WWID + "1",
            "multipath -a " + WWID + "2");
    List<Path> files = List.of(Path.of("etc/iscsi/iscsid.conf"), Path.of("etc/multipath/wwids"));
    List<String> before = read(files);

    run("nodes/pve2/19-iscsi-storage.sh").succeeded();

    assertThat(changes()).isEmpty();
    assertThat(read(files)).isEqualTo(before);
  }

  @Test
  void a_path_that_is_missing_ends_the_script() throws IOException {
    write("live-paths", "1\n2\n");

    Outcome outcome = run("nodes/pve2/19-iscsi-storage.sh");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .endsWith("HERE/dev/mapper/mpath_san1 has fewer than 3 paths: see multipath -ll\n");
  }

  @Test
  void a_portal_given_by_name_is_logged_in_to_as_what_it_resolves_to() throws IOException {
    program("uname", "echo pve1\n");
    write("bundle/etc/multipath.conf", file("nodes/pve1/etc/multipath.conf"));
    write("dev/disk/by-id/scsi-35000c50015ea71ac", "");

    run("nodes/pve1/19-iscsi-storage.sh").succeeded();

    assertThat(changes())
        .contains(
            "iscsiadm --mode discovery --type sendtargets --portal san.example.net",
            "iscsiadm --mode node --targetname iqn.2024-02.com.example:old --login");

    run("nodes/pve1/19-iscsi-storage.sh").succeeded();

    assertThat(changes()).isEmpty();
  }

  @Test
  void the_volume_group_is_made_once_and_then_defined() throws IOException {
    write("dev/mapper/mpath_san1", "");
    write("dev/mapper/" + WWID + "2", "");
    write("dev/disk/by-id/scsi-35000c50015ea71ac", "");
    write("groups/vg_more", "");
    String device = "HERE/dev/mapper/";

    run("cluster/19-iscsi-storage.sh").succeeded();

    assertThat(changes())
        .containsExactly(
            "pvesm add iscsi san1",
            "pvesm add iscsi old",
            "pvcreate --metadatasize 250k " + device + "mpath_san1",
            "pvcreate --metadatasize 250k " + device + WWID + "2",
            "vgcreate vg_cluster " + device + "mpath_san1 " + device + WWID + "2",
            "pvesm add lvm san1-lvm",
            "pvesm add lvm more-lvm",
            "pvcreate --metadatasize 250k HERE/dev/disk/by-id/scsi-35000c50015ea71ac",
            "vgcreate vg_old HERE/dev/disk/by-id/scsi-35000c50015ea71ac",
            "pvesm add lvm old-lvm");

    run("cluster/19-iscsi-storage.sh").succeeded();

    assertThat(changes()).isEmpty();
  }

  @Test
  void what_is_on_a_lun_already_stays() throws IOException {
    write("dev/mapper/mpath_san1", "");
    write("dev/mapper/" + WWID + "2", "0x438 ext4\n");

    Outcome outcome = run("cluster/19-iscsi-storage.sh");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .endsWith("there is something on HERE/dev/mapper/" + WWID + "2 already:\n0x438 ext4\n");
    assertThat(changes()).noneMatch(call -> call.contains("create"));
  }

  @Test
  void without_its_device_no_volume_group_is_made() throws IOException {
    Outcome outcome = run("cluster/19-iscsi-storage.sh");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .endsWith("HERE/dev/mapper/mpath_san1 is not there: run 19-iscsi-storage.sh of this node"
            + " first\n");
  }

  @Test
  void a_volume_group_of_that_name_on_another_device_ends_the_script() throws IOException {
    write("dev/mapper/mpath_san1", "");
    write("dev/mapper/" + WWID + "2", "");
    write("groups/vg_cluster", directory + "/dev/sda3\n");

    Outcome outcome = run("cluster/19-iscsi-storage.sh");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .endsWith(
            "the volume group vg_cluster is not on HERE/dev/mapper/mpath_san1 HERE/dev/mapper/"
                + WWID + "2, but on:\nHERE/dev/sda3\n");
    assertThat(changes()).containsExactly("pvesm add iscsi san1", "pvesm add iscsi old");
  }

  @Test
  void proxmox_ve_makes_a_volume_group_once() throws IOException {
    plan = "iscsi-single-path";
    based("");

    run("cluster/19-iscsi-storage.sh").succeeded();

    assertThat(changes()).containsExactly("pvesm add iscsi san1", "pvesm add lvm san1-lvm");

    based("0x218 LVM2_member\n");
    run("cluster/19-iscsi-storage.sh").succeeded();

    assertThat(changes()).isEmpty();

    Files.delete(directory.resolve("storage-san1-lvm"));
    run("cluster/19-iscsi-storage.sh").succeeded();

    assertThat(changes()).containsExactly("pvesm add lvm san1-lvm");
  }

  @Test
  void proxmox_ve_makes_no_volume_group_on_a_lun_with_something_on_it() throws IOException {
    plan = "iscsi-single-path";
    based("0x438 ext4\n");

    Outcome outcome = run("cluster/19-iscsi-storage.sh");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .endsWith(
            "there is something on HERE/dev/disk/by-id/scsi-" + WWID + "1 already:\n0x438 ext4\n");
    assertThat(changes()).containsExactly("pvesm add iscsi san1");
  }

  @Test
  void proxmox_ve_is_not_given_a_volume_group_on_another_device() throws IOException {
    plan = "iscsi-single-path";
    based("");
    write("groups/vg_cluster", directory + "/dev/sda3\n");

    Outcome outcome = run("cluster/19-iscsi-storage.sh");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .endsWith("the volume group vg_cluster is not on HERE/dev/disk/by-id/scsi-" + WWID
            + "1, but on:\nHERE/dev/sda3\n");
    assertThat(changes()).containsExactly("pvesm add iscsi san1");
  }

  @Test
  void a_portal_given_by_name_beside_others_is_logged_in_to() throws IOException {
    plan = "iscsi-portal-by-name";

    run("nodes/pve2/19-iscsi-storage.sh").succeeded();

    assertThat(changes())
        .containsExactly(
            "iscsiadm --mode discovery --type sendtargets --portal 192.0.2.50",
            "iscsiadm --mode node --targetname " + TARGET + " --portal 192.0.2.50:3260 --login",
            "iscsiadm --mode discovery --type sendtargets --portal san.example.net:3261",
            "iscsiadm --mode node --targetname " + TARGET + " --portal 198.51.100.50:3261 --login");

    run("nodes/pve2/19-iscsi-storage.sh").succeeded();

    assertThat(changes()).isEmpty();
  }

  // A name of udev for the disk that the kernel found.
  private void based(String content) throws IOException {
    write("dev/sdb", content);
    Path name = directory.resolve("dev/disk/by-id/scsi-" + WWID + "1");
    Files.createDirectories(name.getParent());
    Files.deleteIfExists(name);
    Files.createSymbolicLink(name, directory.resolve("dev/sdb"));
  }

  private Outcome run(String path) throws IOException {
    String script = file(path)
        .replace("/etc/", directory + "/etc/")
        .replace("$here" + directory, "$here")
        .replace("/dev/mapper", directory + "/dev/mapper")
        .replace("/dev/disk", directory + "/dev/disk")
        .replace("test -b", "test -e")
        .replace("! -b", "! -e")
        .replace("[ -b", "[ -e")
        // The bundle has its files below the folder of the node, as /etc.
        .replace("\"$here$1\"", "\"$here${1#" + directory + "}\"");
    write("bundle/script.sh", script);
    write("calls", "");
    Outcome outcome = RealPrograms.bash("export HERE=" + directory
        + " && PATH=$HERE/bin:$PATH timeout 60 bash $HERE/bundle/script.sh\n");
    return new Outcome(outcome.status(), outcome.output().replace(directory.toString(), "HERE"));
  }

  private String file(String path) {
    return java.util.stream.Stream.of(new IscsiRenderer(), new StorageRenderer())
        .flatMap(it -> it.render(StorageCases.of(plan)).artifacts().stream())
        .filter(file -> file.path().equals(path))
        .filter(file -> file.mode() == FileMode.SCRIPT || file.nodePath().isPresent())
        .findFirst()
        .orElseThrow()
        .content();
  }

  private List<String> changes() throws IOException {
    return Files.readString(directory.resolve("calls"))
        .replace(directory.toString(), "HERE")
        .lines()
        .filter(
            call -> !call.equals("iscsiadm --mode session") && !call.startsWith("multipath -ll"))
        .toList();
  }

  private List<String> read(List<Path> files) throws IOException {
    List<String> texts = new java.util.ArrayList<>();
    for (Path file : files) {
      texts.add(Files.readString(directory.resolve(file)));
    }
    return texts;
  }

  private void program(String name, String text) throws IOException {
    write("bin/" + name, "#!/bin/bash\n" + text);
    Files.setPosixFilePermissions(
        directory.resolve("bin").resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
