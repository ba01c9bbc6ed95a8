package io.pveplan.render.storage;

import io.pveplan.render.testing.RealPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Stand-ins for the programs that make pools, volume groups and jobs: they remember what was made,
 * refuse to make it twice, and record the calls that change something.
 */
final class LocalStandIns {

  private static final String HEAD = """
      #!/bin/bash
      changes() { echo "${0##*/} $*" >>"$STAND_INS/changes"; }
      make() { [ ! -e "$STAND_INS/$1/${2//\\//,}" ] && touch "$STAND_INS/$1/${2//\\//,}"; }
      rows() {
        for device in "${@:2}"; do
          if [[ "$device" == /dev/* ]]; then printf '\\t%s%s\\t0\\n' "$device" "$1"; fi
        done
      }
      there() { [ -e "$STAND_INS/$1/${2//\\//,}" ]; }
      """;

  private final Path directory;

  LocalStandIns(Path directory, String host) {
    this.directory = directory;
    try {
      for (String kind : List.of("pools", "sets", "units", "groups", "thin", "jobs", "used")) {
        Files.createDirectories(directory.resolve(kind));
      }
      program("uname", "echo " + host);
      program("zpool", """
          if [ "$1" = list ]; then
            there pools "${!#}" || exit 1
            if [ "$2" = -vHPL ]; then cat "$STAND_INS/pools/$3"; fi
            exit
          fi
          changes "$@"
          if [ "$2" = -f ]; then shift; fi
          while [[ "$2" == -* ]]; do shift 2; done
          make pools "$2" && rows -part1 "$@" >"$STAND_INS/pools/$2"
          """);
      program("zfs", """
          if [ "$1" = list ]; then there sets "${!#}"; exit; fi
          changes "$@"
          make sets "$3"
          """);
      program("systemctl", """
          if [ "$1" = is-enabled ]; then there units "$2"; exit; fi
          changes "$@"
          make units "$2"
          """);
      program("wipefs", """
          if [ -e "$STAND_INS/used/${2//\\//,}" ]; then echo '/dev/sda 0x1fe gpt'; fi
          """);
      program("vgs", """
          there groups "${!#}" || exit 1
          if [ "$3" = pv_name ]; then tr '\\t' ' ' <"$STAND_INS/groups/$4"; fi
          """);
      program("lsblk", """
          for disk in "${!#}" "${!#}-part1"; do echo "$disk $disk"; done
          """);
      program("pvcreate", "changes \"$@\"\n");
      program(
          "vgcreate",
          "changes \"$@\"; make groups \"$1\" && rows '' \"$@\" >\"$STAND_INS/groups/$1\"\n");
      program("lvs", "there thin \"${!#}\"\n");
      program("lvcreate", """
          changes "$@"
          while [ "$1" != --name ]; do shift; done
          make thin "$3/$2"
          """);
      program("pvesr", """
          case "$1" in
            read) there jobs "$2"; exit ;;
            create-local-job) changes "$@"; make jobs "$2" ;;
            delete) changes "$@"; rm "$STAND_INS/jobs/$2" ;;
          esac
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes something that is there before; a pool or volume group lies on a disk of the system. */
  LocalStandIns having(String kind, String name) {
    write(directory.resolve(kind).resolve(name.replace('/', ',')), "\t/dev/sda3\t0\n");
    return this;
  }

  RealPrograms.Outcome run(String script) {
    write(directory.resolve("changes"), "");
    write(directory.resolve("script.sh"), script);
    return RealPrograms.bash(
        "cd " + directory + " && export STAND_INS=$PWD && PATH=$PWD:$PATH bash script.sh\n");
  }

  /** The calls of the last run that change something. */
  List<String> changes() {
    try {
      return Files.readAllLines(directory.resolve("changes"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void program(String name, String text) throws IOException {
    write(directory.resolve(name), HEAD + text);
    Files.setPosixFilePermissions(
        directory.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
