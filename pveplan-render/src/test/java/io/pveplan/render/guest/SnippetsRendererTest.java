package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.render.Artifact;
import io.pveplan.render.Bundle;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsRendererTest {

  // Storages that are there and take snippets, each below a directory of its own.
  private static final String PVESM = """
      #!/bin/bash
      case $1 in
        status)
          printf 'Name   Type  Status  Total\\n'
          [ -e "$(dirname "$0")/$3.off" ] || printf '%s   nfs   active   1\\n' "$3"
          ;;
        path)
          id=${2%%:*}
          printf '%s/%s/%s\\n' "$(dirname "$0")" "$id" "${2#*:}"
          ;;
      esac
      """;

  private final SnippetsRenderer renderer = new SnippetsRenderer();

  @TempDir
  private Path directory;

  private static ResolvedPlan plan() {
    return ResolvedPlan.of(cluster("lab", c -> {
      var ground = CloudInitCases.ground(c);
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.SNIPPETS).nodes(ground.node()));
      var local = c.storage(dir("here", "/srv/here"), s -> s.content(ContentType.SNIPPETS));
      var golden = c.template(
          900,
          "golden",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.user("ops").packages("nginx")));
      c.vm(
          100,
          "stays",
          v -> v.node(ground.node())
              .cloneOf(golden)
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.user("ops").vendorData(nas, "own.yaml")));
      var moves = c.vm(
          101,
          "moves",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.user("ops").userData(local, "users.yaml")));
      c.ha(h -> h.resources(moves));
    }));
  }

  @Test
  void the_scripts_are_as_expected() {
    Golden.of("snippets").matches(scripts(plan()));
  }

  @Test
  void bash_and_shellcheck_accept_the_scripts() {
    scripts(plan()).values().forEach(RealPrograms::acceptShell);
  }

  @Test
  void a_second_run_writes_nothing() throws IOException {
    install();
    Files.createDirectories(directory.resolve("nas/snippets"));
    Files.writeString(directory.resolve("nas/snippets/own.yaml"), "#cloud-config\n");
    Files.createDirectories(directory.resolve("here/snippets"));
    Files.writeString(directory.resolve("here/snippets/users.yaml"), "#cloud-config\n");

    assertThat(
            run("pve1").succeeded().lines().filter(it -> it.startsWith("wrote")).toList())
        .containsExactlyInAnyOrder(
            "wrote " + directory + "/nas/snippets/900-golden-vendor-data.yaml",
            "wrote " + directory + "/nas/snippets/100-stays-user-data.yaml",
            "wrote " + directory + "/nas/snippets/100-stays-network-config.yaml",
            "wrote " + directory + "/nas/snippets/100-stays-meta-data.yaml",
            "wrote " + directory + "/here/snippets/101-moves-network-config.yaml");
    assertThat(directory.resolve("nas/snippets/100-stays-user-data.yaml"))
        .hasSameTextualContentAs(directory.resolve("bundle/cloud-init/100-stays/user-data"));
    assertThat(run("pve1").succeeded()).doesNotContain("wrote");
    assertThat(run("pve2").succeeded()).doesNotContain("wrote /srv");
  }

  @Test
  void a_missing_document_of_the_planner_ends_the_script() throws IOException {
    install();

    RealPrograms.Outcome outcome = run("pve1");

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output())
        .contains("nas:snippets/own.yaml is not there. It is not in the bundle: put it there, since"
            + " a guest does not start without it.");
  }

  @Test
  void a_storage_that_takes_no_snippets_ends_the_script() throws IOException {
    install();
    Files.createFile(directory.resolve("nas.off"));

    RealPrograms.Outcome outcome = run("pve1");

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output())
        .contains("nas is not there on pve1, or does not take snippets: pvesm set adds them to its"
            + " content.");
  }

  @Test
  void what_a_terraform_module_uploads_is_left_to_it() {
    assertThat(
            scripts(CloudInitCases.ALL.get("template-and-clone")).get("nodes/pve1/22-snippets.sh"))
        .contains("place 900-golden vendor-data", "place 201-by-hand user-data")
        .doesNotContain("place 200-web ");
    assertThat(scripts(ResolvedPlan.of(cluster("lab", c -> {
          var ground = CloudInitCases.ground(c);
          c.storage(dir("here", "/srv/here"), s -> s.content(ContentType.SNIPPETS));
          c.vm(
              100,
              "web",
              v -> v.node(ground.node())
                  .disk(ground.disks(), gib(8))
                  .cloudInit(s -> s.packages("nginx")));
          c.terraform(t -> t.providers(TELMATE));
        }))))
        .hasSize(1)
        .allSatisfy((path, text) -> assertThat(text)
            .contains("place 100-web vendor-data")
            .doesNotContain("place 100-web user-data"));
  }

  @Test
  void one_node_fills_a_shared_storage_for_all_guests() {
    assertThat(scripts(ResolvedPlan.of(cluster("lab", c -> {
          var ground = CloudInitCases.ground(c);
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
          c.vm(
              100,
              "a",
              v -> v.node(ground.other()).disk(ground.disks(), gib(8)).cloudInit(s -> {}));
          c.vm(
              101, "b", v -> v.node(ground.node()).disk(ground.disks(), gib(8)).cloudInit(s -> {}));
        }))))
        .hasSize(1)
        .hasEntrySatisfying(
            "nodes/pve1/22-snippets.sh",
            text -> assertThat(text).contains("place 100-a user-data", "place 101-b user-data"));
  }

  @Test
  void only_what_the_check_reads_is_said_to_be_checked() {
    assertThat(rows(ResolvedPlan.of(cluster("lab", c -> {
          var ground = CloudInitCases.ground(c);
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
          c.vm(
              100, "a", v -> v.node(ground.node()).disk(ground.disks(), gib(8)).cloudInit(s -> {}));
        }))))
        .containsExactly(
            "| `cloud-init/100-a/user-data` | cluster | check, see above |",
            "| `cloud-init/100-a/meta-data` | cluster | read |",
            "| `cloud-init/100-a/network-config` | cluster | read |");
  }

  private static List<String> rows(ResolvedPlan plan) {
    return Bundle.render(plan.written())
        .toMap()
        .get("RUNBOOK.md")
        .lines()
        .filter(line -> line.startsWith("| `cloud-init/"))
        .toList();
  }

  @Test
  void a_script_says_what_the_other_module_uploads_by_itself() {
    assertThat(needs(false))
        .isEqualTo("the storages of the documents; the folders cloud-init and nodes/pve1 of the"
            + " bundle, beside each other as here; with the module for bpg skip this script, since"
            + " that uploads the documents of 100 web");
    assertThat(needs(true))
        .isEqualTo("the storages of the documents; the folders cloud-init and nodes/pve1 of the"
            + " bundle, beside each other as here; with the module for bpg it is needed as well,"
            + " although that uploads the documents of 100 web");
  }

  private String needs(boolean more) {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var ground = CloudInitCases.ground(c);
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      var web = c.vm(
          100,
          "web",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.packages("nginx")));
      if (more) {
        c.vm(101, "b", v -> v.node(ground.node()).disk(ground.disks(), gib(8)).cloudInit(s -> {}));
      }
      c.terraform(t -> t.guests(web).providers(BPG, TELMATE));
    }));
    return renderer.render(plan).artifacts().get(0).procedure().needs().orElseThrow();
  }

  @Test
  void a_clone_has_the_vendor_data_of_its_template_on_its_node() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var ground = CloudInitCases.ground(c);
      c.storage(dir("here", "/srv/here"), s -> s.content(ContentType.SNIPPETS));
      var golden = c.template(
          900,
          "golden",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.user("ops").packages("nginx")));
      c.vm(100, "inherits", v -> v.node(ground.other()).cloneOf(golden));
      c.vm(101, "own", v -> v.node(ground.node()).cloneOf(golden).cloudInit(s -> s.user("ops")));
    }));

    assertThat(scripts(plan))
        .hasSize(2)
        .allSatisfy((path, text) -> assertThat(text).contains("place 900-golden vendor-data"));
    assertThat(new GuestsRenderer()
            .render(plan).artifacts().stream().map(Artifact::content).toList())
        .singleElement()
        .asString()
        .contains(
            "--cicustom user=here:snippets/101-own-user-data.yaml,network=here:snippets/101-own-network-config"
                + ".yaml,meta=here:snippets/101-own-meta-data.yaml,vendor=here:snippets/900-golden-vendor-data"
                + ".yaml")
        .contains("qm clone 900 100");
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer).holdsFor(plan(), ResolvedPlan.of(cluster("empty", c -> {})));
  }

  private Map<String, String> scripts(ResolvedPlan plan) {
    return renderer.render(plan).artifacts().stream()
        .collect(Collectors.toMap(Artifact::path, Artifact::content));
  }

  private void install() throws IOException {
    Bundle.render(plan().written()).writeTo(directory.resolve("bundle"));
    for (String name : List.of("pvesm", "uname")) {
      Path program = directory.resolve(name);
      Files.writeString(
          program, name.equals("pvesm") ? PVESM : "#!/bin/bash\ncat \"${0%/*}/name\"\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private RealPrograms.Outcome run(String node) throws IOException {
    Files.writeString(directory.resolve("name"), node + "\n");
    return RealPrograms.bash("PATH=" + directory + ":$PATH bash " + directory + "/bundle/nodes/"
        + node + "/22-snippets.sh 2>&1\n");
  }
}
