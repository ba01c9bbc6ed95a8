package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Ranges;

/** What a network card can not have, which is not the same for virtual machines and containers. */
final class NicOptionCheck {

  private NicOptionCheck() {}

  static void require(Guest guest, GuestNic nic) {
    if (guest instanceof Vm) {
      // Below 576 a machine does not start (qemu-server, src/PVE/QemuServer.pm print_netdevice);
      // 1 takes that of the bridge, as saying nothing does.
      nic.mtu().ifPresent(mtu -> Ranges.require("MTU", mtu, 576, 65_520, "GST-016"));
      if (nic.mtu().isPresent() && nic.model() != NicModel.VIRTIO) {
        throw new InvalidValueException(
            "a network card of model " + nic.model() + " ignores an MTU",
            "Use model virtio, or leave the MTU out.",
            "GST-016");
      }
    } else {
      // pve-container, src/PVE/LXC/Config.pm.
      nic.mtu().ifPresent(mtu -> Ranges.require("MTU", mtu, 64, 65_535, "GST-016"));
      if (nic.trunks().stream().anyMatch(range -> !range.first().equals(range.last()))) {
        throw new InvalidValueException(
            "a network card of a container takes no ranges of VLAN tags",
            "Name each tag by itself.",
            "GST-014");
      }
      if (nic.model() != NicModel.VIRTIO) {
        throw new InvalidValueException(
            "a network card of a container has no model " + nic.model(),
            "Leave it out.",
            "GST-014");
      }
      if (nic.queues().isPresent()) {
        throw new InvalidValueException(
            "a network card of a container has no queues", "Leave them out.", "GST-014");
      }
    }
  }
}
