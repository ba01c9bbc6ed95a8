package io.pveplan.model.network;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;

/** The two forms of VLAN names that Proxmox VE reads: {@code bond1.30} and {@code vlan30}. */
final class VlanCheck {

  private VlanCheck() {}

  static void require(Vlan vlan) {
    if (!NameFormat.INTERFACE.matches(vlan.name())
        || !NameFormat.INTERFACE.matches(vlan.parent())) {
      return;
    }
    String dotted = vlan.parent() + "." + vlan.tag();
    String plain = "vlan" + vlan.tag();
    if (!vlan.name().equals(dotted) && !vlan.name().equals(plain)) {
      throw new InvalidValueException(
          "VLAN interface " + vlan.name() + " does not tell its tag " + vlan.tag(),
          "Name it " + dotted + " or " + plain + ".",
          "NET-016");
    }
  }
}
