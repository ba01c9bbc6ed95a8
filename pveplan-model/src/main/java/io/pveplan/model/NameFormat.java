package io.pveplan.model;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The forms of the names in a plan: those that Proxmox VE and the programs below it accept, and no
 * others.
 *
 * <p>Where the product takes any text, the form here is narrower, so that a name can stand unquoted
 * in shell, HCL, YAML and
 * section files. Only {@link #LINE} and the comment of an {@link #SSH_KEY} may hold blanks, quotes
 * and other punctuation.
 *
 * <pre>{@code
 * NameFormat.NODE.require("pve1");      // returns pve1
 * NameFormat.NODE.require("pve_1");     // refused: letters, digits and inner dashes only
 * NameFormat.CLUSTER.matches("prod\n"); // false
 * }</pre>
 *
 * @since 0.1
 */
public enum NameFormat {
  /** Name of a cluster; it can not be changed later. */
  CLUSTER(
      "a cluster name",
      "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?",
      15,
      "Use at most 15 letters, digits and inner dashes, for example prod.",
      "CLU-001"),
  /** Name of a node, its host name without domain; the installer refuses one of digits only (NODE-002). */
  NODE(
      "a node name",
      "(?![0-9]+$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?",
      63,
      "Use at most 63 letters, digits and inner dashes, not digits only, for example pve1.",
      "NODE-001"),
  /** DNS domain that the nodes live in. */
  DOMAIN(
      "a DNS domain",
      NamePatterns.DNS,
      253,
      "Use labels of letters, digits and inner dashes with dots between, for example example.org.",
      "NODE-002"),
  /** Host name, with or without domain. */
  DNS_NAME(
      "a DNS name",
      NamePatterns.DNS,
      253,
      "Use labels of letters, digits and inner dashes with dots between, for example ntp.example.org.",
      ""),
  /** Name of a virtual machine, host name of a container. */
  GUEST(
      "a guest name",
      NamePatterns.DNS,
      253,
      "Use letters, digits, inner dashes and dots, for example web01.",
      "GST-004"),
  /** Name of a profile, which the names of its guests begin with. */
  FLEET(
      "the name of a profile",
      "[A-Za-z][A-Za-z0-9-]*",
      40,
      "Use at most 40 letters, digits and dashes, a letter first, for example web.",
      "GST-004"),
  /**
   * Any interface of a node, with the suffix of a VLAN or an alias: {@code bond0.30}. The loopback
   * interface, which each node has, is none.
   */
  INTERFACE(
      "an interface name",
      NamePatterns.NO_LOOPBACK + "[A-Za-z][A-Za-z0-9_]{1,20}(?:[:.][0-9]+)?",
      15,
      "Use 2 to 15 letters, digits and underscores, a letter first, for example vmbr0 or bond0.30.",
      "NET-001"),
  /**
   * Physical network card. Names that Proxmox VE gives to bonds, bridges, VLAN interfaces and the
   * cards of guests are refused, and those that mean something else to the kernel.
   */
  NIC(
      "the name of a network card",
      NamePatterns.NO_CARD + "[a-z][A-Za-z0-9_]+",
      15,
      "Use 2 to 15 letters, digits and underscores, a small letter first, and no name of a bond,"
          + " bridge, VLAN or card of a guest, for example eno1.",
      "NET-001"),
  /** Linux or OVS bridge; names of more than 10 characters are reported by NET-002. */
  BRIDGE(
      "a bridge name",
      NamePatterns.NO_LOOPBACK + "[A-Za-z][A-Za-z0-9_]+",
      15,
      "Use 2 to 15 letters, digits and underscores, a letter first, for example vmbr0.",
      "NET-001"),
  /** Bond; Proxmox recognizes it by its name. */
  BOND("a bond name", "bond[0-9]+", 15, "Use bond and a number, for example bond0.", "NET-042"),
  /** Release of Proxmox VE. */
  RELEASE(
      "a release of Proxmox VE",
      "[1-9][0-9]?\\.[0-9]{1,2}",
      5,
      "Write the major and the minor number, for example 9.1.",
      ""),
  /** Id of a storage. */
  STORAGE_ID(
      "a storage id",
      "[A-Za-z][A-Za-z0-9._-]*[A-Za-z0-9]",
      NamePatterns.OWN_LIMIT,
      "Use 2 or more letters, digits, dots, dashes and underscores, a letter first,"
          + " a letter or digit last, for example local-zfs.",
      "LOC-001"),
  /** Volume group, thin pool; 127 characters are the limit of LVM. */
  LVM_NAME(
      "an LVM name",
      "[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]",
      127,
      "Use 2 or more letters, digits, dots, dashes and underscores, a letter or digit first and last,"
          + " for example vg_cluster.",
      "LOC-039"),
  /** ZFS pool; 255 characters are the limit of ZFS. */
  ZFS_POOL(
      "a ZFS pool name",
      NamePatterns.ZFS_POOL,
      255,
      "Use letters, digits and any of -_.: with a letter first; log and names that start with mirror,"
          + " raidz, draid or spare are reserved. For example tank.",
      "LOC-012"),
  /** ZFS pool or a dataset in it, as a {@code zfspool} storage takes it. */
  ZFS_DATASET(
      "a ZFS pool or dataset",
      NamePatterns.ZFS_POOL + "(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9_.:][A-Za-z0-9_.:-]*)*",
      255,
      "Write the pool, or the pool and datasets with slashes between, for example tank/vm.",
      "LOC-012"),
  /**
   * Ceph pool. Proxmox refuses only colon, slash and white space; a pool can not be renamed without
   * pain, so what needs
   * quoting somewhere is refused here.
   */
  CEPH_POOL(
      "a Ceph pool name",
      "[A-Za-z0-9_][A-Za-z0-9._-]*",
      NamePatterns.OWN_LIMIT,
      "Use letters, digits, dots, dashes and underscores, for example vm-disks.",
      "CEPH-041"),
  /** Id of an HA rule. */
  HA_RULE(
      "the id of an HA rule",
      NamePatterns.CONFIG_ID,
      NamePatterns.OWN_LIMIT,
      "Use 2 or more letters, digits, dashes and underscores, a letter first, for example db-apart.",
      "HA-004"),
  /** Id of an SDN zone or VNet; interfaces are named after it. */
  SDN_ID(
      "an SDN id",
      "[A-Za-z][A-Za-z0-9]*[A-Za-z0-9]",
      8,
      "Use 2 to 8 letters and digits, a letter first, for example vnet10.",
      "SDN-001"),
  /** Id of an SDN controller. */
  SDN_CONTROLLER(
      "the id of an SDN controller",
      "[A-Za-z][A-Za-z0-9_-]*[A-Za-z0-9]",
      64,
      "Use 2 to 64 letters, digits, dashes and underscores, a letter first, a letter or digit last,"
          + " for example evpn1.",
      "SDN-002"),
  /** Id of a job or another section of a configuration file ({@code pve-configid}). */
  CONFIG_ID(
      "a configuration id",
      NamePatterns.CONFIG_ID,
      64,
      "Use 2 to 64 letters, digits, dashes and underscores, a letter first, for example nightly.",
      ""),
  /** Tag of a guest. */
  TAG(
      "a tag",
      "[A-Za-z0-9_][A-Za-z0-9_+.-]*",
      NamePatterns.OWN_LIMIT,
      "Use letters, digits and any of _+.- with a letter, digit or underscore first, for example web.",
      "GST-034"),
  /** Color of a tag in the web interface. */
  COLOR(
      "a color",
      "[0-9a-fA-F]{6}",
      6,
      "Write six hexadecimal digits for red, green and blue, for example aa0000.",
      ""),
  /** What the MAC addresses of guests begin with. */
  MAC_PREFIX(
      "the beginning of a unicast MAC address",
      "[A-Fa-f0-9][02468ACEace](?::[A-Fa-f0-9]{2}){0,2}(?::[A-Fa-f0-9])?",
      10,
      "Write up to three bytes, the first one even, and perhaps one more digit, for example"
          + " BC:24:11 or BC:24:11:0.",
      "NET-040"),
  /** Mail address, its domain with or without dots. */
  EMAIL(
      "a mail address",
      "[A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*@" + NamePatterns.DNS,
      NamePatterns.OWN_LIMIT,
      "Write a name and a domain, for example ops@example.org.",
      ""),
  /** Absolute path of a directory or an NFS export, without dot segments. */
  PATH(
      "an absolute path",
      NamePatterns.NO_DOT_SEGMENTS + "/[-/a-zA-Z0-9_.@]+",
      1024,
      "Use a path of letters, digits and any of -_.@ without . and .. segments, for example /export/pve.",
      ""),
  /** Directory that a storage lies in, without dot segments. */
  DIRECTORY(
      "an absolute path",
      NamePatterns.NO_DOT_SEGMENTS + "/[-/a-zA-Z0-9_.@]+",
      1024,
      "Use a path of letters, digits and any of -_.@ without . and .. segments, for example /export/pve.",
      "LOC-040"),
  /** iSCSI target by IQN, EUI or NAA name; 223 characters are the limit of RFC 3720. */
  TARGET(
      "an iSCSI target",
      NamePatterns.IQN + "|eui\\.[0-9A-Fa-f]{16}|naa\\.[0-9A-Fa-f]{16}(?:[0-9A-Fa-f]{16})?",
      223,
      "Use a name like iqn.2024-02.org.example:cluster.lun1, or one that starts with eui. or naa.",
      ""),
  /** iSCSI name of an initiator, one for each node. */
  IQN(
      "an iSCSI qualified name",
      NamePatterns.IQN,
      223,
      "Use iqn., year and month, the domain reversed and a name, for example iqn.1993-08.org.debian:pve1.",
      ""),
  /** World wide identifier of a SCSI disk, as scsi_id and multipath show it: type and identifier. */
  WWID(
      "the WWID of a LUN",
      "3[0-9a-f]{16}(?:[0-9a-f]{16})?|2[0-9a-f]{16}(?:[0-9a-f]{8}){0,2}|[18S][A-Za-z0-9_.:-]{2,126}",
      127,
      "Write it as multipath -ll shows it, mostly 3 and then 16 or 32 hexadecimal digits in lower case.",
      ""),
  /** Name of a multipath device. */
  MULTIPATH_ALIAS(
      "the alias of a multipath device",
      "[A-Za-z0-9][A-Za-z0-9_.-]*",
      127,
      "Use letters, digits, dashes, dots and underscores, a letter or digit first, for example mpath_san1.",
      ""),
  /** Name that only a plan uses: a network, a circuit, a UPS, a rack, a switch, a storage server. */
  LABEL(
      "a name",
      "[A-Za-z0-9][A-Za-z0-9._-]*",
      40,
      "Use at most 40 letters, digits, dots, dashes and underscores, a letter or digit first.",
      ""),
  /** Port of a switch, as it names it by LLDP, or by its number. */
  SWITCH_PORT(
      "the name of a switch port",
      "[A-Za-z0-9][A-Za-z0-9._:/-]*",
      40,
      "Use at most 40 letters, digits and any of ._:/- with a letter or digit first,"
          + " for example 12 or Ethernet1/12.",
      ""),
  /** Free text of one line: no control or format characters, no blank at either end. */
  LINE(
      "a line of text",
      "(?!\\p{Zs})[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\x{FFFE}\\x{FFFF}]+(?<!\\p{Zs})",
      1024,
      "Write one line of 1 to 1024 characters without control or invisible characters and without"
          + " blanks at its ends.",
      ""),
  /** Linux user. */
  USER_NAME(
      "a user name",
      "[a-z_][a-z0-9_-]*",
      32,
      "Use at most 32 lower-case letters, digits, dashes and underscores, no digit or dash first,"
          + " for example admin.",
      ""),
  /**
   * User of Windows, which takes 20 characters (Microsoft: New User Dialog Box) and more of them than
   * these.
   */
  WINDOWS_USER_NAME(
      "a user name of Windows",
      "[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?",
      20,
      "Use at most 20 letters, digits and any of ._- with a letter, digit or _ first and no dot"
          + " last, for example Administrator.",
      ""),
  /** Public key as OpenSSH writes it to a {@code .pub} file: type, key, optional comment. */
  SSH_KEY(
      "an OpenSSH public key",
      SshPublicKey::isWellFormed,
      SshPublicKey.LONGEST,
      "Write one line of a .pub file: type, key in base64 and an optional comment.",
      ""),
  /** Debian package. */
  PACKAGE(
      "a package name",
      "[a-z0-9][a-z0-9+.-]+",
      NamePatterns.OWN_LIMIT,
      "Use 2 or more lower-case letters, digits and any of +-. for example open-iscsi.",
      ""),
  /** Kernel module; 55 characters are the limit of Linux (MODULE_NAME_LEN). */
  KERNEL_MODULE(
      "the name of a kernel module",
      "[A-Za-z][A-Za-z0-9_-]*",
      55,
      "Use at most 55 letters, digits, underscores and dashes, a letter first, for example"
          + " ipmi_watchdog.",
      ""),
  /** Mount options of a network file system, with one comma between two. */
  MOUNT_OPTIONS(
      "a list of mount options",
      "[A-Za-z0-9][A-Za-z0-9_.:/@%+=-]*+(?:,[A-Za-z0-9_.:/@%+=-]++)*+",
      512,
      "Write options with one comma between two and without blanks, for example vers=4.2,soft.",
      ""),
  /** Server by IP address or DNS name. */
  SERVER(
      "an IP address or DNS name",
      ServerName::isWellFormed,
      253,
      "Write an address like 10.20.0.60 or 2001:db8::60, or a name like nas.example.org.",
      ""),
  /** CPU type of a VM: {@code host}, {@code x86-64-v3}, a model of QEMU or {@code custom-} and a name. */
  CPU_TYPE(
      "a CPU type",
      "[A-Za-z0-9][A-Za-z0-9_.-]*",
      NamePatterns.OWN_LIMIT,
      "Use host, x86-64-v2-AES, a model of QEMU or custom- and a name.",
      "GST-009"),
  /**
   * Type of the machine that QEMU plays, with or without a version, whose numbers have two digits at
   * most.
   */
  MACHINE(
      "a machine type",
      "q35|pc|pc(?:-i440fx|-q35)?-[0-9]{1,2}(?:\\.[0-9]{1,2}){1,2}(?:\\+pve[0-9]{1,2})?"
          + "(?:\\.pxe)?",
      40,
      "Use q35 or pc, or one of a version, for example pc-q35-10.0.",
      ""),
  /** Resource pool of guests and storages; up to three levels. */
  POOL(
      "a resource pool",
      "[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*){0,2}",
      NamePatterns.OWN_LIMIT,
      "Use letters, digits, dots, dashes and underscores, with slashes between at most three levels,"
          + " for example prod/web.",
      ""),
  /** File of a storage: snippet, ISO image, template. */
  FILE_NAME(
      "a file name",
      "[A-Za-z0-9_][A-Za-z0-9._+=-]*",
      255,
      "Use letters, digits and any of ._+=- with a letter, digit or underscore first,"
          + " for example debian-13.iso.",
      ""),
  /** Block device of a node. */
  DEVICE(
      "a device path",
      NamePatterns.NO_DOT_SEGMENTS + "/dev(?:/[A-Za-z0-9_.:+=@-]+)+",
      255,
      "Write a path below /dev, best one of /dev/disk/by-id, for example /dev/nvme0n1.",
      "");

  private static final int LONGEST_SHOWN = 60;

  private final String description;
  private final Predicate<String> form;
  private final int maximumLength;
  private final String advice;
  private final String rule;

  NameFormat(String description, String pattern, int maximumLength, String advice, String rule) {
    this(description, Pattern.compile(pattern).asMatchPredicate(), maximumLength, advice, rule);
  }

  NameFormat(
      String description, Predicate<String> form, int maximumLength, String advice, String rule) {
    this.description = description;
    this.form = form;
    this.maximumLength = maximumLength;
    this.advice = advice;
    this.rule = rule;
  }

  /** {@return what a name of this form is, with its article: {@code a node name}} */
  public String description() {
    return description;
  }

  /** {@return number of characters that a name may have} */
  public int maximumLength() {
    return maximumLength;
  }

  /** {@return what to write, as a sentence} */
  public String advice() {
    return advice;
  }

  /** {@return id of the rule that asks for the form, if it has one} */
  public Optional<String> rule() {
    return rule.isEmpty() ? Optional.empty() : Optional.of(rule);
  }

  /**
   * {@return whether the value has this form}
   *
   * @param value any text
   */
  public boolean matches(String value) {
    return !tooLong(value) && form.test(value);
  }

  /**
   * The value itself if it has this form.
   *
   * @param value any text
   * @return the value
   * @throws InvalidValueException if the value is of another form
   */
  public String require(String value) {
    if (tooLong(value)) {
      throw new InvalidValueException(
          shown(value)
              + " is not "
              + description
              + ": it has "
              + value.codePointCount(0, value.length())
              + " characters, at most "
              + maximumLength
              + " are allowed",
          advice,
          rule);
    }
    if (!form.test(value)) {
      throw new InvalidValueException(
          shown(value) + " is not " + description + detail(value), advice, ruleOf(value));
    }
    return value;
  }

  // The names of guests are often those of other machines, which have characters of their own.
  private String detail(String value) {
    if (this != GUEST) {
      return "";
    }
    Optional<String> strange = value
        .codePoints()
        .mapToObj(Character::toString)
        .filter(it -> !form.test("a" + it + "a"))
        .findFirst();
    if (strange.isPresent()) {
      return ": it has the character \"" + Visible.ascii(strange.get()) + "\"";
    }
    return Stream.of(value.split("\\."))
        .filter(part -> part.length() > NamePatterns.LONGEST_LABEL)
        .findFirst()
        .map(part -> ": it has " + part.length() + " characters without a dot, at most "
            + NamePatterns.LONGEST_LABEL + " are allowed")
        .orElse("");
  }

  private boolean tooLong(String value) {
    return value.codePointCount(0, value.length()) > maximumLength;
  }

  private String ruleOf(String value) {
    boolean digitsOnly = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return this == NODE && digitsOnly ? "NODE-002" : rule;
  }

  private String shown(String value) {
    boolean whole = value.codePointCount(0, value.length()) <= LONGEST_SHOWN;
    String start = whole ? value : value.substring(0, value.offsetByCodePoints(0, LONGEST_SHOWN));
    // A letter that only looks like one of ASCII is the fault, so it has to be seen.
    boolean anyLetters = this == LINE || this == SSH_KEY;
    return '"' + (anyLetters ? start : Visible.ascii(start)) + (whole ? "\"" : "...\"");
  }
}
