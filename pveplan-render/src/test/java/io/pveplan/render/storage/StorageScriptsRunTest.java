package io.pveplan.render.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.fromFile;
import static io.pveplan.dsl.Pveplan.pbs;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RealPrograms.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the scripts with stand-ins for Proxmox VE's programs. */
class StorageScriptsRunTest {

  // Stands in no other word of a script.
  private static final String HARMLESS = "harmless";

  // IscsiScriptsRunTest has devices to make volume groups on.
  private static final Set<String> MADE_ELSEWHERE =
      Set.of("iscsi-luns", "iscsi-two-targets", "iscsi-target-on-one-node", "iscsi-single-path");

  private static final String SECRETS = "SMB_PASSWORD=s3cret ESXI_PASSWORD=s3cret";

  @TempDir
  private Path directory;

  static Stream<String> cases() {
    return StorageCases.ALL.keySet().stream()
        .filter(name -> !name.equals("backup-server") && !MADE_ELSEWHERE.contains(name));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_second_run_adds_nothing(String name) {
    StandIns standIns = new StandIns(directory).having("groups", "vg_cluster");
    List<String> scripts = scripts(StorageCases.of(name));
    scripts.forEach(script -> standIns.run(script, SECRETS, "typed\n").succeeded());

    for (String script : scripts) {
      standIns.run(script, SECRETS, "typed\n").succeeded();

      assertThat(standIns.calls())
          .isNotEmpty()
          .allMatch(call -> call.get(0).equals("pvesh") || call.get(1).equals("set"));
    }
  }

  @Test
  void the_first_run_calls_what_is_needed() {
    StandIns standIns = new StandIns(directory).having("groups", "vg_cluster");

    Outcome outcome = standIns.run(scripts(StorageCases.of("iscsi-multipath")).get(0), "", "");

    assertThat(outcome).isEqualTo(new Outcome(0, "== storage san1\n== storage san1-lvm\n"));
    assertThat(standIns.calls())
        .containsExactly(
            List.of("pvesh", "get", "/storage/san1", "--output-format", "json"),
            List.of(
                "pvesm",
                "add",
                "iscsi",
                "san1",
                "--portal",
                "192.0.2.50:3261",
                "--target",
                "iqn.2024-02.com.example:cluster.lun1",
                "--content",
                "none"),
            List.of("pvesh", "get", "/storage/san1-lvm", "--output-format", "json"),
            List.of("vgs", "--noheadings", "-o", "vg_name", "vg_cluster"),
            List.of(
                "pvesm",
                "add",
                "lvm",
                "san1-lvm",
                "--vgname",
                "vg_cluster",
                "--content",
                "images",
                "--shared",
                "1"));
  }

  @Test
  void without_its_volume_group_a_storage_is_not_added() {
    StandIns standIns = new StandIns(directory);

    Outcome outcome = standIns.run(scripts(StorageCases.of("iscsi-multipath")).get(0), "", "");

    assertThat(outcome.status()).isNotZero();
    assertThat(standIns.calls()).last().asList().startsWith("vgs");
  }

  @Test
  void a_storage_that_ceph_made_is_changed() {
    StandIns standIns = new StandIns(directory).having("storages", "changed");

    standIns.run(scripts(StorageCases.of("ceph")).get(0), "", "").succeeded();

    assertThat(standIns.calls())
        .contains(List.of(
            "pvesm", "set", "changed", "--content", "images", "--krbd", "1", "--pool", "changed"))
        .doesNotContain(List.of("pvesm", "add", "rbd", "changed"));
  }

  @Test
  void a_password_reaches_pvesm_by_its_input_only() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), "from file\nmore\n");
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      c.storage(
          pbs("pbs-a", "192.0.2.8", "store1", "pbs-a@pbs", fromFile(file.toString())), s -> {});
      c.storage(
          pbs("pbs-b", "192.0.2.8", "store1", "pbs-b@pbs", SecretReference.env("PW")), s -> {});
      c.storage(
          pbs("pbs-c", "192.0.2.8", "store1", "pbs-c@pbs", SecretReference.prompt()), s -> {});
    }));
    StandIns standIns = new StandIns(directory);

    standIns.run(scripts(plan).get(0), "PW='from $(id) variable'", "typed in\n").succeeded();

    assertThat(standIns.calls().stream().filter(call -> call.get(0).equals("pvesm")))
        .containsExactly(
            added("pbs-a", "read:from file"),
            added("pbs-b", "read:from $(id) variable"),
            added("pbs-c", "read:typed in"));
  }

  @Test
  void a_password_that_is_not_there_ends_the_script_only_where_it_is_needed() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      c.storage(
          pbs("pbs-b", "192.0.2.8", "store1", "pbs-b@pbs", SecretReference.env("PW")), s -> {});
    }));
    StandIns standIns = new StandIns(directory);
    String script = scripts(plan).get(0);

    Outcome without = standIns.run(script, "env -u PW", "");

    assertThat(without.status()).isNotZero();
    assertThat(without.output()).contains("PW: parameter null or not set");
    assertThat(standIns.calls()).hasSize(1);

    standIns.having("storages", "pbs-b");

    assertThat(standIns.run(script, "env -u PW", ""))
        .isEqualTo(new Outcome(0, "== storage pbs-b\nalready there\n"));
  }

  static Map<String, Function<String, Storage>> places() {
    return new TreeMap<>(Map.of(
        "id", text -> DirStorage.builder().id(text).directory("/mnt/a").build(),
        "path", text -> DirStorage.builder().id("at").directory("/mnt/" + text).build(),
        "server",
            text -> NfsStorage.builder().id("at").server(text).export("/mnt").build(),
        "export",
            text ->
                NfsStorage.builder().id("at").server("nas").export("/" + text).build(),
        "options",
            text -> NfsStorage.builder()
                .id("at")
                .server("nas")
                .export("/mnt")
                .options("vers=" + text)
                .build(),
        "zfs", text -> ZfsPoolStorage.builder().id("at").pool("tank/" + text).build(),
        "rbd", text -> RbdStorage.builder().id("at").pool(text).build(),
        "vgname", text -> LvmStorage.builder().id("at").vgname(text).build(),
        "username",
            text -> PbsStorage.builder()
                .id("at")
                .server("pbs")
                .datastore("store")
                .username(text + "@pbs!" + text)
                .password(SecretReference.prompt())
                .build(),
        "base",
            text -> LvmStorage.builder()
                .id("at")
                .vgname("vg")
                .base("san:0.0.1." + text)
                .build()));
  }

  @ParameterizedTest
  @MethodSource("placeNames")
  void no_text_breaks_out_of_its_place(String name) {
    Function<String, Storage> place = places().get(name);
    Hostile.Sample sample = Hostile.sample(2000).acceptedBy(place::apply);
    List<String> texts = sample.texts().stream()
        .distinct()
        .filter(text -> !name.equals("base") || gaps(place.apply(text)).isEmpty())
        .limit(name.equals("base") ? 12 : 2)
        .toList();
    assertThat(texts).as("seed %d", sample.seed()).isNotEmpty();
    Result harmless = result(place.apply(HARMLESS), 0);

    for (String text : texts) {
      assertThat(result(place.apply(text), texts.indexOf(text) + 1))
          .as("seed %d", sample.seed())
          .isEqualTo(harmless.with(text));
    }
  }

  static Set<String> placeNames() {
    return places().keySet();
  }

  /** What became of a storage: the calls of its script, and the preview. */
  private record Result(List<List<String>> calls, String preview) {

    Result with(String text) {
      return new Result(
          calls.stream()
              .map(call ->
                  call.stream().map(word -> word.replace(HARMLESS, text)).toList())
              .toList(),
          preview.replace(HARMLESS, text));
    }
  }

  private Result result(Storage storage, int number) {
    StandIns standIns = new StandIns(directory.resolve("run" + number));
    if (!(storage instanceof LvmStorage lvm && lvm.base().isPresent())) {
      standIns.havingAnyGroup();
    }
    List<List<String>> calls = new ArrayList<>();
    String preview = "";
    for (Artifact file : new StorageRenderer().render(withSan(storage)).artifacts()) {
      if (file.mode() == FileMode.SCRIPT) {
        RealPrograms.acceptShell(file.content());
        standIns.run(file.content(), "", "password\n").succeeded();
        calls.addAll(standIns.calls());
      } else {
        preview = file.content();
      }
    }
    return new Result(calls, preview);
  }

  private static List<Gap> gaps(Storage storage) {
    return new StorageRenderer().render(withSan(storage)).gaps();
  }

  // A base has to lie on an iSCSI storage of the plan.
  private static ResolvedPlan withSan(Storage storage) {
    Portal portal = Portal.parse("192.0.2.50");
    IscsiStorage san = IscsiStorage.builder()
        .id("san")
        .addPortal(portal)
        .target("iqn.2024-02.org.example:a")
        .build();
    return StorageCases.of(
        storage instanceof LvmStorage ? List.of(san, storage) : List.of(storage));
  }

  private static List<String> added(String id, String password) {
    return List.of(
        "pvesm",
        "add",
        "pbs",
        id,
        "--datastore",
        "store1",
        "--server",
        "192.0.2.8",
        "--username",
        id + "@pbs",
        "--password",
        "",
        password);
  }

  private static List<String> scripts(ResolvedPlan plan) {
    return new StorageRenderer()
        .render(plan).artifacts().stream()
            .filter(file -> file.mode() == FileMode.SCRIPT)
            .map(Artifact::content)
            .toList();
  }
}
