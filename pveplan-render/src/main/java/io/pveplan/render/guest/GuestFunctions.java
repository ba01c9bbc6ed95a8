package io.pveplan.render.guest;

import io.pveplan.model.guest.Guest;

/**
 * What the scripts that make guests ask about those that are there. All configurations are below
 * {@code /etc/pve/nodes}, the same on each node. What is set of a guest now ends where the first
 * section begins: changes that wait for its next start, and snapshots.
 */
final class GuestFunctions {

  static final String BASE = """
      # The configuration of a guest, on whichever node it is now.
      file_of() {
        local file
        for file in /etc/pve/nodes/*/{qemu-server,lxc}/"$1".conf; do
          if [ -e "$file" ]; then
            printf '%s\\n' "$file"
          fi
        done
      }

      # A setting of a guest.
      value_of() {
        local file
        file=$(file_of "$1")
        if [ -n "$file" ]; then
          sed -nE "/^\\\\[/q; s/^($2): //p" "$file"
        fi
      }

      # Ends the script where somebody else has the VMID.
      reserve() {
        local file name
        file=$(file_of "$1")
        if [ -n "$file" ]; then
          name=$(value_of "$1" 'name|hostname')
          case "$file $name" in
            */"$2/$1.conf $3" | */"$2/$1.conf unfinished-$1") ;;
            *)
              printf 'VMID %s is to be %s, and %s has it, called %s\\n' \\
                "$1" "$3" "$file" "${name:-nothing}" >&2
              exit 1
              ;;
          esac
        fi
      }

      there() {
        [ -n "$(file_of "$1")" ]
      }

      # What takes several steps has its name once the last one is done.
      finished() {
        [ "$(value_of "$1" 'name|hostname')" = "$2" ]
      }
      """;

  // pct create mounts what a container is to have (pve-container, PVE/API2/LXC.pm), so its sources
  // have to be there already.
  static final String MOUNTS = """
      # Whether a container is there, or this node has what it is to mount.
      can_mount() {
        there "$1" || [ -d "$2" ] || [ -b "$2" ]
      }
      """;

  static final String TEMPLATES = """
      templated() {
        finished "$1" "$2" || [ "$(value_of "$1" template)" = 1 ]
      }

      # Proxmox VE says that it is a template before it turns the first disk into one.
      turned() {
        finished "$1" "$2" || [[ $(value_of "$1" "$3") == *[:/]"base-$1-"* ]]
      }
      """;

  static final String CLONES = """
      # Whether a guest is there, or its template on this node.
      cloneable() {
        there "$1" || {
          finished "$2" "$3" && [ "$(value_of "$2" template)" = 1 ] &&
            [ -e "/etc/pve/local/qemu-server/$2.conf" ]
        }
      }

      has() {
        finished "$1" "$2" || [ -n "$(value_of "$1" "$3")" ]
      }

      lies_on() {
        finished "$1" "$2" || [[ $(value_of "$1" "$3") == "$4":* ]]
      }

      volume_of() {
        value_of "$1" "$2" | sed 's/,.*//'
      }
      """;

  static final String MOVES = """
      # Whether nothing is left to do for a guest on this node.
      settled() {
        finished "$1" "$2" || [ ! -e "/etc/pve/local/qemu-server/$1.conf" ]
      }
      """;

  private GuestFunctions() {}

  /** What a guest is called while it is made. */
  static String unfinished(Guest guest) {
    return "unfinished-" + guest.vmid();
  }
}
