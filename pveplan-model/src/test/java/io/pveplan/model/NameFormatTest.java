package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NameFormatTest {

  private static final String DIGITS = "0123456789";
  private static final String LABEL_63 = DIGITS.repeat(6) + "abc";

  static Stream<Arguments> accepted() {
    return table(
        List.of("CLUSTER", "prod", "p", "7", "Prod-2", "fifteen-letters"),
        List.of("NODE", "pve1", "nodeA", "1a", "p-v-e", LABEL_63),
        List.of("DOMAIN", "example.org", "lan", "a-b.example.org"),
        List.of("DNS_NAME", "ntp.example.org", "ntp", "0.pool.ntp.org", LABEL_63 + ".org"),
        List.of("GUEST", "web01", "web-01.example.org", "200"),
        List.of("FLEET", "web", "web-", "Web-2"),
        List.of("INTERFACE", "eno1", "enp2s0f1np1", "bond0.30", "vmbr1.4094", "eno1:1"),
        List.of("NIC", "eno1", "enp65s0f0", "enP2p1s0f0", "nic0", "eth0", "wlan0", "vlan5a", "lot"),
        List.of("BRIDGE", "vmbr0", "vmbr4094", "storage_bridge1"),
        List.of("BOND", "bond0", "bond12"),
        List.of("STORAGE_ID", "local-zfs", "nas", "beiscsi", "lvmscsi", "a.b_c-9", "NAS1"),
        List.of("LVM_NAME", "vg_cluster", "pve", "0g"),
        List.of("ZFS_POOL", "tank", "rpool", "tank-1.a:b_c", "logs", "Mirror"),
        List.of("ZFS_DATASET", "tank", "rpool/data", "tank/vm/fast", "tank/log"),
        List.of("CEPH_POOL", "vm-disks", "rbd", "cephfs_data", "9"),
        List.of("HA_RULE", "db-apart", "db_home", "r1"),
        List.of("SDN_ID", "vnet10", "zone1", "ab", "evpnzone"),
        List.of("SDN_CONTROLLER", "evpn1", "my_bgp-1"),
        List.of("CONFIG_ID", "nightly", "backup-1", "a_"),
        List.of("COLOR", "aa0000", "FFffFF"),
        List.of("MAC_PREFIX", "BC", "bc:24", "BC:24:11", "BC:24:11:0", "02:0"),
        List.of("EMAIL", "ops@example.org", "a.b+c@host", "root@pve1"),
        List.of("TAG", "web", "_x", "9", "a+b.c-d"),
        List.of("PATH", "/export/pve", "/mnt/pve/nas_1", "/a/b.c", "/mnt/@snap", "/a..b"),
        List.of(
            "TARGET",
            "iqn.2024-02.example:cluster.lun1",
            "iqn.2000-01.com.synology:NAS.Target-1.abc",
            "iqn.2005-10.org.freenas.ctl",
            "eui.02004567A425678D",
            "naa.52004567BA64678D",
            "naa.62004567BA64678D0123456789ABCDEF"),
        List.of("IQN", "iqn.1993-08.org.debian:01:abcdef", "iqn.2024-02.org.example:pve1"),
        List.of("KERNEL_MODULE", "softdog", "iTCO_wdt", "sp5100_tco", "ipmi-watchdog"),
        List.of("WWID", "360000000000000000e00000000010001", "35000c50015ea71ac", "1IET_00010001"),
        List.of("MULTIPATH_ALIAS", "mpath_san1", "1", "a.b-c"),
        List.of("LABEL", "ring", "ups-a", "Rack.12", "switch_1", "1"),
        List.of(
            "LINE",
            "Main site, 2nd floor",
            "it's \"quoted\" and costs $5 `now`; <b> & (c) | \\d",
            "Größe 日本語 \uD83D\uDE80",
            "x".repeat(1024),
            "\uD83D\uDE80".repeat(1024)),
        List.of("USER_NAME", "root", "admin", "_apt", "www-data"),
        List.of(
            "SSH_KEY",
            SshKeys.ED25519,
            SshKeys.ED25519 + " admin@example.org",
            SshKeys.ED25519 + " it's $(mine) \"now\"",
            SshKeys.RSA + " old"),
        List.of("PACKAGE", "open-iscsi", "libstdc++6", "frr-pythontools", "0ad"),
        List.of(
            "MOUNT_OPTIONS", "vers=4.2", "vers=4.2,soft,timeo=600", "sec=krb5:sys", "ro,_netdev"),
        List.of("SERVER", "10.20.0.60", "2001:db8::60", "nas", "nas.example.org", "10.example.org"),
        List.of("CPU_TYPE", "host", "x86-64-v2-AES", "EPYC-Rome", "486", "custom-web", "kvm64"),
        List.of("MACHINE", "q35", "pc", "pc-q35-10.0", "pc-i440fx-9.2+pve1", "pc-8.1.pxe"),
        List.of("POOL", "prod", "prod/web", "a/b/c", "_x.1"),
        List.of("FILE_NAME", "debian-13.iso", "user_data.yaml", "a+b=c.img"),
        List.of(
            "DEVICE",
            "/dev/sdb",
            "/dev/nvme0n1",
            "/dev/disk/by-id/nvme-eui.0025385b21404321",
            "/dev/disk/by-path/pci-0000:00:1f.2-ata-1"));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void a_name_of_the_form_is_returned(NameFormat format, String value) {
    assertThat(format.matches(value)).isTrue();
    assertThat(format.require(value)).isSameAs(value);
  }

  static Stream<Arguments> refused() {
    return table(
        List.of("CLUSTER", "-prod", "prod-", "prod.1", "prod_1", "pröd", "prod\n"),
        List.of("NODE", "pve_1", "pve.1", "-pve", "pve-", "12", "pve 1"),
        List.of("DOMAIN", "example..org", ".org", "org.", "exa_mple.org", "-a.org", "a-.org"),
        List.of("DNS_NAME", "ntp_1", "ntp.", DIGITS.repeat(6) + "abcd"),
        List.of("FLEET", "web 01", "web_01", "-web", "2web", "web.a", "a".repeat(41)),
        List.of("GUEST", "web 01", "web_01", "-web", "web-", "web..1"),
        List.of("INTERFACE", "e", "1eno", "eno-1", "bond0.", "bond0.30.1", "bond0.x", "_eno", "lo"),
        List.of("NIC", "e", "eno1.30", "eno1:1", "eno-1", "Eno3", "lo", "all", "default"),
        List.of("NIC", "vmbr9", "bond1", "vlan5", "bonding_masters"),
        List.of("NIC", "tap100i0", "veth100i0", "fwbr100i0", "fwln100i0", "fwpr100p0"),
        List.of("BRIDGE", "v", "vmbr-0", "vmbr0.1", "0vmbr", "lo"),
        List.of("BOND", "bond", "bondA", "lag0", "bond0.30", "Bond0"),
        List.of("STORAGE_ID", "a", "1nas", "nas-", "n:s", "n s"),
        List.of("LVM_NAME", "v", "-vg", "vg-", "vg/x", "vg+x"),
        List.of(
            "ZFS_POOL", "1tank", "log", "mirror", "mirror1", "raidz2", "draid", "spares", "t k"),
        List.of("ZFS_POOL", "tank/vm", "tank@snap"),
        List.of("ZFS_DATASET", "tank/", "/tank", "tank//vm", "tank/..", "tank/./vm", "tank/a b"),
        List.of("ZFS_DATASET", "log/vm", "mirror/vm", "tank/vm@snap"),
        List.of("CEPH_POOL", "vm:disks", "vm/disks", "vm disks", ".mgr", "-vm", "vm$x"),
        List.of("HA_RULE", "r", "1rule", "_r", "a.b"),
        List.of("SDN_ID", "a", "vnet-1", "vnet_1", "1vnet", "vnét"),
        List.of("SDN_CONTROLLER", "e", "evpn-", "1evpn", "e.vpn"),
        List.of("CONFIG_ID", "n", "1n", "n.1", "-n"),
        List.of("TAG", "-a", "+a", "a;b", "a,b", "a b"),
        List.of("COLOR", "red", "aa00", "#aa0000", "aa000g"),
        List.of("MAC_PREFIX", "BD:24:11", "BC2411", "BC:24:11:00", "BC:", "B", "xx:24:11"),
        List.of("EMAIL", "ops", "@example.org", "ops@", "a b@example.org", "a@b@c", "a;b@c"),
        List.of("PATH", "export", "/", "/export/p ve", "/a/../b", "/a/..", "/./a", "/a:b", "/a;b"),
        List.of("TARGET", "beiscsi", "iqn.2024.example:lun", "iqn.2024-13.example:lun"),
        List.of("TARGET", "iqn.2024-02.example:", "iqn.2024-02.", "eui.123", "naa.xyz"),
        List.of("IQN", "eui.02004567A425678D", "iqn.1993-08.org.debian:01 2"),
        List.of("KERNEL_MODULE", "", "1wdt", "softdog;reboot", "soft dog", "$(reboot)"),
        List.of(
            "WWID",
            "3600",
            "36000000000000000E00000000010001",
            "600000000000000000e00000000010001",
            "1 a"),
        List.of("MULTIPATH_ALIAS", "_a", "a/b", "a b", ".a"),
        List.of("LABEL", "-a", ".a", "a b", "a/b", "ü"),
        List.of(
            "LINE", " a", "a ", "\u00A0a", "a\nb", "a\rb", "a\tb", "a\u0000", "a\u007F", "\u0085"),
        List.of("LINE", "a\u2028b", "a\u2029b", "a\u202Eb", "a\u2066b", "a\u200Bb", "\uFEFFa"),
        List.of("LINE", "a\uD83D", "\uDE80a", "\uDE80\uD83D", "a\uFFFE", "a\uFFFF"),
        List.of("USER_NAME", "Root", "1a", "-a", "a b", "a@b", "a$"),
        List.of("SSH_KEY", "ssh-ed25519", "AAAA", SshKeys.ED25519 + " a\nb", SshKeys.ED25519 + " "),
        List.of("SSH_KEY", SshKeys.ED25519.replace("ssh-ed25519", "ssh-rsa")),
        List.of("SSH_KEY", "no-pty " + SshKeys.ED25519, " " + SshKeys.ED25519),
        List.of("SSH_KEY", "ssh-ed25519 AAAA", "ssh-ed25519 A", "ssh-dss AAAAB3NzaC1kc3MAAACBAA=="),
        List.of("PACKAGE", "a", "Open-iscsi", "open_iscsi", "-a", "a=1", "a b"),
        List.of(
            "MOUNT_OPTIONS", "vers=4.2, soft", "-o", ",soft", "soft,", "soft,,ro", "a;b", "a'b"),
        List.of("SERVER", "10.20.0.256", "10.20.0", "010.20.0.60", "60", "nas_1", "a b", "[::1]"),
        List.of("SERVER", "2001:DB8::60", "nas:2049", "fe80::1%eth0"),
        List.of(
            "MACHINE",
            "pc-q35-99999999999.0",
            "pc-q35-10.100",
            "pc-q35-10",
            "pc-q35-10.0+pve100",
            "q35-10.0"),
        List.of("CPU_TYPE", "-host", "host,flags=+aes", "a b", "host;x"),
        List.of("FILE_NAME", ".hidden", "-a", "a/b", "a b", "a'b", "..", "é"),
        List.of(
            "DEVICE", "sdb", "/dev", "/dev/", "/dev/../etc/passwd", "/dev/disk/..", "/mnt/sdb"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void another_form_is_refused(NameFormat format, String value) {
    assertThat(format.matches(value)).isFalse();
    assertThat(Refusal.of(() -> format.require(value)))
        .contains(" is not " + format.description())
        .endsWith(": " + format.advice());
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_not_a_name(NameFormat format) {
    assertThat(format.matches("")).isFalse();
    assertThat(Refusal.of(() -> format.require(""))).startsWith("\"\" is not ");
  }

  @ParameterizedTest
  @CsvSource({
    "CLUSTER, 15",
    "NODE, 63",
    "INTERFACE, 15",
    "NIC, 15",
    "BRIDGE, 15",
    "LVM_NAME, 127",
    "SDN_ID, 8",
    "SDN_CONTROLLER, 64",
    "CONFIG_ID, 64",
    "LABEL, 40",
    "LINE, 1024",
    "USER_NAME, 32",
    "FILE_NAME, 255",
  })
  void the_length_is_limited(NameFormat format, int limit) {
    assertThat(format.maximumLength()).isEqualTo(limit);
    assertThat(format.matches("a".repeat(limit))).isTrue();
    assertThat(format.matches("a".repeat(limit + 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "CLUSTER|sixteen-letters1|\"sixteen-letters1\" is not a cluster name: it has 16 characters,"
            + " at most 15 are allowed [CLU-001]: Use at most 15 letters, digits and inner dashes,"
            + " for example prod.",
        "CLUSTER|prod\"|\"prod\"\" is not a cluster name [CLU-001]: Use at most 15 letters, digits"
            + " and inner dashes, for example prod.",
        "NODE|pve$(id)|\"pve$(id)\" is not a node name [NODE-001]: Use at most 63 letters, digits"
            + " and inner dashes, not digits only, for example pve1.",
        "NODE|42|\"42\" is not a node name [NODE-002]: Use at most 63 letters, digits and inner"
            + " dashes, not digits only, for example pve1.",
        "GUEST|web${x}|\"web${x}\" is not a guest name: it has the character \"$\" [GST-004]: Use"
            + " letters, digits, inner dashes and dots, for example web01.",
        "GUEST|web_01|\"web_01\" is not a guest name: it has the character \"_\" [GST-004]: Use"
            + " letters, digits, inner dashes and dots, for example web01.",
        "GUEST|web-|\"web-\" is not a guest name [GST-004]: Use letters, digits, inner dashes and"
            + " dots, for example web01.",
        "STORAGE_ID|nas'|\"nas'\" is not a storage id [LOC-001]: Use 2 or more letters, digits, dots,"
            + " dashes and underscores, a letter first, a letter or digit last, for example"
            + " local-zfs.",
        "LABEL|ring net|\"ring net\" is not a name: Use at most 40 letters, digits, dots, dashes and"
            + " underscores, a letter or digit first.",
      })
  void a_refusal_says_what_is_wrong_and_what_to_write(
      NameFormat format, String value, String refusal) {
    assertThat(Refusal.of(() -> format.require(value))).isEqualTo(refusal);
  }

  @Test
  void a_guest_name_is_too_long_between_its_dots() {
    assertThat(Refusal.of(() -> NameFormat.GUEST.require("w".repeat(71) + ".example.org")))
        .isEqualTo(
            "\"" + "w".repeat(60) + "...\" is not a guest name: it has 71 characters without a"
                + " dot, at most 63 are allowed [GST-004]: Use letters, digits, inner dashes and dots,"
                + " for example web01.");
  }

  @Test
  void a_line_break_is_made_visible_in_the_refusal() {
    assertThat(Refusal.of(() -> NameFormat.NODE.require("pve1\nroot")))
        .isEqualTo(
            "\"pve1\\nroot\" is not a node name [NODE-001]: Use at most 63 letters, digits and inner"
                + " dashes, not digits only, for example pve1.");
  }

  @Test
  void a_long_value_is_shortened_in_the_refusal() {
    assertThat(Refusal.of(() -> NameFormat.SDN_ID.require("a".repeat(1_000_000))))
        .isEqualTo("\""
            + "a".repeat(60)
            + "...\" is not an SDN id: it has 1000000 characters, at most 8 are allowed"
            + " [SDN-001]: Use 2 to 8 letters and digits, a letter first, for example vnet10.");
  }

  @Test
  void the_rules_of_the_catalogue_are_named() {
    var rules = Arrays.stream(NameFormat.values())
        .filter(format -> format.rule().isPresent())
        .collect(Collectors.toMap(
            NameFormat::name, f -> f.rule().orElseThrow(), (a, b) -> a, TreeMap::new));

    assertThat(rules)
        .hasToString(
            "{BOND=NET-042, BRIDGE=NET-001, CEPH_POOL=CEPH-041, CLUSTER=CLU-001, CPU_TYPE=GST-009,"
                + " DIRECTORY=LOC-040, DOMAIN=NODE-002, FLEET=GST-004, GUEST=GST-004, HA_RULE=HA-004, INTERFACE=NET-001,"
                + " LVM_NAME=LOC-039, MAC_PREFIX=NET-040, NIC=NET-001, NODE=NODE-001, SDN_CONTROLLER=SDN-002,"
                + " SDN_ID=SDN-001, STORAGE_ID=LOC-001, TAG=GST-034, ZFS_DATASET=LOC-012,"
                + " ZFS_POOL=LOC-012}");
  }

  @SafeVarargs
  private static Stream<Arguments> table(List<String>... rows) {
    return Arrays.stream(rows)
        .flatMap(row ->
            row.stream().skip(1).map(value -> Arguments.of(NameFormat.valueOf(row.get(0)), value)));
  }
}
