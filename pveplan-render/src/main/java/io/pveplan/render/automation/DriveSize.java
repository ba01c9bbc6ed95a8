package io.pveplan.render.automation;

import io.pveplan.model.unit.DataSize;

/** Sizes as Proxmox VE writes them, and so as providers read them back. */
final class DriveSize {

  private static final long KIB = 1024;
  private static final String UNITS = "KMGT";

  private DriveSize() {}

  /** In the largest unit that allows a whole number. */
  static String text(DataSize size) {
    long number = size.bytes() / KIB;
    int unit = 0;
    while (unit < UNITS.length() - 1 && number % KIB == 0) {
      number /= KIB;
      unit++;
    }
    return number + UNITS.substring(unit, unit + 1);
  }
}
