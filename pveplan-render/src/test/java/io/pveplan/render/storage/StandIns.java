package io.pveplan.render.storage;

import io.pveplan.render.testing.RealPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

/**
 * Stand-ins for the programs a storage script calls: they remember which storages were added, and
 * record each call as its words.
 */
final class StandIns {

  private static final String RECORD = """
      #!/bin/bash
      record() { printf '%s\\x1f' "$@" >>"$STAND_INS/calls"; }
      """;

  private static final String PVESH = RECORD + """
      record pvesh "$@" $'\\n'
      [ -e "$STAND_INS/storages/${2#/storage/}" ]
      """;

  private static final String PVESM = RECORD + """
      record pvesm "$@"
      if [[ " $*" == *" --password "* ]]; then
        IFS= read -r password || [ -n "$password" ]
        record "read:$password"
      fi
      record $'\\n'
      if [ "$1" = add ]; then
        [ ! -e "$STAND_INS/storages/$3" ] && touch "$STAND_INS/storages/$3"
      fi
      """;

  private static final String VGS = RECORD + """
      record vgs "$@" $'\\n'
      [ -e "$STAND_INS/groups/${!#}" ] || [ -e "$STAND_INS/any-group" ]
      """;

  private static final String LVS = RECORD + """
      record lvs "$@" $'\\n'
      """;

  private static final String WIPEFS = RECORD + """
      record wipefs "$@" $'\\n'
      """;

  private final Path directory;

  StandIns(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory.resolve("storages"));
      Files.createDirectories(directory.resolve("groups"));
      program("pvesh", PVESH);
      program("pvesm", PVESM);
      program("vgs", VGS);
      program("lvs", LVS);
      program("wipefs", WIPEFS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a storage or volume group that is there before. */
  StandIns having(String kind, String name) {
    write(directory.resolve(kind).resolve(name), "");
    return this;
  }

  /** Lets every volume group be there. */
  StandIns havingAnyGroup() {
    write(directory.resolve("any-group"), "");
    return this;
  }

  /** Runs a script, with something typed in, and gives what it printed and returned. */
  RealPrograms.Outcome run(String script, String environment, String input) {
    write(directory.resolve("calls"), "");
    // Every device is there.
    write(directory.resolve("script.sh"), script.replace("[ ! -b \"$1\" ]", "[ -z \"$1\" ]"));
    write(directory.resolve("input"), input);
    return RealPrograms.bash("cd " + directory + " && export STAND_INS=$PWD && " + environment
        + " PATH=$PWD:$PATH bash script.sh <input\n");
  }

  /** The calls of the last run, each as its words. */
  List<List<String>> calls() {
    try {
      return Arrays.stream(Files.readString(directory.resolve("calls")).split("\n\u001f"))
          .filter(call -> !call.isEmpty())
          .map(call -> List.of(call.split("\u001f")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void program(String name, String text) throws IOException {
    write(directory.resolve(name), text);
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
