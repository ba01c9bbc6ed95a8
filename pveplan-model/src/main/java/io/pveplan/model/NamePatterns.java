package io.pveplan.model;

/** Pieces of the patterns in {@link NameFormat}, which several forms share. */
final class NamePatterns {

  /** The product has no limit; this one keeps files and messages readable. */
  static final int OWN_LIMIT = 128;

  /** Labels of at most 63 characters: RFC 1035, section 2.3.4. */
  static final int LONGEST_LABEL = 63;

  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

  static final String DNS = LABEL + "(?:\\." + LABEL + ")*";

  static final String CONFIG_ID = "[A-Za-z][A-Za-z0-9_-]+";

  /** Reserved names: zpoolconcepts(7), and the check of names in zpool_name_valid of OpenZFS. */
  static final String ZFS_POOL = "(?!log(?:/|$)|mirror|raidz|draid|spare)[A-Za-z][A-Za-z0-9_.:-]*";

  /** RFC 3720, section 3.2.6.3.1; capitals and underscores are met in practice. */
  static final String IQN =
      "iqn\\.[0-9]{4}-(?:0[1-9]|1[0-2])\\.[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
          + "(?::[A-Za-z0-9._:-]+)?";

  static final String NO_DOT_SEGMENTS = "(?!.*/\\.{1,2}(?:/|$))";

  static final String NO_LOOPBACK = "(?!lo$)";

  /**
   * Bonds, bridges and VLAN interfaces by their names: pve-common, src/PVE/INotify.pm. Cards of
   * guests and their bridges: src/PVE/Network.pm. In /proc/sys/net, all and default stand for every
   * interface; bonding_masters is a file beside the interfaces in /sys/class/net.
   */
  static final String NO_CARD = "(?!(?:lo|all|default|bonding_masters|(?:bond|vmbr|vlan)[0-9]+"
      + "|(?:tap|veth|fwbr|fwln)[0-9]+i[0-9]+|fwpr[0-9]+p[0-9]+)$)";

  private NamePatterns() {}
}
