package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

/** A name can stand unquoted in shell, HCL, YAML and section files: it holds nothing that ends its place there. */
class HostileNamesTest {

  private static final String SPECIAL =
      "'\"$`\\;|&<>()[]{}*?!#~ \t\n\r\0\u0007\u001B\u007F\u0085\u00A0\u2028\u202E";
  private static final Set<NameFormat> FREE = Set.of(NameFormat.LINE, NameFormat.SSH_KEY);

  private static final Map<NameFormat, String> VALID = Map.ofEntries(
      Map.entry(NameFormat.CLUSTER, "prod"),
      Map.entry(NameFormat.NODE, "pve1"),
      Map.entry(NameFormat.DOMAIN, "example.org"),
      Map.entry(NameFormat.DNS_NAME, "ntp.example.org"),
      Map.entry(NameFormat.GUEST, "web01"),
      Map.entry(NameFormat.FLEET, "web-a"),
      Map.entry(NameFormat.INTERFACE, "bond0.30"),
      Map.entry(NameFormat.NIC, "eno1"),
      Map.entry(NameFormat.BRIDGE, "vmbr0"),
      Map.entry(NameFormat.BOND, "bond0"),
      Map.entry(NameFormat.RELEASE, "9.1"),
      Map.entry(NameFormat.STORAGE_ID, "local-zfs"),
      Map.entry(NameFormat.LVM_NAME, "vg_cluster"),
      Map.entry(NameFormat.ZFS_POOL, "tank"),
      Map.entry(NameFormat.ZFS_DATASET, "tank/vm"),
      Map.entry(NameFormat.CEPH_POOL, "vm-disks"),
      Map.entry(NameFormat.HA_RULE, "db-apart"),
      Map.entry(NameFormat.SDN_ID, "vnet1"),
      Map.entry(NameFormat.SDN_CONTROLLER, "evpn1"),
      Map.entry(NameFormat.CONFIG_ID, "nightly"),
      Map.entry(NameFormat.TAG, "web"),
      Map.entry(NameFormat.COLOR, "aa0000"),
      Map.entry(NameFormat.MAC_PREFIX, "BC:24:11"),
      Map.entry(NameFormat.EMAIL, "ops@example.org"),
      Map.entry(NameFormat.PATH, "/export/pve"),
      Map.entry(NameFormat.DIRECTORY, "/srv/pve"),
      Map.entry(NameFormat.TARGET, "iqn.2024-02.example:lun1"),
      Map.entry(NameFormat.IQN, "iqn.1993-08.org.debian:pve1"),
      Map.entry(NameFormat.WWID, "360000000000000000e00000000010001"),
      Map.entry(NameFormat.MULTIPATH_ALIAS, "mpath_san1"),
      Map.entry(NameFormat.LABEL, "ring"),
      Map.entry(NameFormat.SWITCH_PORT, "Ethernet1/12"),
      Map.entry(NameFormat.LINE, "a line"),
      Map.entry(NameFormat.USER_NAME, "admin"),
      Map.entry(NameFormat.WINDOWS_USER_NAME, "Administrator"),
      Map.entry(NameFormat.SSH_KEY, SshKeys.ED25519),
      Map.entry(NameFormat.PACKAGE, "open-iscsi"),
      Map.entry(NameFormat.KERNEL_MODULE, "ipmi_watchdog"),
      Map.entry(NameFormat.MOUNT_OPTIONS, "vers=4.2,soft"),
      Map.entry(NameFormat.SERVER, "nas.example.org"),
      Map.entry(NameFormat.CPU_TYPE, "x86-64-v3"),
      Map.entry(NameFormat.MACHINE, "q35"),
      Map.entry(NameFormat.POOL, "prod/web"),
      Map.entry(NameFormat.FILE_NAME, "debian-13.iso"),
      Map.entry(NameFormat.DEVICE, "/dev/nvme0n1"));

  @Property
  void a_special_character_anywhere_is_refused(
      @ForAll("strictFormats") NameFormat format, @ForAll("special") char bad, @ForAll int place) {
    String valid = VALID.get(format);
    int at = Math.floorMod(place, valid.length() + 1);

    String hostile = valid.substring(0, at) + bad + valid.substring(at);

    assertThat(format.matches(valid)).isTrue();
    assertThat(format.matches(hostile)).isFalse();
  }

  @Property
  void what_is_accepted_holds_no_special_character(
      @ForAll("strictFormats") NameFormat format, @ForAll("hostileTexts") String text) {
    if (format.matches(text)) {
      assertThat(text).matches("[A-Za-z0-9._:/@%+=,-]+");
    }
  }

  @Property
  void a_line_is_one_line_of_visible_text(@ForAll("hostileTexts") String text) {
    if (NameFormat.LINE.matches(text)) {
      assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
      assertThat(text.lines().toList()).containsExactly(text);
    }
  }

  @Property
  void the_comment_of_a_key_is_one_line_of_visible_text(@ForAll("hostileTexts") String text) {
    assertThat(NameFormat.SSH_KEY.matches(SshKeys.ED25519 + " " + text))
        .isEqualTo(NameFormat.LINE.matches(text));
  }

  @Property
  void a_text_is_returned_or_refused(
      @ForAll NameFormat format, @ForAll("hostileTexts") String text) {
    if (format.matches(text)) {
      assertThat(format.require(text)).isSameAs(text);
    } else {
      assertThat(Refusal.of(() -> format.require(text))).doesNotContainPattern("\\p{Cc}");
    }
  }

  @Provide
  Arbitrary<NameFormat> strictFormats() {
    return Arbitraries.of(NameFormat.class).filter(format -> !FREE.contains(format));
  }

  @Provide
  Arbitrary<Character> special() {
    return Arbitraries.of(SPECIAL.chars().mapToObj(c -> (char) c).toList());
  }

  @Provide
  Arbitrary<String> hostileTexts() {
    StringArbitrary any = Arbitraries.strings().all().ofMaxLength(30);
    Arbitrary<String> wrapped = Combinators.combine(
            Arbitraries.of(List.copyOf(VALID.values())),
            Arbitraries.of("", "\n", "$(id)", "${x}", "\"", "'", "\\", "..", "/", "-", " "),
            Arbitraries.strings().ascii().ofMaxLength(5))
        .as((valid, middle, end) -> valid + middle + end);
    return Arbitraries.oneOf(any, wrapped, Arbitraries.strings().ascii().ofMaxLength(8));
  }
}
