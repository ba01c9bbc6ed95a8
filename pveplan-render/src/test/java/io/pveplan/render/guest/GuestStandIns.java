package io.pveplan.render.guest;

import io.pveplan.render.testing.RealPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stand-ins for the programs that a script of guests calls, on a cluster of directories: they keep
 * configurations as the product does, refuse what is there already, and record each call.
 */
final class GuestStandIns {

  private static final String HEAD = """
      #!/bin/bash
      set -eu
      printf '%s\\x1f' "${0##*/}" "$@" $'\\n' >>"$STAND_INS/calls"
      case " ${0##*/} $* " in
        *" ${FAIL_AT:-nothing fails} "*) echo "failing at $FAIL_AT" >&2; exit 1 ;;
      esac
      nodes=$STAND_INS/pve/nodes
      file() { echo "$nodes/$NODE/$kind/$1.conf"; }
      new() {
        if compgen -G "$nodes/*/*/$1.conf" >/dev/null; then echo "$1 is there" >&2; exit 1; fi
      }
      known() { if [ ! -e "$(file "$1")" ]; then echo "$1 is not on $NODE" >&2; exit 1; fi; }
      store() {
        local value=$3
        case $2 in
          scsi*[0-9] | virtio*[0-9] | sata* | ide* | efidisk0 | tpmstate0 | rootfs | mp*)
            value=$(sed -E "s/^([a-z0-9]+):([0-9.]+|cloudinit)(,|$)/\\1:vm-$1-$2\\3/; s/,import-from=[^,]*//" <<<"$value")
            ;;
        esac
        sed -i "/^$2: /d" "$(file "$1")"
        printf '%s: %s\\n' "$2" "$value" >>"$(file "$1")"
      }
      options() {
        local id=$1
        shift
        while [ $# -gt 0 ]; do
          if [ "$1" = --delete ]; then
            for key in ${2//,/ }; do sed -i "/^$key: /d" "$(file "$id")"; done
          elif [ "$1" = --sshkeys ]; then
            store "$id" sshkeys "$(tr '\\n' '|' <"$2")"
          elif [ "$1" != --pool ]; then
            store "$id" "${1#--}" "$2"
          fi
          shift 2
        done
      }
      """;

  private static final String QM = HEAD + """
      kind=qemu-server
      case $1 in
        create)
          new "$2"
          : >"$(file "$2")"
          options "${@:2}"
          ;;
        clone)
          new "$3"
          known "$2"
          case " $* " in
            *" --full 0 "*)
              if grep -E '^(scsi|virtio|sata|efidisk|tpmstate)[0-9]+: [a-z]+:vm-' "$(file "$2")"; then
                echo 'Linked clone feature is not supported' >&2
                exit 1
              fi
              ;;
          esac
          grep -v '^template: ' "$(file "$2")" |
            sed -E "s/(vm|base)-$2-/vm-$3-/" >"$(file "$3")"
          for ((i = 4; i < $#; i += 2)); do
            j=$((i + 1))
            case ${!i} in
              --name) store "$3" name "${!j}" ;;
              --storage) sed -i -E "s/^([a-z0-9]+: )[a-z]+:vm-/\\1${!j}:vm-/" "$(file "$3")" ;;
            esac
          done
          ;;
        set)
          known "$2"
          options "${@:2}"
          ;;
        disk)
          known "$3"
          if [ "$2" = move ]; then
            sed -i -E "s/^($4: )[a-z]+:/\\1$5:/" "$(file "$3")"
          else
            grep -q "^$4: " "$(file "$3")"
            old=$(sed -nE "s/^$4: .*,size=([0-9]+[GMK]).*/\\1/p" "$(file "$3")")
            if [ "$(numfmt --from=iec "$5")" -lt "$(numfmt --from=iec "${old:-0}")" ]; then
              echo 'shrinking disks is not supported' >&2
              exit 1
            fi
            sed -i -E "/^$4: /{s/,size=[^,]*//; s/$/,size=$5/}" "$(file "$3")"
          fi
          ;;
        template)
          known "$2"
          disks='(scsi|virtio|sata|efidisk|tpmstate)[0-9]+'
          if [ $# -gt 2 ]; then
            disks=$4
          elif grep -q '^template: ' "$(file "$2")"; then
            exit 1
          fi
          store "$2" template 1
          # Thick LVM has no base images.
          sed -i -E "/: thick:/!s/^($disks: [a-z]+:)vm-/\\1base-/" "$(file "$2")"
          ;;
        migrate)
          known "$2"
          mv "$(file "$2")" "$nodes/$3/$kind/"
          ;;
        *) exit 2 ;;
      esac
      """;

  private static final String PCT = HEAD + """
      kind=lxc
      [ "$1" = create ]
      new "$2"
      : >"$(file "$2")"
      options "$2" "${@:4}"
      """;

  private static final String PVESH = HEAD + """
      kind=qemu-server
      case "$1 $2" in
        "get /pools") [ -e "$STAND_INS/pools/${4//\\//-}" ] ;;
        "create /pools")
          [ "${4%/*}" = "$4" ] || [ -e "$STAND_INS/pools/$(tr / - <<<"${4%/*}")" ]
          touch "$STAND_INS/pools/${4//\\//-}"
          ;;
        "set /nodes/"*)
          IFS=/ read -r _ _ NODE _ id _ <<<"$2"
          known "$id"
          options "$id" "${@:3}"
          ;;
        *) exit 2 ;;
      esac
      """;

  // Ask, and change nothing.
  private static final Set<String> QUESTIONS = Set.of("pvesh get");

  private final Path directory;

  GuestStandIns(Path directory) {
    this.directory = directory;
    try {
      for (String node : List.of("pve1", "pve2")) {
        Files.createDirectories(configurations(node, "qemu-server"));
        Files.createDirectories(configurations(node, "lxc"));
      }
      Files.createDirectories(directory.resolve("pools"));
      Files.createDirectories(directory.resolve("tank/files"));
      program("qm", QM);
      program("pct", PCT);
      program("pvesh", PVESH);
      program("uname", "#!/bin/bash\necho \"$NODE.example.net\"\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the configuration of a guest there. */
  GuestStandIns having(String node, String kind, int vmid, String text) {
    write(configurations(node, kind).resolve(vmid + ".conf"), text);
    return this;
  }

  /** Takes the configuration of a guest to another node. */
  void move(int vmid, String from, String to) {
    try {
      String name = vmid + ".conf";
      Files.move(
          configurations(from, "qemu-server").resolve(name),
          configurations(to, "qemu-server").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a script on a node. */
  RealPrograms.Outcome run(String node, String script) {
    return run(node, script, "");
  }

  /** Runs a script on a node where a call fails. */
  RealPrograms.Outcome run(String node, String script, String failing) {
    write(directory.resolve("calls"), "");
    write(
        directory.resolve("script.sh"),
        script.replace("/etc/pve/", "pve/").replaceAll("(can_mount \\d+ )/", "$1"));
    return RealPrograms.bash("cd " + directory + " && export STAND_INS=$PWD NODE=" + node + "\n"
        + (failing.isEmpty() ? "" : "export FAIL_AT='" + failing + "'\n")
        + "ln -sfn nodes/" + node + " pve/local\n"
        + "PATH=$PWD:$PATH bash script.sh\n");
  }

  /** The calls of the last run, each as its words. */
  List<List<String>> calls() {
    return Arrays.stream(read(directory.resolve("calls")).split("\n\u001f"))
        .filter(call -> !call.isEmpty())
        .map(call -> List.of(call.split("\u001f")))
        .toList();
  }

  /** The calls of the last run that change something. */
  List<String> changes() {
    return calls().stream()
        .map(call -> String.join(" ", call))
        .filter(call -> QUESTIONS.stream().noneMatch(call::startsWith))
        .toList();
  }

  /** Where guests are, and what is set of them. */
  String guests() {
    try (Stream<Path> files = Files.walk(directory.resolve("pve/nodes"))) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> directory.resolve("pve/nodes").relativize(file) + "\n"
              + read(file)
                  .lines()
                  .sorted()
                  .map(line -> "  " + line + "\n")
                  .collect(Collectors.joining()))
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path configurations(String node, String kind) {
    return directory.resolve("pve/nodes/" + node + "/" + kind);
  }

  private void program(String name, String text) throws IOException {
    write(directory.resolve(name), text);
    Files.setPosixFilePermissions(
        directory.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
