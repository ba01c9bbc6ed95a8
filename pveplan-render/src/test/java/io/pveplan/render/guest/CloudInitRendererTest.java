package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.ContentType;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.guest.CloudInitCases.Ground;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudInitRendererTest {

  private static final String CHECK = "for file in cloud-init/*/user-data; do\n"
      + "  cloud-init schema --config-file \"$file\"\n"
      + "done";

  private final CloudInitRenderer renderer = new CloudInitRenderer();

  static Set<String> cases() {
    return CloudInitCases.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void documents_are_as_expected(String name) {
    Rendering rendering = renderer.render(CloudInitCases.ALL.get(name));

    // No storage of its plan takes snippets.
    List<String> gaps = name.equals("logins")
        ? List.of(madeWithoutPackages(110, "ops"), madeWithoutPackages(111, "root"))
        : List.of();
    assertThat(rendering.gaps())
        .extracting(gap -> gap.at() + ": " + gap.sentence())
        .isEqualTo(gaps);
    Golden.of("cloud-init/" + name)
        .matches(rendering.artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  private static String madeWithoutPackages(int vmid, String name) {
    return "guest/" + vmid + "/cloud-init: Left out: the script makes " + name
        + " without packages, since no storage for snippets is there on all of pve1. Give the plan"
        + " one before the script runs: it leaves a guest that is there as it is.";
  }

  @ParameterizedTest
  @MethodSource("cases")
  void cloud_init_accepts_user_data_and_vendor_data(String name) {
    contents(name, "user-data").forEach(RealPrograms::acceptUserData);
    contents(name, "vendor-data").forEach(RealPrograms::acceptUserData);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void cloud_init_and_netplan_accept_network_config(String name) {
    contents(name, "network-config").forEach(RealPrograms::acceptNetworkConfig);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void yamllint_finds_nothing(String name) {
    renderer
        .render(CloudInitCases.ALL.get(name))
        .artifacts()
        .forEach(file -> RealPrograms.acceptYaml(file.content()));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer)
        .holdsFor(
            ResolvedPlan.of(cluster("empty", c -> {})),
            CloudInitCases.ALL.get("addresses"),
            CloudInitCases.ALL.get("logins"),
            CloudInitCases.ALL.get("template-and-clone"));
  }

  @Test
  void a_guest_without_cloud_init_gets_no_documents() {
    ResolvedPlan plan = plan((c, ground) -> c.vm(
        100, "plain", v -> v.node(ground.node()).disk(ground.disks(), gib(8)).nic("vmbr0")));

    assertThat(renderer.render(plan)).isEqualTo(Rendering.nothing());
    assertThatThrownBy(() -> CloudInitDocuments.of(plan).userData(plan.vms().get(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("guest 100 has no cloud-init settings");
  }

  @Test
  void guests_whose_documents_are_handled_alike_share_a_procedure() {
    assertThat(CloudInitCases.ALL.keySet().stream()
            .map(name -> name + ": " + procedures(name))
            .toList())
        .containsExactly("addresses: 2", "all-settings: 4", "logins: 2", "template-and-clone: 6");
  }

  private static long procedures(String name) {
    return new CloudInitRenderer()
        .render(CloudInitCases.ALL.get(name)).artifacts().stream()
            .map(Artifact::procedure)
            .distinct()
            .count();
  }

  @Test
  void the_documents_of_a_guest_are_snippets() {
    Artifact userData = artifact("addresses", "cloud-init/101-own-dns/user-data");

    assertThat(userData)
        .isEqualTo(new Artifact(
            Target.cluster(),
            "cloud-init/101-own-dns/user-data",
            Optional.empty(),
            userData.content(),
            FileMode.FILE,
            Optional.of(Step.TEMPLATES),
            false,
            List.of(PlanPath.of("guest", "101", "cloud-init")),
            Procedure.repeatable()
                .needs("nothing more: once they are checked, 22-snippets.sh puts them on storage"
                    + " nas, and the scripts that make the guests name them")
                .checkBefore(CHECK),
            List.of(),
            ""));
  }

  @Test
  void a_script_that_makes_the_guest_names_its_documents() {
    assertThat(script("addresses", "nodes/pve1/23-guests.sh"))
        .contains("    --ciupgrade 0 \\\n"
            + "    --cicustom user=nas:snippets/101-own-dns-user-data.yaml,"
            + "network=nas:snippets/101-own-dns-network-config.yaml,"
            + "meta=nas:snippets/101-own-dns-meta-data.yaml\n");
    assertThat(script("logins", "nodes/pve1/23-guests.sh")).doesNotContain("--cicustom");
  }

  private static String script(String name, String path) {
    return new GuestsRenderer()
        .render(CloudInitCases.ALL.get(name)).artifacts().stream()
            .filter(file -> file.path().equals(path))
            .findFirst()
            .orElseThrow()
            .content();
  }

  @Test
  void clones_of_a_template_do_not_take_over_its_identity() {
    assertThat(artifact("template-and-clone", "cloud-init/900-golden/user-data"))
        .extracting(Artifact::nodePath, Artifact::procedure)
        .containsExactly(
            Optional.empty(),
            Procedure.repeatable()
                .needs("nothing: this is for reading; the template has settings that say the same,"
                    + " since clones would take documents over; qm cloudinit dump, with a VMID and"
                    + " user or network, tells what Proxmox VE makes of them"));
    assertThat(artifact("template-and-clone", "cloud-init/900-golden/vendor-data")
            .procedure()
            .apply())
        .contains("qm set 900 --cicustom vendor=snip:snippets/900-golden-vendor-data.yaml");
  }

  @Test
  void a_clone_keeps_the_packages_files_and_commands_of_its_template() {
    ResolvedPlan plan = inheriting(c -> {});
    CloudInitDocuments documents = CloudInitDocuments.of(plan);

    assertThat(documents.userData(vm(plan, 200))).isEqualTo("""
            #cloud-config
            hostname: htop
            manage_etc_hosts: true
            users:
            - default
            package_update: true
            package_upgrade: false
            packages:
            - qemu-guest-agent
            - htop
            """);
    assertThat(documents.userData(vm(plan, 201))).isEqualTo("""
            #cloud-config
            hostname: motd
            manage_etc_hosts: true
            users:
            - default
            package_update: true
            package_upgrade: false
            write_files:
            - path: /etc/motd
              content: one
            - path: /etc/issue
              content: two
            runcmd:
            - - systemctl
              - enable
              - "--now"
              - qemu-guest-agent
            - - systemctl
              - disable
              - apt-daily.timer
            - - systemctl
              - restart
              - ssh
            """);
  }

  @Test
  void vendor_data_of_a_clone_has_what_that_of_its_template_says() {
    ResolvedPlan plan = inheriting(c -> c.terraform(t -> {}));

    assertThat(CloudInitDocuments.of(plan).vendorData(vm(plan, 200))).contains("""
            #cloud-config
            package_update: true
            packages:
            - qemu-guest-agent
            - htop
            write_files:
            - path: /etc/motd
              content: one
            runcmd:
            - - systemctl
              - enable
              - "--now"
              - qemu-guest-agent
            - - systemctl
              - disable
              - apt-daily.timer
            """);
  }

  private static Vm vm(ResolvedPlan plan, int vmid) {
    return plan.vms().stream()
        .filter(it -> it.vmid().equals(Vmid.of(vmid)))
        .findFirst()
        .orElseThrow();
  }

  private static ResolvedPlan inheriting(Consumer<ClusterSpec> more) {
    return plan((c, ground) -> {
      c.storage(
          nfs("snip", "10.0.0.5", "/snip"),
          s -> s.content(ContentType.IMAGES, ContentType.SNIPPETS));
      var golden = c.template(
          900,
          "golden",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .agent()
              .cloudInit(s -> s.packages("qemu-guest-agent")
                  .file("/etc/motd", "one")
                  .command("systemctl", "disable", "apt-daily.timer")));
      c.vm(
          200,
          "htop",
          v -> v.node(ground.node()).cloneOf(golden).agent().cloudInit(s -> s.packages("htop")));
      c.vm(
          201,
          "motd",
          v -> v.node(ground.node())
              .cloneOf(golden)
              .agent()
              .cloudInit(s -> s.file("/etc/issue", "two").command("systemctl", "restart", "ssh")));
      more.accept(c);
    });
  }

  @Test
  void a_guest_of_terraform_needs_only_its_packages_as_a_snippet() {
    assertThat(artifact("template-and-clone", "cloud-init/200-web/network-config"))
        .extracting(Artifact::nodePath, it -> it.procedure().needs())
        .containsExactly(
            Optional.empty(),
            Optional.of(
                "nothing: this is for reading; Terraform gives the guest settings that say the same;"
                    + " qm cloudinit dump, with a VMID and user or network, tells what Proxmox VE"
                    + " makes of them"));
    assertThat(artifact("template-and-clone", "cloud-init/200-web/vendor-data"))
        .extracting(Artifact::nodePath, Artifact::procedure)
        .containsExactly(
            Optional.empty(),
            Procedure.repeatable()
                .needs("nothing yet: the module for bpg uploads it to storage snip in step 23")
                .checkBefore(CHECK.replace("user-data", "vendor-data")));
  }

  @Test
  void without_a_storage_for_snippets_the_procedure_says_so() {
    assertThat(artifact("logins", "cloud-init/110-ops/user-data"))
        .extracting(Artifact::nodePath, Artifact::procedure)
        .containsExactly(
            Optional.empty(),
            Procedure.repeatable()
                .needs("a storage for snippets that all nodes have on which the guest may run;"
                    + " the plan has none")
                .checkBefore(CHECK));
  }

  @Test
  void a_shared_storage_is_taken_before_one_that_needs_copies() {
    assertThat(snippet((c, ground) -> {
          c.storage(dir("local", "/var/lib/vz"), s -> s.content(ContentType.SNIPPETS));
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
        }))
        .isEqualTo("nas:snippets/100-web-user-data.yaml on [pve1]");
  }

  @Test
  void a_guest_that_may_move_needs_copies_on_a_storage_that_is_not_shared() {
    assertThat(snippet((c, ground) ->
            c.storage(dir("local", "/var/lib/vz"), s -> s.content(ContentType.SNIPPETS))))
        .isEqualTo("local:snippets/100-web-user-data.yaml on [pve1, pve2]");
  }

  @Test
  void a_storage_that_one_of_its_nodes_lacks_holds_no_snippet() {
    assertThat(snippet((c, ground) -> c.storage(
            nfs("nas", "10.0.0.5", "/export"),
            s -> s.content(ContentType.SNIPPETS).nodes(ground.node()))))
        .isEqualTo("none");
  }

  @Test
  void a_document_larger_than_is_read_is_a_gap() {
    String motd = "a\n".repeat(174_700);
    Rendering rendering = renderer.render(plan((c, ground) -> {
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      c.vm(
          100,
          "web",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.file("/etc/motd", motd + "\n".repeat(1000))));
      c.vm(
          101,
          "small",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.file("/etc/motd", motd)));
      c.template(
          900,
          "tpl",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.file("/etc/motd", motd + "\n".repeat(1000))));
    }));

    assertThat(rendering.gaps())
        .containsExactly(
            Gap.settled(
                PlanPath.of("guest", "100", "cloud-init", "user-data"),
                Step.TEMPLATES,
                "user-data has 1049358 bytes, and Proxmox VE reads 1048576: the guest does not start."
                    + " Let it fetch large files by a command."),
            Gap.settled(
                PlanPath.of("guest", "900", "cloud-init", "vendor-data"),
                Step.TEMPLATES,
                "vendor-data has 1049259 bytes, and Proxmox VE reads 1048576: the guest does not"
                    + " start. Let it fetch large files by a command."));
  }

  @Test
  void documents_of_ones_own_are_not_written() {
    Rendering rendering = renderer.render(plan((c, ground) -> {
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      c.vm(
          100,
          "web",
          v -> v.disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .cloudInit(s -> s.user("ops").packages("nginx").userData(nas, "own.yaml")));
    }));

    assertThat(rendering.artifacts())
        .singleElement()
        .extracting(Artifact::path, it -> it.procedure().apply())
        .containsExactly(
            "cloud-init/100-web/network-config",
            Optional.of("qm set 100 --cicustom"
                + " user=nas:snippets/own.yaml,network=nas:snippets/100-web-network-config.yaml"));
    assertThat(rendering.gaps())
        .containsExactly(Gap.settled(
            PlanPath.of("guest", "100", "cloud-init", "user"),
            Step.GUESTS,
            "Not written: nas:snippets/own.yaml takes the place of user, packages."));
  }

  @Test
  void documents_of_ones_own_alone_are_a_command_where_no_script_makes_the_guest() {
    Rendering rendering = renderer.render(plan((c, ground) -> {
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      c.vm(
          100,
          "web",
          v -> v.disk(ground.disks(), gib(8))
              .cloudInit(s -> s.userData(nas, "own.yaml")
                  .networkConfig(nas, "net.yaml")
                  .vendorData(nas, "vendor.yaml")));
    }));

    assertThat(rendering.artifacts()).isEmpty();
    assertThat(rendering.gaps())
        .containsExactly(Gap.of(
            PlanPath.of("guest", "100", "cloud-init"),
            Step.GUESTS,
            "Once guest 100 is there, qm set gives it its documents; the value of cicustom is"
                + " user=nas:snippets/own.yaml,network=nas:snippets/net.yaml,"
                + "vendor=nas:snippets/vendor.yaml."));
  }

  @Test
  void a_script_that_makes_the_guest_names_documents_of_ones_own() {
    ResolvedPlan plan = plan((c, ground) -> {
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      c.vm(
          100,
          "web",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.userData(nas, "own.yaml")
                  .networkConfig(nas, "net.yaml")
                  .vendorData(nas, "vendor.yaml")));
    });

    assertThat(renderer.render(plan)).isEqualTo(Rendering.nothing());
    assertThat(new GuestsRenderer().render(plan).artifacts())
        .singleElement()
        .extracting(Artifact::content)
        .asString()
        .contains("    --cicustom user=nas:snippets/own.yaml,network=nas:snippets/net.yaml,"
            + "vendor=nas:snippets/vendor.yaml\n");
  }

  @Test
  void windows_keeps_settings_and_has_no_documents() {
    Rendering rendering = renderer.render(plan((c, ground) -> {
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      c.vm(
          100,
          "plain",
          v -> v.node(ground.node())
              .ostype(OsType.WIN11)
              .disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .cloudInit(s -> s.user("ops").address(0, ground.guests().host(9))));
      c.vm(
          101,
          "more",
          v -> v.node(ground.node())
              .ostype(OsType.WIN11)
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.packages("nginx")));
    }));

    assertThat(rendering)
        .isEqualTo(new Rendering(
            List.of(),
            List.of(Gap.of(
                PlanPath.of("guest", "101", "cloud-init"),
                Step.GUESTS,
                "Left out: Windows is set up by cloudbase-init, which takes name, login, keys and"
                    + " addresses from the settings of the guest and reads nothing that packages,"
                    + " files, commands and further users could be in."))));
  }

  @Test
  void users_that_a_template_can_not_have_are_gaps() {
    ResolvedPlan plan = plan((c, ground) -> c.template(
        900,
        "golden",
        v -> v.node(ground.node())
            .disk(ground.disks(), gib(8))
            .cloudInit(s -> s.user("ops").account("deploy", u -> {}))));

    assertThat(renderer.render(plan).gaps())
        .containsExactly(Gap.of(
            PlanPath.of("guest", "900", "cloud-init", "deploy"),
            Step.TEMPLATES,
            "Left out: a template has settings, which know one user, and the list of users that"
                + " Proxmox VE writes to user-data replaces one in vendor-data. Give further"
                + " users to the clones."));
  }

  @Test
  void the_instance_id_is_the_digest_of_the_other_two() {
    String digest = RealPrograms.bash(
            "cd src/test/resources/golden/cloud-init/addresses/cloud-init/100-dual\n"
                + "cat user-data network-config | sha1sum\n")
        .succeeded();

    assertThat(digest).isEqualTo("c1c38a0f9b9b86c51c4aac292081bf3103204b09  -\n");
    assertThat(artifact("addresses", "cloud-init/100-dual/meta-data").content()).isEqualTo("""
        instance-id: c1c38a0f9b9b86c51c4aac292081bf3103204b09
        local-hostname: dual
        """);
  }

  @Test
  void a_name_too_long_for_a_file_gives_way_to_the_vmid() {
    String name =
        "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60);
    ResolvedPlan plan = plan((c, ground) -> c.vm(
        100, name, v -> v.node(ground.node()).disk(ground.disks(), gib(8)).cloudInit(s -> {})));

    assertThat(renderer.render(plan).artifacts())
        .extracting(Artifact::path)
        .containsExactly(
            "cloud-init/100/user-data",
            "cloud-init/100/network-config",
            "cloud-init/100/meta-data");
  }

  @Test
  void a_second_guest_of_a_name_leaves_the_files_of_the_first_alone() {
    BiConsumer<ClusterSpec, Ground> first = (c, ground) -> {
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      c.vm(101, "web", v -> v.disk(ground.disks(), gib(8)).cloudInit(s -> {}));
    };
    ResolvedPlan both = plan((c, ground) -> {
      first.accept(c, ground);
      c.vm(200, "WEB", v -> v.disk(ground.disks(), gib(8)).cloudInit(s -> {}));
    });

    assertThat(renderer.render(both).artifacts())
        .containsAll(renderer.render(plan(first)).artifacts())
        .extracting(Artifact::path)
        .containsExactly(
            "cloud-init/101-web/user-data",
            "cloud-init/101-web/network-config",
            "cloud-init/101-web/meta-data",
            "cloud-init/200-WEB/user-data",
            "cloud-init/200-WEB/network-config",
            "cloud-init/200-WEB/meta-data");
  }

  private static String snippet(BiConsumer<ClusterSpec, Ground> storages) {
    ResolvedPlan plan = plan((c, ground) -> {
      storages.accept(c, ground);
      var web = c.vm(
          100, "web", v -> v.node(ground.node()).disk(ground.disks(), gib(8)).cloudInit(s -> {}));
      c.ha(h -> h.resources(web));
    });
    CloudInitDocuments documents = CloudInitDocuments.of(plan);
    Vm web = plan.vms().get(0);
    return documents
        .snippet(web, "user-data")
        .map(it -> it + " on " + documents.snippetNodes(web))
        .orElse("none");
  }

  private static ResolvedPlan plan(BiConsumer<ClusterSpec, Ground> block) {
    return ResolvedPlan.of(cluster("lab", c -> block.accept(c, CloudInitCases.ground(c))));
  }

  private List<String> contents(String name, String document) {
    return renderer.render(CloudInitCases.ALL.get(name)).artifacts().stream()
        .filter(file -> file.path().endsWith("/" + document))
        .map(Artifact::content)
        .toList();
  }

  private Artifact artifact(String name, String path) {
    return renderer.render(CloudInitCases.ALL.get(name)).artifacts().stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow();
  }
}
