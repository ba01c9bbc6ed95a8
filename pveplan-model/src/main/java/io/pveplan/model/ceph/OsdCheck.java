package io.pveplan.model.ceph;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;

/** What {@code pveceph osd create} refuses (pve-manager, PVE/API2/Ceph/OSD.pm). */
final class OsdCheck {

  private static final String RULE = "CEPH-024";

  private OsdCheck() {}

  static void requireSize(
      String what, Optional<DataSize> size, Optional<String> device, DataSize least) {
    if (size.isPresent() && device.isEmpty()) {
      throw new InvalidValueException(
          "the " + what + " of an OSD has a size and no device of its own",
          "Name the device too, or leave the size out.",
          RULE);
    }
    if (size.isPresent() && size.get().compareTo(least) < 0) {
      throw new InvalidValueException(
          "size " + size.get() + " of the " + what + " is less than " + least,
          "Use " + least + " or more.",
          RULE);
    }
  }

  static void requireOwnDevices(Osd osd) {
    requireOther("database", osd.dbDevice(), Optional.of(osd.device()));
    requireOther("write-ahead log", osd.walDevice(), Optional.of(osd.device()));
    requireOther("write-ahead log", osd.walDevice(), osd.dbDevice());
    if (osd.osdsPerDevice().orElse(1) > 1
        && (osd.dbDevice().isPresent() || osd.walDevice().isPresent())) {
      throw new InvalidValueException(
          "several OSDs on " + osd.device() + " can not have a device for database or log",
          "Use one OSD per device, or none of these devices.",
          RULE);
    }
  }

  private static void requireOther(String what, Optional<String> device, Optional<String> taken) {
    if (device.isPresent() && device.equals(taken)) {
      throw new InvalidValueException(
          "the " + what + " of an OSD lies on a device that the OSD uses already: " + device.get(),
          "Name another device, or none: without one it lies beside the data.",
          RULE);
    }
  }
}
