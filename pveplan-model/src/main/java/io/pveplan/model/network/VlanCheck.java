package io.pveplan.model.network;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import java.util.regex.Pattern;

/**
 * The forms of VLAN names that Proxmox VE reads: {@code bond1.30}, {@code vlan30}, and any other
 * name that it takes for nothing else.
 */
final class VlanCheck {

  // A dot or "vlan" tells a tag, "bond" a bond, a colon an alias
  // (pve-common, src/PVE/Network/Interfaces.pm, __read_etc_network_interfaces).
  private static final Pattern OTHERS = Pattern.compile(".*[.:].*|(?:vlan|bond|vmbr)[0-9]+");

  private VlanCheck() {}

  static void require(Vlan vlan) {
    if (!NameFormat.INTERFACE.matches(vlan.name())
        || !NameFormat.INTERFACE.matches(vlan.parent())) {
      return;
    }
    String dotted = vlan.parent() + "." + vlan.tag();
    String plain = "vlan" + vlan.tag();
    if (!vlan.name().equals(dotted)
        && !vlan.name().equals(plain)
        && OTHERS.matcher(vlan.name()).matches()) {
      throw new InvalidValueException(
          "VLAN interface " + vlan.name() + " does not tell its tag " + vlan.tag(),
          "Name it " + dotted + " or " + plain + ", or a name of its own, such as storage.",
          "NET-016");
    }
  }
}
