package io.pveplan.render.ha;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.pveplan.render.testing.RealPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

/**
 * A stand-in for ha-manager that keeps its files as the product does (pve-common,
 * src/PVE/SectionConfig.pm), refuses what is there already, and records each call as its words. Its
 * manager gets active, and knows the nodes, the second time that somebody waits for it.
 */
final class HaStandIns {

  private static final String HA_MANAGER = """
      #!/bin/bash
      set -euo pipefail
      printf '%s\\x1f' ha-manager "$@" $'\\n' >>"$STAND_INS/calls"
      refuse() { printf '%s\\n' "$*" >&2; exit 255; }
      verb=$1; shift
      if [ "$verb" = rules ]; then verb="$1 rule"; shift; fi
      case "$verb" in
        add | set) file=resources title=${1/:/: }; shift ;;
        groupadd | groupset) file=groups title="group: $1"; shift ;;
        *' rule') file=rules title="$1: $2"; shift 2 ;;
        *) refuse "not expected: $verb" ;;
      esac
      section="$STAND_INS/ha/$file/$title"
      case "$verb" in
        *set*) [ -d "$section" ] || refuse 'does not exist' ;;
        *) [ ! -d "$section" ] || refuse 'already defined'
          if [ $file = rules ]; then
            all=" $* "
            [ ! -s "$STAND_INS/ha/groups.cfg" ] || refuse 'ha groups have not been migrated yet'
            if [[ "$all" == *' --affinity negative '* && "$all" != *' --disable '* ]]; then
              grep --quiet node_status "$STAND_INS/ha/manager_status" || refuse 'more resources than nodes'
            fi
          fi
          mkdir -p "$section"
          printf '%s\\n' "$title" >>"$STAND_INS/ha/$file/order" ;;
      esac
      while [ $# -gt 0 ]; do
        key=${1#--}
        if [ "$key" = delete ]; then
          for each in ${2//,/ }; do rm -f "$section/$each"; done
        else
          if [ $file = rules ] && [ "$key" = comment ]; then
            printf '%s' "$2" | perl -pe 's/([^\\x20-\\x24\\x26-\\x39\\x3b-\\x7e])/sprintf("%%%02X", ord($1))/ge' >"$section/$key"
          else
            printf '%s' "$2" >"$section/$key"
          fi
          if [ $file != rules ] && [ "$key" = comment ]; then
            printf '%s' "$2" | iconv -f UTF-8 -t ISO-8859-1 >"$section/$key" 2>/dev/null ||
              printf '%s' "$2" >"$section/$key"
          fi
        fi
        shift 2
      done
      # src/PVE/HA/Rules/NodeAffinity.pm check_single_resource_reference
      if [ $file = rules ]; then
        named=$(for rule in "$STAND_INS"/ha/rules/node-affinity:*; do
          if [ -e "$rule/resources" ] && [ ! -e "$rule/disable" ]; then
            tr ',' '\\n' <"$rule/resources"
            echo
          fi
        done | sed '/^$/d' | sort | uniq --repeated)
        [ -z "$named" ] || refuse "$named is in several rules"
      fi
      between=''
      while IFS= read -r title; do
        printf '%s%s\\n' "$between" "$title"
        between=$'\\n'
        dir="$STAND_INS/ha/$file/$title"
        if [ -e "$dir/comment" ]; then printf '\\tcomment %s\\n' "$(cat "$dir/comment")"; fi
        if [ -e "$dir/disable" ]; then printf '\\tdisable\\n'; fi
        for key in "$dir"/*; do
          key=${key##*/}
          case "$key" in
            comment | disable | '*') ;;
            *) printf '\\t%s %s\\n' "$key" "$(cat "$dir/$key")" ;;
          esac
        done
      done <"$STAND_INS/ha/$file/order" >"$STAND_INS/ha/$file.cfg"
      """;

  // Not the real one, which would wait for two seconds.
  private static final String SLEEP = """
      #!/bin/bash
      echo '{"master_node":"pve1","node_status":{"pve1":"online"}}' >"$STAND_INS/ha/manager_status"
      """;

  private final Path directory;

  HaStandIns(Path directory) {
    this.directory = directory;
    try {
      for (String file : List.of("resources", "groups", "rules")) {
        Files.createDirectories(directory.resolve("ha").resolve(file));
      }
      program("ha-manager", HA_MANAGER);
      program("sleep", SLEEP);
      Files.writeString(directory.resolve("ha").resolve("manager_status"), "{}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RealPrograms.Outcome run(String script) {
    try {
      Files.writeString(directory.resolve("calls"), "");
      Files.writeString(
          directory.resolve("script.sh"),
          script.replace("/etc/pve/ha/", directory.resolve("ha") + "/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RealPrograms.bash("cd " + directory
        + " && export STAND_INS=$PWD LC_ALL=C && PATH=$PWD:$PATH bash script.sh\n");
  }

  /** The calls of the last run, each as its words. */
  List<List<String>> calls() {
    return Arrays.stream(read(directory.resolve("calls"), UTF_8).split("\n\u001f"))
        .filter(call -> !call.isEmpty())
        .map(call -> List.of(call.split("\u001f")))
        .toList();
  }

  /** What is in a file of the HA manager; nothing where there is none. */
  String file(String name) {
    Path file = directory.resolve("ha").resolve(name);
    if (!Files.exists(file)) {
      return "";
    }
    try {
      return Files.readString(file, UTF_8);
    } catch (CharacterCodingException e) {
      return read(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file, Charset charset) {
    try {
      return Files.readString(file, charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void program(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
    Files.setPosixFilePermissions(
        directory.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
