package io.pveplan.render.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderers;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RealPrograms.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesRendererTest {

  private final PackagesRenderer renderer = new PackagesRenderer();

  @TempDir
  private Path directory;

  @Test
  void files_are_as_expected_for_each_release_and_repository() {
    Map<String, String> files = new TreeMap<>();
    for (ProductVersion version : ProductVersion.values()) {
      for (PackageRepository repository : PackageRepository.values()) {
        render(version, repository)
            .artifacts()
            .forEach(
                file -> files.put(version + "/" + repository + "/" + file.path(), file.content()));
      }
    }

    Golden.of("packages").matches(files);
  }

  @Test
  void the_script_installs_the_files_and_covers_no_packages_without_any() {
    Artifact script =
        render(ProductVersion.PVE_9, PackageRepository.ENTERPRISE).artifacts().get(0);

    assertThat(script.installs())
        .containsExactly("nodes/pve1/etc/apt/sources.list.d/pve-enterprise.sources");
    assertThat(script.covers()).containsExactly(PlanPath.of("node", "pve1", "updates"));
    assertThat(render(ProductVersion.PVE_9, PackageRepository.ENTERPRISE)
            .artifacts()
            .get(1)
            .covers())
        .containsExactly(PlanPath.of("node", "pve1", "repository"));
  }

  @Test
  void services_of_the_packages_are_as_proxmox_ve_wants_them() {
    Artifact script = script("frr-pythontools", "dnsmasq", "chrony");

    assertThat(script.content()).endsWith("""

        step packages
        apt-get install --yes chrony dnsmasq frr-pythontools

        step services
        systemctl disable --now dnsmasq
        systemctl enable frr
        """);
    RealPrograms.acceptShell(script.content());
    assertThat(script("frr").content()).endsWith("\nstep services\nsystemctl enable frr\n");
  }

  @Test
  void bridges_of_open_vswitch_bring_its_package() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").openVswitch()));
      c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1")));
    }));

    assertThat(renderer.render(plan).artifacts())
        .extracting(Artifact::path)
        .containsExactly("nodes/pve1/03-packages.sh");
    assertThat(renderer.render(plan).artifacts().get(0).content())
        .endsWith("\napt-get install --yes openvswitch-switch\n");
    assertThat(Renderers.empty().render(plan).toMap().get("RUNBOOK.md"))
        .contains("- `node/pve1/packages`: install on pve1: openvswitch-switch\n")
        .doesNotContain("node/pve2/packages");
  }

  @Test
  void a_plan_that_names_neither_needs_no_file() {
    assertThat(renderer.render(ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {})))))
        .isEqualTo(Rendering.nothing());
  }

  @Test
  void a_node_with_cables_gets_lldpd() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var left = c.ethernetSwitch("sw1", s -> {});
      c.node("pve1", n -> n.nic("eno1").cable("eno1", left.port(1)));
      c.node("pve2", n -> n.nic("eno1"));
    }));

    assertThat(renderer.render(plan).artifacts()).hasSize(1).first().satisfies(script -> {
      assertThat(script.path()).isEqualTo("nodes/pve1/03-packages.sh");
      assertThat(script.content()).endsWith("\napt-get install --yes lldpd\n");
      assertThat(script.covers())
          .containsExactly(
              PlanPath.of("node", "pve1", "packages"), PlanPath.of("node", "pve1", "updates"));
    });
  }

  @Test
  void shellcheck_accepts_the_script() {
    RealPrograms.acceptShell(
        render(ProductVersion.PVE_9, PackageRepository.TEST).artifacts().get(0).content());
  }

  @Test
  void files_are_put_in_place_once() throws IOException {
    Path apt = Files.createDirectories(directory.resolve("live/etc/apt/sources.list.d"));
    for (Artifact file : render(ProductVersion.PVE_9, PackageRepository.TEST).artifacts()) {
      Path path = directory.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(
          path,
          file.content()
              .replace("\"$1\"; then", "\"live$1\"; then")
              .replace("\"$here$1\" \"$1\"\n", "\"$here$1\" \"live$1\"\n")
              .replace("proxmox.com \"$1\"", "proxmox.com \"live$1\""));
    }

    Files.writeString(apt.resolve("ceph.sources"), "URIs: https://enterprise.proxmox.com/\n");
    String first = """
        == repositories
        == lists of packages
        apt-get update
        == updates
        apt-get dist-upgrade --yes
        """;
    assertThat(run()).isEqualTo(new Outcome(0, first));
    assertThat(apt.resolve("proxmox.sources")).content().contains("Components: pve-test\n");
    assertThat(apt.resolve("ceph.sources")).content().startsWith("Enabled: no\n");

    Files.writeString(apt.resolve("ceph.sources"), "URIs: http://download.proxmox.com/\n");
    assertThat(run()).isEqualTo(new Outcome(0, first.replace("== lists", """
        /etc/apt/sources.list.d/proxmox.sources is there already
        /etc/apt/sources.list.d/pve-enterprise.sources is there already
        == lists""")));
    assertThat(apt.resolve("ceph.sources")).hasContent("URIs: http://download.proxmox.com/\n");
  }

  private Artifact script(String... packages) {
    return renderer
        .render(ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> n.packages(packages)))))
        .artifacts()
        .get(0);
  }

  private Outcome run() {
    return RealPrograms.bash("cd " + directory + "\n"
        + "apt-get() { echo \"apt-get $*\"; }\n"
        + "uname() { echo pve1; }\n"
        + "export -f apt-get uname\n"
        + "bash nodes/pve1/03-packages.sh\n");
  }

  private Rendering render(ProductVersion version, PackageRepository repository) {
    return renderer.render(ResolvedPlan.of(cluster("lab", c -> {
      c.target(version);
      c.everyNode(n -> n.repository(repository));
      c.node("pve1", n -> {});
    })));
  }
}
