package io.pveplan.render.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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
      asked="$*"
      broken() { [ -e "$STAND_INS/break" ] && [[ "$me $asked" == "$(cat "$STAND_INS/break")"* ]]; }
      put() { say "$3" >"$state/value $1 $2"; }
      value() { local text; text=$(cat "$state/value $1 $2" 2>/dev/null || say "$3")
        [[ $text =~ ^([0-9.]+|true|false)$ ]] || text="\\"$text\\""
        printf '%s' "$text"; }
      settings() { # of a pool, out of options; chunks have no size
        local pool=$1 chunks=$2; shift 2
        while [ $# -gt 0 ]; do
          case "$1" in
            --size | --min_size | --crush_rule) [ "$chunks" ] || put "$pool" "${1#--}" "$2" ;;
            --target_size) put "$pool" target_size_bytes "$(numfmt --from=iec "$2")" ;;
            --pg_num_min | --pg_autoscale_mode | --target_size_ratio | --application) put "$pool" "${1#--}" "$2" ;;
          esac
          shift 2
        done; }
      names() { (cd "$state" && shopt -s nullglob && for f in "$1 "*; do say "${f#"$1 "}"; done); }
      wanted() { cat "$state/max $1" 2>/dev/null || say 1; }
      standbys() { local left; left=$(names mds | wc -l)
        for fs in $(names fs); do left=$((left - $(wanted "$fs"))); done
        [ "$left" -gt 0 ]; }
      pairs() { local comma=''; for each; do printf '%s"%s"' "$comma" "$each"; comma=', '; done; }
      case "$me ${asked% --format json}" in
        'uname -n') cat "$STAND_INS/host" ;;
        'stat /usr/bin/ceph-mon') has install "$(uname -n)" ;;
        'stat /var/lib/ceph/'*) service=${1#/var/lib/ceph/}; service=${service%/keyring}; has "${service%%/*}" "${service##*/ceph-}" ;;
        'grep --quiet fsid /etc/pve/ceph.conf') has init ;;
        'pveceph install '*) made install "$(uname -n)" ;;
        'pveceph init'*) made init ;;
        'pveceph mon create'*)
          has init || refuse "$*"
          made mon "$(uname -n)"
          has mgr any || { made mgr "$(uname -n)"; touch "$state/mgr any"; } ;;
        'pveceph mgr create')
          ! has mgrdir "$(uname -n)" || refuse "$*"
          touch "$state/mgrdir $(uname -n)"
          ! broken || exit 9
          made mgr "$(uname -n)" ;;
        'pveceph mds create --name '*) made mds "$4" ;;
        'pveceph mds create') made mds "$(uname -n)" ;;
        'pveceph osd create '*) made osd "$(uname -n)" "$3"; [[ "$*" != *per-device\\ 2* ]] || made osd "$(uname -n)" "$3 b" ;;
        'pveceph pool create '*)
          name=$3
          shift 3
          if [[ "$*" == *erasure-coding* ]]; then
            has pool "$name-data" || made pool "$name-data"
            settings "$name-data" chunks --pg_autoscale_mode warn --application rbd "$@"
            put "$name-data" allow_ec_overwrites true
            name+=-metadata
          fi
          made pool "$name"
          ! broken || exit 9
          settings "$name" '' --pg_autoscale_mode warn --application rbd "$@" ;;
        'pveceph pool set '*) made set "$3"; pool=$3; shift 3; settings "$pool" '' "$@" ;;
        'pveceph fs create '*)
          standbys || refuse "$*"
          made fs "$4"; made pool "$4_data"; made pool "$4_metadata" ;;
        'pvesh get /storage/'*) name=${2#/storage/}; has storage "$name" ;;
        'pvesm add '*) ! broken || exit 9; made storage "$3"; say "$*" >"$state/storage $3" ;;
        'stat /etc/ceph/ceph.conf') has link "$(uname -n)" || has mon "$(uname -n)" ;;
        'ln --symbolic /etc/pve/ceph.conf /etc/ceph/ceph.conf') made link "$(uname -n)" ;;
        'ceph mon stat') has link "$(uname -n)" || has mon "$(uname -n)" ;;
        'ceph quorum_status') say "{\\"quorum_names\\": [$(cd "$state" && set -- mon\\ * && pairs "${@#mon }")]}" ;;
        'ceph mgr dump')
          say '{"available": true, "active_name": "", "standbys": ['
          comma=''
          for mgr in $(names mgr); do say "$comma{\\"name\\": \\"$mgr\\"}"; comma=,; done
          say ']}' ;;
        'ceph osd tree')
          id=0 nodes=''
          for host in $(ls "$state" | sed -n 's/^osd \\([^ ]*\\) .*/\\1/p' | sort -u); do
            children=''
            for osd in $(seq "$(ls "$state" | grep -c "^osd $host ")"); do
              nodes+="{\\"id\\": $id, \\"name\\": \\"osd.$id\\", \\"type\\": \\"osd\\", \\"status\\": \\"up\\"}, "
              children+="${children:+, }$id"; id=$((id + 1))
            done
            nodes+="{\\"id\\": -$id, \\"name\\": \\"$host\\", \\"type\\": \\"host\\", \\"children\\": [$children]}, "
          done
          say "{\\"nodes\\": [$nodes{\\"id\\": -1000, \\"name\\": \\"default\\", \\"type\\": \\"root\\", \\"children\\": []}], \\"stray\\": []}" ;;
        'ceph config get osd osd_memory_target') has config || say 4294967296; ! has config || cat "$state/config" ;;
        'ceph config set osd osd_memory_target '*) made config; say "$5" >"$state/config" ;;
        'ceph osd crush ls '*) has bucket "$4" || has bucket default "$4" || [ "$4" = default ] || exit 2
          say "[$(cd "$state" && shopt -s nullglob && set -- "$4" "in $4 "* && of=$1 && shift && pairs "${@#in "$of" }")]" ;;
        'ceph osd crush add-bucket '*) made bucket "$4" ;;
        'ceph osd crush move '*) made in "${5#*=}" "$4" ;;
        'ceph osd crush rule dump '*) has rule "$5" ;;
        'ceph osd crush rule create-replicated '*) made rule "$5" ;;
        'ceph osd pool get '*' all') has pool "$4" || exit 2
          say "{\\"size\\": $(value "$4" size 3), \\"min_size\\": $(value "$4" min_size 2)"
          for each in "$state/value $4 "*; do
            key=${each##* }
            say ", \\"$key\\": $(value "$4" "$key")"
          done
          say '}' ;;
        'ceph osd pool get '*) has pool "$4" || exit 2
          say "{\\"pool\\": \\"$4\\", \\"pool_id\\": 1, \\"$5\\": $(value "$4" "$5" 3)}" ;;
        'ceph osd pool application get '*) has pool "$5" || exit 2; say "{$(value "$5" application none): {}}" ;;
        'ceph osd pool set '*) made set "$4" "$5"; put "$4" "$5" "$6" ;;
        'ceph status') say '{"pgmap": {"pgs_by_state": [{"state_name": "active+clean", "count": 96},
          {"state_name": "active+clean+scrubbing", "count": 1}], "num_pgs": 97}}' ;;
        'ceph mds stat')
          mapfile -t left < <(names mds)
          systems=''
          for fs in $(names fs); do
            info=''
            for rank in $(seq "$(wanted "$fs")"); do
              [ ${#left[@]} -gt 0 ] || break
              info+="${info:+, }\\"4$rank\\": {\\"name\\": \\"${left[0]}\\", \\"state\\": \\"up:active\\"}"
              left=("${left[@]:1}")
            done
            systems+="${systems:+, }{\\"mdsmap\\": {\\"fs_name\\": \\"$fs\\", \\"info\\": {$info}}}"
          done
          up=''
          for mds in "${left[@]}"; do up+="${up:+, }{\\"name\\": \\"$mds\\", \\"state\\": \\"up:standby\\"}"; done
          say "{\\"fsmap\\": {\\"standbys\\": [$up], \\"filesystems\\": [$systems]}}" ;;
        'ceph fs get '*) has fs "$3" || exit 2; say "{\\"mdsmap\\": {\\"max_mds\\": $(wanted "$3")}}" ;;
        'ceph fs set '*) made max "$3"; say "$5" >"$state/max $3" ;;
        'ceph-volume lvm list '*) has osd "$(uname -n)" "$3" ;;
        'readlink --canonicalize '*) say "$2" ;;
        'grep '*) /usr/bin/grep "$@" ;;
        *) refuse "$*" ;;
      esac
      """;

  private static final List<String> PROGRAMS = List.of(
      "ceph",
      "ceph-volume",
      "grep",
      "ln",
      "pveceph",
      "pvesh",
      "pvesm",
      "readlink",
      "stat",
      "uname");

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
        link pve2
        mon pve2
        link pve3
        mon pve3
        link pve4
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
        link pve5
        osd pve5 /dev/nvme0n1
        osd pve5 /dev/nvme0n1 b
        osd pve5 /dev/sda
        osd pve5 /dev/sdb
        link pve6
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
        storage vms
        pool cold-data
        pool cold-metadata
        set cold-data min_size
        storage cold
        fs files
        pool files_data
        pool files_metadata
        set files_data crush_rule
        set files_metadata crush_rule
        storage files
        max files""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pveceph pool create vms",
        "pveceph pool create cold",
        "pvesm add rbd vms",
        "pvesm add rbd cold",
        "pvesm add cephfs files"
      })
  void a_run_that_stopped_halfway_is_made_whole_by_the_next(String last) throws IOException {
    install();
    for (Artifact script : scripts("racks")) {
      run(script);
    }
    SortedMap<String, String> whole = pools();
    assertThat(whole)
        .containsEntry("value vms crush_rule", "rack-nvme\n")
        .containsEntry("value vms pg_autoscale_mode", "warn\n")
        .containsEntry("value cold-data allow_ec_overwrites", "true\n")
        .containsEntry("value cold-metadata crush_rule", "host-hdd\n")
        .containsEntry(
            "storage cold",
            "add rbd cold --pool cold-metadata --krbd 0 --content rootdir,images"
                + " --data-pool cold-data\n")
        .containsEntry(
            "storage files", "add cephfs files --fs-name files --content backup,iso,vztmpl\n");
    for (String file : whole.keySet()) {
      Files.delete(directory.resolve("state").resolve(file));
    }
    Files.delete(directory.resolve("state/fs files"));
    Files.delete(directory.resolve("state/max files"));
    Artifact script = scripts("racks").get(scripts("racks").size() - 1);
    write("break", last);
    write("host", "pve1\n");
    assertThat(RealPrograms.bash(command(script)).status()).isEqualTo(9);
    Files.delete(directory.resolve("break"));

    run(script);

    assertThat(pools()).isEqualTo(whole);
  }

  @Test
  void file_systems_are_all_made_before_one_takes_a_second_server() throws IOException {
    install();
    for (Artifact script : scripts(CephCases.of(c -> {
      var nodes =
          c.nodes(List.of(1, 2, 3), number -> "pve" + number, (n, number) -> n.osds("/dev/sdb"));
      c.ceph(s -> s.monitorsOn(nodes).metadataServersOn(nodes.subList(0, 2)));
      c.cephFs("fa", p -> p.activeServers(2));
      c.cephFs("fb", p -> {});
    }))) {
      run(script);
    }

    assertThat(made()).containsSubsequence("fs fa", "storage fa", "fs fb", "storage fb", "max fa");
  }

  @Test
  void a_manager_of_which_only_the_directory_is_there_is_not_taken_for_one() throws IOException {
    install();
    Artifact last = scripts("racks").get(0);
    for (Artifact script : scripts("racks")) {
      if (script.path().equals("nodes/pve4/16-ceph-monitors.sh")) {
        last = script;
        break;
      }
      run(script);
    }
    write("host", "pve4\n");
    write("break", "pveceph mgr create");
    String command = command(last);
    assertThat(RealPrograms.bash(command).status()).isEqualTo(9);
    Files.delete(directory.resolve("break"));

    assertThat(RealPrograms.bash(command).status()).isEqualTo(9);

    Files.delete(directory.resolve("state/mgrdir pve4"));
    RealPrograms.bash(command).succeeded();
    assertThat(made()).endsWith("mgr pve4");
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
    return scripts(CephCases.of(name));
  }

  private static List<Artifact> scripts(ResolvedPlan plan) {
    return new CephRenderer()
        .render(plan).artifacts().stream()
            .filter(file -> file.mode() == FileMode.SCRIPT)
            .sorted(Comparator.comparing((Artifact file) -> file.step().orElseThrow())
                .thenComparing(
                    file -> file.target().name().isEmpty() ? "z" : file.target().name()))
            .toList();
  }

  // What is there of pools and storages.
  private SortedMap<String, String> pools() throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory.resolve("state"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches("(pool|value|storage) .*")) {
          found.put(name, Files.readString(file));
        }
      }
    }
    return found;
  }

  private List<String> made() throws IOException {
    return Arrays.asList(Files.readString(directory.resolve("made")).strip().split("\n"));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }
}
