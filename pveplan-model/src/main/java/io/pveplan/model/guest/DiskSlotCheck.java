package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Slots by bus (qemu-server, src/PVE/QemuServer/Drive.pm): ide0-3, sata0-5, scsi0-30, virtio0-15.
 */
final class DiskSlotCheck {

  private static final Pattern SLOT = Pattern.compile(
      "ide[0-3]|sata[0-5]|scsi([0-9]|[12][0-9]|30)|virtio([0-9]|1[0-5])|rootfs|efidisk0");

  private DiskSlotCheck() {}

  static void require(String slot) {
    if (!SLOT.matcher(slot).matches()) {
      throw new InvalidValueException(
          "\"" + slot + "\" is not a disk slot",
          "Use scsi0 to scsi30, virtio0 to virtio15, sata0 to sata5 or ide0 to ide3.",
          "GST-018");
    }
  }
}
