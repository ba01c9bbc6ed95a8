package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** What only virtual machines have. */
final class VmCheck {

  // qemu-server, src/PVE/QemuServer/CPUFlags.pm.
  private static final Pattern FLAG = Pattern.compile(
      "[+-](?:aes|amd-no-ssb|amd-ssbd|hv-evmcs|hv-tlbflush|ibpb|md-clear|nested-virt"
          + "|pcid|pdpe1gb|spec-ctrl|ssbd|virt-ssbd)");

  private static final Pattern NIC = Pattern.compile("net(?:[0-9]|[12][0-9]|3[01])");

  private VmCheck() {}

  static void requireFlags(SortedSet<String> flags) {
    Set<String> names = new HashSet<>();
    for (String flag : flags) {
      if (!FLAG.matcher(flag).matches()) {
        throw new InvalidValueException(
            "\"" + Visible.ascii(flag) + "\" is not a CPU flag of a virtual machine",
            "Use + or - and one of aes, amd-no-ssb, amd-ssbd, hv-evmcs, hv-tlbflush, ibpb, md-clear,"
                + " nested-virt, pcid, pdpe1gb, spec-ctrl, ssbd, virt-ssbd; a custom CPU type may"
                + " have others.",
            "GST-009");
      }
      if (!names.add(flag.substring(1))) {
        throw new InvalidValueException(
            "CPU flag " + flag.substring(1) + " is both on and off", "Choose one of the two.");
      }
    }
  }

  static void requireBoot(List<String> devices) {
    Set<String> seen = new HashSet<>();
    for (String device : devices) {
      if (!NIC.matcher(device).matches() && !DiskSlotCheck.isOfVm(device)) {
        throw new InvalidValueException(
            "\"" + Visible.ascii(device) + "\" is nothing to start from",
            "Use the slot of a disk or a network card, for example scsi0 or net0.");
      }
      if (!seen.add(device)) {
        throw new InvalidValueException(
            device + " is twice in the boot order", "Name each device once.");
      }
    }
  }
}
