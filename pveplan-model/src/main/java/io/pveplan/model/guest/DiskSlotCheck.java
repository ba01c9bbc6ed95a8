package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Slots by bus (qemu-server, src/PVE/QemuServer/Drive.pm): ide0-3, sata0-5, scsi0-30, virtio0-15.
 */
final class DiskSlotCheck {

  private static final Pattern OF_VM =
      Pattern.compile("ide[0-3]|sata[0-5]|scsi([0-9]|[12][0-9]|30)|virtio([0-9]|1[0-5])");

  private static final Pattern OF_CONTAINER =
      Pattern.compile("rootfs|mp([0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])");

  private DiskSlotCheck() {}

  static boolean isOfContainer(String slot) {
    return OF_CONTAINER.matcher(slot).matches();
  }

  static boolean isOfVm(String slot) {
    return OF_VM.matcher(slot).matches();
  }

  static void require(String slot) {
    if (!isOfVm(slot) && !isOfContainer(slot)) {
      throw new InvalidValueException(
          "\"" + slot + "\" is not a disk slot",
          "Use scsi0 to scsi30, virtio0 to virtio15, sata0 to sata5 or ide0 to ide3.",
          "GST-018");
    }
  }
}
