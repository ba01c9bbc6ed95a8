package io.pveplan.render.storage;

import io.pveplan.render.text.Command;
import java.util.List;

/**
 * Functions of scripts that look at the disks a pool or volume group is planned on: before it is
 * made, nothing may be on them; once it is there, it has to lie on them.
 */
final class PlannedDisks {

  /**
   * Ends the script unless nothing is on the disks. zpool alone does not see to that: it looks into
   * the partitions of a GPT only, and at those whose contents it knows (openzfs,
   * cmd/zpool/os/linux/zpool_vdev_os.c, check_disk). Of a disk with an MBR it looks at the disk,
   * and finds no file system there.
   */
  static final String EMPTY = """
      empty() {
        local disk found
        for disk in "$@"; do
          found=$(wipefs --noheadings "$disk")
          if [ -n "$found" ]; then
            printf '%s is not empty:\\n%s\\n' "$disk" "$found" >&2
            exit 1
          fi
        done
      }
      """;

  // Names are compared as the kernel and as the device mapper has them. Partitions count: zpool
  // makes one on a whole disk.
  private static final String LIES_ON = """
      lies_on() {
        local what=$1 devices=$2 disk name found
        shift 2
        for disk in "$@"; do
          found=
          for name in $(lsblk --noheadings --list --paths --output NAME,KNAME "$disk"); do
            if [[ " $devices " == *" $name "* ]]; then
              found=yes
            fi
          done
          if [ -z "$found" ]; then
            printf '%s is there already, but not on %s\\n' "$what" "$disk" >&2
            exit 1
          fi
        done
        echo 'already there'
      }
      """;

  /** Ends the script unless a pool lies on the disks. */
  static final String POOL_ON = LIES_ON + """

      pool_on() {
        local devices
        devices=$(zpool list -vHPL "$1" | tr '\\t\\n' '  ')
        lies_on "pool $1" "$devices" "${@:2}"
      }
      """;

  /** Ends the script unless a volume group lies on the disks. */
  static final String GROUP_ON = LIES_ON + """

      group_on() {
        local devices
        devices=$(vgs --noheadings -o pv_name "$1" | tr '\\n' ' ')
        lies_on "volume group $1" "$devices" "${@:2}"
      }
      """;

  private PlannedDisks() {}

  static Command empty(List<String> devices) {
    return with(Command.of("empty"), devices);
  }

  static Command poolOn(String pool, List<String> devices) {
    return with(Command.of("pool_on").arg(pool), devices);
  }

  static Command groupOn(String group, List<String> devices) {
    return with(Command.of("group_on").arg(group), devices);
  }

  private static Command with(Command function, List<String> devices) {
    Command all = function;
    for (String device : devices) {
      all = all.arg(device);
    }
    return all;
  }
}
