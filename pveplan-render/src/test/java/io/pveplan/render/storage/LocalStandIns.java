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
          if [ "$1" = list ]; then there pools "${!#}"; exit; fi
          changes "$@"
          if [ "$2" = -f ]; then shift; fi
          while [[ "$2" == -* ]]; do shift 2; done
          make pools "$2"
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
      program("vgs", "there groups \"${!#}\"\n");
      program("pvcreate", "changes \"$@\"\n");
      program("vgcreate", "changes \"$@\"; make groups \"$1\"\n");
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

  /** Makes something that is there before. */
  LocalStandIns having(String kind, String name) {
    write(directory.resolve(kind).resolve(name.replace('/', ',')), "");
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
