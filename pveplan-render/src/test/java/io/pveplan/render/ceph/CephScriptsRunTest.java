package io.pveplan.render.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.testing.RealPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the scripts with stand-ins for Ceph's programs, which remember what was made and answer as the
 * programs do.
 */
class CephScriptsRunTest {

  // Creations are kept as files; the answers come from these.
  private static final String STAND_IN = """
      #!/bin/bash
      me=${0##*/}
      state=$STAND_INS/state
      say() { printf '%s\\n' "$*"; }
      made() { say "$*" >>"$STAND_INS/made"; mkdir -p "$state"; touch "$state/${*//\\//_}"; }
      has() { [ -e "$state/${*//\\//_}" ]; }
      refuse() { say "$me $*: not expected" >&2; exit 9; }
      case "$me $*" in
        'uname -n') cat "$STAND_INS/host" ;;
        'stat /usr/bin/ceph-mon') has install "$(uname -n)" ;;
        'stat /var/lib/ceph/'*) service=${1#/var/lib/ceph/}; has "${service%%/*}" "${1##*/ceph-}" ;;
        'grep --quiet fsid /etc/pve/ceph.conf') has init ;;
        'pveceph install '*) made install "$(uname -n)" ;;
        'pveceph init'*) made init ;;
        'pveceph mon create'*)
          has init || refuse "$*"
          made mon "$(uname -n)"
          has mgr any || { made mgr "$(uname -n)"; touch "$state/mgr any"; } ;;
        'pveceph mgr create') made mgr "$(uname -n)" ;;
        'pveceph mds create --name '*) made mds "$4" ;;
        'pveceph mds create') made mds "$(uname -n)" ;;
        'pveceph osd create '*) made osd "$(uname -n)" "$3"; [[ "$*" != *per-device\\ 2* ]] || made osd "$(uname -n)" "$3 b" ;;
        'pveceph pool get '*) has pool "$3" ;;
        'pveceph pool create '*)
          if [[ "$*" == *erasure-coding* ]]; then made pool "$3-data"; made pool "$3-metadata"; else made pool "$3"; fi ;;
        'pveceph fs create '*) made fs "$4"; made pool "$4_data"; made pool "$4_metadata" ;;
        'ceph mon stat')
          members=$(cd "$state" && for f in mon\\ *; do say "${f#mon }"; done | paste -sd,)
          say "e3: 3 mons at {x=[v2:10.0.0.1:3300/0]} removed_ranks: {}, election epoch 8, leader 0 pve1, quorum 0,1,2 $members" ;;
        'ceph mgr stat') say '    "available": true,' ;;
        'ceph osd tree-from '*)
          if [ "$3" = default ]; then ls "$state" | grep '^osd ' | sed 's/^/osd.1 /'
          else ls "$state" | grep "^osd $3 " | sed 's/^/osd.1 /'; fi ;;
        'ceph config get osd osd_memory_target') has config || say 4294967296; ! has config || cat "$state/config" ;;
        'ceph config set osd osd_memory_target '*) made config; say "$5" >"$state/config" ;;
        'ceph osd crush ls '*) has bucket "$4" || has bucket default "$4" || [ "$4" = default ] || exit 2
          (cd "$state" && for f in "in $4 "*; do say "${f#in "$4" }"; done) ;;
        'ceph osd crush add-bucket '*) made bucket "$4" ;;
        'ceph osd crush move '*) made in "${5#*=}" "$4" ;;
        'ceph osd crush rule dump '*) has rule "$5" ;;
        'ceph osd crush rule create-replicated '*) made rule "$5" ;;
        'ceph osd pool get '*) has pool "$4" || exit 2; ! has set "$4" "$5" || say "$5: $(cat "$state/set $4 $5")" ;;
        'ceph osd pool set '*) made set "$4" "$5"; say "$6" >"$state/set $4 $5" ;;
        'ceph pg stat') say '97 pgs: 97 active+clean; 1.5 MiB data, 300 MiB used, 87 TiB / 87 TiB avail' ;;
        'ceph mds stat') say 'files:1 {0=pve1=up:active} 1 up:standby' ;;
        'ceph fs get '*) has fs "$3" || exit 2; printf 'max_mds\\t%s\\n' "$(cat "$state/max" 2>/dev/null || say 1)" ;;
        'ceph fs set '*) made max; say "$5" >"$state/max" ;;
        'ceph-volume lvm list '*) has osd "$(uname -n)" "$3" ;;
        'readlink --canonicalize '*) say "$2" ;;
        'grep '*) /usr/bin/grep "$@" ;;
        *) refuse "$*" ;;
      esac
      """;

  private static final List<String> PROGRAMS =
      List.of("ceph", "ceph-volume", "grep", "pveceph", "readlink", "stat", "uname");

  @TempDir
  private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "racks"})
  void a_second_run_makes_nothing(String name) throws IOException {
    install();
    List<Artifact> scripts = scripts(name);
    for (Artifact script : scripts) {
      run(script);
    }
    assertThat(made()).isNotEmpty();
    Files.delete(directory.resolve("made"));

    for (Artifact script : scripts) {
      run(script);
    }

    assertThat(Files.exists(directory.resolve("made"))).isFalse();
  }

  @Test
  void the_first_run_makes_everything_in_order() throws IOException {
    install();
    for (Artifact script : scripts("racks")) {
      run(script);
    }

    assertThat(String.join("\n", made())).isEqualTo("""
        install pve1
        install pve2
        install pve3
        install pve4
        install pve5
        install pve6
        init
        mon pve1
        mgr pve1
        mon pve2
        mon pve3
        mgr pve4
        osd pve1 /dev/nvme0n1
        osd pve1 /dev/nvme0n1 b
        osd pve1 /dev/sda
        osd pve1 /dev/sdb
        mds pve1
        mds mds-b
        osd pve2 /dev/nvme0n1
        osd pve2 /dev/nvme0n1 b
        osd pve2 /dev/sda
        osd pve2 /dev/sdb
        mds pve2
        osd pve3 /dev/nvme0n1
        osd pve3 /dev/nvme0n1 b
        osd pve3 /dev/sda
        osd pve3 /dev/sdb
        osd pve4 /dev/nvme0n1
        osd pve4 /dev/nvme0n1 b
        osd pve4 /dev/sda
        osd pve4 /dev/sdb
        osd pve5 /dev/nvme0n1
        osd pve5 /dev/nvme0n1 b
        osd pve5 /dev/sda
        osd pve5 /dev/sdb
        osd pve6 /dev/nvme0n1
        osd pve6 /dev/nvme0n1 b
        osd pve6 /dev/sda
        osd pve6 /dev/sdb
        config
        bucket north
        in default north
        bucket south
        in default south
        bucket r1
        in north r1
        bucket r2
        in south r2
        bucket r3
        in default r3
        in r1 pve1
        in r1 pve2
        in r2 pve3
        in r2 pve4
        in r3 pve5
        in r3 pve6
        rule rack-nvme
        rule host-hdd
        pool vms
        pool cold-data
        pool cold-metadata
        set cold-data min_size
        fs files
        pool files_data
        pool files_metadata
        set files_data crush_rule
        set files_metadata crush_rule
        max""");
  }

  @Test
  void a_script_stops_on_another_node() throws IOException {
    install();
    Artifact script = scripts("plain").get(0);
    write("host", "pve9\n");

    assertThat(RealPrograms.bash(command(script)).status()).isEqualTo(1);
  }

  private void install() throws IOException {
    for (String program : PROGRAMS) {
      write(program, STAND_IN);
      Files.setPosixFilePermissions(
          directory.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.createDirectories(directory.resolve("state"));
  }

  private void run(Artifact script) throws IOException {
    write("host", script.target().name() + "\n");
    RealPrograms.bash(command(script)).succeeded();
  }

  private String command(Artifact script) throws IOException {
    write("script.sh", script.content());
    return "cd " + directory + " && export STAND_INS=$PWD PATH=$PWD:$PATH && bash script.sh\n";
  }

  // As the runbook has them: by step, nodes before the cluster.
  private static List<Artifact> scripts(String name) {
    return new CephRenderer()
        .render(CephCases.of(name)).artifacts().stream()
            .filter(file -> file.mode() == FileMode.SCRIPT)
            .sorted(Comparator.comparing((Artifact file) -> file.step().orElseThrow())
                .thenComparing(
                    file -> file.target().name().isEmpty() ? "z" : file.target().name()))
            .toList();
  }

  private List<String> made() throws IOException {
    return Arrays.asList(Files.readString(directory.resolve("made")).strip().split("\n"));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }
}
