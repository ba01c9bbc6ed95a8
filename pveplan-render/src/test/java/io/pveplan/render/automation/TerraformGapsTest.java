package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.CloudInitSpec;
import io.pveplan.dsl.ContainerSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.Artifact;
import io.pveplan.render.Gap;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps a guest out of a module, and how that is said. */
class TerraformGapsTest {

  private static final NodeRef NODE = NodeRef.named("pve1");
  private static final StorageRef LOCAL = StorageRef.named("tank-vm");
  private static final StorageRef NAS = StorageRef.named("nas");

  private final TerraformRenderer renderer = new TerraformRenderer();

  private List<String> gapsOfContainer(String template, Consumer<ContainerSpec> block) {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var box = c.container(
          300, "box", containerTemplate(ground.nas(), template), ground.local(), gib(8), block);
      c.terraform(t -> t.guests(box));
    });
    return texts(renderer.render(plan));
  }

  @Test
  void a_container_of_which_the_provider_wants_more_is_a_gap() {
    assertThat(gapsOfContainer("mine.tar.zst", t -> {}))
        .containsExactly(
            "guest/300: Not in terraform/bpg/guests: the plan does not say which node it starts its"
                + " life on.",
            "guest/300: Not in terraform/bpg/guests: the provider asks for the system in"
                + " nas:vztmpl/mine.tar.zst, which its name does not tell.",
            "guest/300: Not in terraform/bpg/guests: the provider gives it one core where the plan"
                + " gives it all.");
    assertThat(gapsOfContainer(
            "rockylinux-9.tar.zst",
            t -> t.node(NODE)
                .cores(129)
                .cpuUnits(0)
                .mountPoint("/srv", LOCAL, mib(1536))
                .nic("vmbr0", b -> b.trunks("20").linkDown())))
        .containsExactly(
            "guest/300: Not in terraform/bpg/guests: the provider takes at most 128 cores, the guest"
                + " has 129.",
            "guest/300: Not in terraform/bpg/guests: the provider takes no CPU units below 1.",
            "guest/300/mp0: Not in terraform/bpg/guests: the provider counts whole GiB, the disk has"
                + " 1536MiB.",
            "guest/300/net0: Not in terraform/bpg/guests: the provider passes no VLAN tags on to a"
                + " card of a container.",
            "guest/300/net0: Not in terraform/bpg/guests: the provider can not pull the cable of a"
                + " container.");
    assertThat(gapsOfContainer("debian-13.tar.zst", t -> {
          t.node(NODE).cores(1);
          IntStream.range(0, 11).forEach(i -> t.nic("vmbr0"));
        }))
        .containsExactly("guest/300: Not in terraform/bpg/guests: the provider takes at most 10"
            + " network cards, the guest has 11.");
  }

  @Test
  void a_root_disk_that_is_left_out_of_replication_is_a_gap() {
    ClusterPlan plan = cluster("lab", c -> {
      var ground = TerraformCases.ground(c);
      var box = c.container(
          300,
          "box",
          containerTemplate(ground.nas(), "debian-13.tar.zst"),
          ground.local(),
          gib(8),
          t -> t.node(ground.node()).cores(1));
      c.terraform(t -> t.guests(box));
    });
    Container box = (Container) plan.guests().get(0);
    Guest alone = Container.builder()
        .from(box)
        .rootfs(GuestDisk.builder().from(box.rootfs()).replicate(false).build())
        .build();

    assertThat(texts(renderer.render(ResolvedPlan.of(plan)))).isEmpty();
    assertThat(texts(renderer.render(ResolvedPlan.of(
            ClusterPlan.builder().from(plan).guests(List.of(alone)).build()))))
        .containsExactly("guest/300/rootfs: Not in terraform/bpg/guests: the provider leaves no new"
            + " root disk out of replication.");
  }

  @Test
  void a_clone_stays_where_its_template_is_left_to_a_script() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var template =
          c.template(900, "template", v -> v.node(ground.node()).disk(ground.nas(), mib(1536)));
      var clone = c.vm(
          100, "clone", v -> v.node(ground.node()).cloneOf(template).disk(ground.nas(), gib(8)));
      c.terraform(t -> t.guests(template, clone));
    });

    assertThat(texts(renderer.render(plan)))
        .containsExactly(
            "guest/900/scsi0: Not in terraform/bpg/guests: the provider counts whole GiB, the disk has"
                + " 1536MiB.");
  }

  @Test
  void telmate_gets_no_containers() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var box = c.container(
          300,
          "box",
          containerTemplate(ground.nas(), "debian-13.tar.zst"),
          ground.local(),
          gib(8),
          t -> t.node(ground.node()).cores(1));
      c.terraform(t -> t.providers(TELMATE).guests(box));
    });

    assertThat(renderer.render(plan))
        .isEqualTo(
            Rendering.nothing()
                .withGaps(
                    List.of(
                        Gap.of(
                            PlanPath.of("guest", "300"),
                            Step.GUESTS,
                            "Not in terraform/telmate: pveplan writes no containers for this provider."),
                        Gap.settled(
                            PlanPath.of("terraform"),
                            Step.GUESTS,
                            "A guest that is in the state of a module and not in its files is destroyed by"
                                + " the next apply. Where a module was applied with one that is left out of"
                                + " it now, first run terraform state rm with the address that terraform"
                                + " state list shows; the script leaves a guest that is there as it is."))));
  }

  @Test
  void a_guest_without_a_node_is_a_gap_of_both() {
    assertThat(gaps(v -> {}))
        .containsExactly(
            "guest/100: Not in terraform/bpg/guests: the plan does not say which node it starts its"
                + " life on.",
            "guest/100: Not in terraform/telmate: the plan does not say which node it starts its"
                + " life on.");
  }

  @Test
  void what_is_too_much_for_one_provider_is_a_gap_of_that_one() {
    assertThat(gaps(v -> v.node(NODE).sockets(5)))
        .containsExactly(
            "guest/100: Not in terraform/telmate: the provider takes at most 4 sockets,"
                + " the guest has 5.");
    assertThat(gaps(v -> v.node(NODE).sockets(17)))
        .containsExactly(
            "guest/100: Not in terraform/bpg/guests: the provider takes at most 16 sockets, the guest"
                + " has 17.",
            "guest/100: Not in terraform/telmate: the provider takes at most 4 sockets, the guest"
                + " has 17.");
    assertThat(gaps(v -> v.node(NODE).cores(129)))
        .containsExactly("guest/100: Not in terraform/telmate: the provider takes at most 128 cores"
            + " for each socket, the guest has 129.");
    assertThat(gaps(v -> v.node(NODE).cores(2305)))
        .first()
        .isEqualTo(
            "guest/100: Not in terraform/bpg/guests: the provider takes at most 2304 cores for"
                + " each socket, the guest has 2305.");
    assertThat(gaps(v -> v.node(NODE).memory(mib(63))))
        .containsExactly(
            "guest/100: Not in terraform/bpg/guests: the provider takes no memory below 64 MiB.");
    assertThat(gaps(v -> v.node(NODE).memory(mib(4_178_945))))
        .containsExactly("guest/100: Not in terraform/telmate: the provider takes at most 4178944"
            + " MiB of memory, the guest has 4178945.");
  }

  @Test
  void a_cpu_type_is_in_a_module_whose_provider_knows_it() {
    assertThat(gaps(v -> v.node(NODE).cpuType("custom-mine")))
        .containsExactly("guest/100: Not in terraform/telmate: the provider does not know the CPU"
            + " type custom-mine.");
    assertThat(gaps(v -> v.node(NODE).cpuType("EPYC-Turin")))
        .containsExactly(
            "guest/100: Not in terraform/bpg/guests: the provider does not know the CPU"
                + " type EPYC-Turin.");
    assertThat(gaps(v -> v.node(NODE).cpuType("GraniteRapids"))).hasSize(2);
    assertThat(gaps(v -> v.node(NODE).cpuType("Cascadelake-Server-v2"))).isEmpty();
  }

  @Test
  void disks_come_in_the_units_of_the_provider() {
    assertThat(gaps(v -> v.node(NODE).disk(LOCAL, mib(1536))))
        .containsExactly(
            "guest/100/scsi0: Not in terraform/bpg/guests: the provider counts whole GiB,"
                + " the disk has 1536MiB.");
    assertThat(gaps(v -> v.node(NODE).disk(LOCAL, DataSize.parse("1025B"))))
        .element(1)
        .isEqualTo(
            "guest/100/scsi0: Not in terraform/telmate: the provider counts whole KiB, the disk"
                + " has 1025B.");
    assertThat(gaps(v -> v.node(NODE).disk(LOCAL, gib(0)))).hasSize(2);
    assertThat(gaps(v -> v.node(NODE).disk(LOCAL, mib(4))))
        .containsExactly(
            "guest/100/scsi0: Not in terraform/bpg/guests: the provider counts whole GiB,"
                + " the disk has 4MiB.",
            "guest/100/scsi0: Not in terraform/telmate: the provider makes no disk of 4MiB or less,"
                + " the disk has 4MiB.");
    assertThat(gaps(v -> v.node(NODE).disk(LOCAL, kib(4097)))).hasSize(1);
  }

  @Test
  void telmate_limits_rates_to_whole_megabytes() {
    assertThat(gaps(v -> v.node(NODE).nic("vmbr0", b -> b.rate(mbit(20)))))
        .containsExactly("guest/100/net0: Not in terraform/telmate: the provider limits the rate of"
            + " a card to whole MB/s from 1 to 10240, the card has 20Mbit/s.");
    assertThat(gaps(v -> v.node(NODE).nic("vmbr0", b -> b.rate(mbit(16))))).isEmpty();
  }

  @Test
  void telmate_makes_neither_templates_nor_disks_from_images() {
    assertThat(gaps(
            v -> v.node(NODE).disk(LOCAL, gib(8), p -> p.importFrom(NAS, "debian-13.qcow2"))))
        .containsExactly(
            "guest/100/scsi0: Not in terraform/telmate: the provider makes no disk from an image.");
    assertThat(
            gaps(v -> v.node(NODE), vm -> Vm.builder().from(vm).template(true).build()))
        .containsExactly("guest/100: Not in terraform/telmate: the provider makes no templates.");
  }

  @Test
  void telmate_takes_no_name_of_more_than_128_characters() {
    String name = "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(7);

    assertThat(gaps(v -> v.node(NODE), vm -> Vm.builder().from(vm).name(name).build()))
        .containsExactly("guest/100: Not in terraform/telmate: the provider takes at most 128"
            + " characters in a name, the guest has 129.");
  }

  @Test
  void telmate_clones_no_local_volumes_to_another_node() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var local =
          c.template(900, "local", v -> v.node(ground.other()).disk(ground.local(), gib(8)));
      var shared =
          c.template(901, "shared", v -> v.node(ground.other()).disk(ground.nas(), gib(8)));
      var beside =
          c.template(902, "beside", v -> v.node(ground.node()).disk(ground.local(), gib(8)));
      c.vm(100, "a", v -> v.node(ground.node()).cloneOf(local));
      c.vm(101, "b", v -> v.node(ground.node()).cloneOf(shared));
      c.vm(102, "c", v -> v.node(ground.node()).cloneOf(beside));
      c.terraform(t -> t.providers(BPG, TELMATE));
    });

    assertThat(texts(renderer.render(plan)))
        .containsExactly(
            "guest/100: Not in terraform/bpg/guests: it can not be in terraform/telmate, and both"
                + " modules make the same guests.",
            "guest/100: Not in terraform/telmate: it would be cloned from a template on"
                + " another node whose volumes are on storage that is not shared, which Proxmox VE"
                + " refuses.");
  }

  @Test
  void bpg_moves_neither_local_disks_of_linked_clones_nor_a_local_iso_image() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.storage(dir("files", "/srv"), s -> s.content(ContentType.ISO));
      var chain = c.storage(
          dir("chain", "/chain"), s -> s.content(ContentType.IMAGES).snapshotsAsVolumeChain());
      var local =
          c.template(900, "local", v -> v.node(ground.other()).disk(ground.local(), gib(8)));
      var disc = c.template(
          901,
          "disc",
          v -> v.node(ground.other())
              .disk(ground.nas(), gib(8))
              .iso(StorageRef.named("files"), "a.iso"));
      var seed = c.template(
          902,
          "seed",
          v -> v.node(ground.other())
              .disk(ground.nas(), gib(8))
              .cloudInit(s -> s.storage(ground.local())));
      var chained = c.template(
          903,
          "chained",
          v -> v.node(ground.other()).disk(chain, gib(8), d -> d.format(DiskFormat.QCOW2)));
      c.vm(100, "linked", v -> v.node(ground.node()).linkedCloneOf(local));
      c.vm(101, "full", v -> v.node(ground.node()).cloneOf(local));
      c.vm(102, "beside", v -> v.node(ground.other()).linkedCloneOf(local));
      c.vm(103, "inserted", v -> v.node(ground.node()).cloneOf(disc));
      c.vm(104, "seeded", v -> v.node(ground.node()).linkedCloneOf(seed));
      c.vm(105, "kept", v -> v.node(ground.node()).cloneOf(chained));
      // Of the state of a TPM each has a copy of its own.
      var secure = c.template(
          904,
          "secure",
          v -> v.node(ground.other())
              .disk(ground.nas(), gib(8))
              .hardware(h -> h.tpmState(ground.local())));
      c.vm(106, "secured", v -> v.node(ground.node()).linkedCloneOf(secure));
      c.terraform(t -> {});
    });

    assertThat(texts(renderer.render(plan)))
        .containsExactly(
            "guest/100/scsi0: Not in terraform/bpg/guests: the provider makes it on pve2, and a linked"
                + " clone stays there with scsi0 on storage tank-vm, which is not shared: make it a"
                + " full one.",
            "guest/103: Not in terraform/bpg/guests: the provider makes it on pve2, where an ISO image"
                + " on storage files, which is not shared, keeps it.",
            "guest/105/scsi0: Not in terraform/bpg/guests: the provider makes it on pve2, and Proxmox"
                + " VE moves no scsi0 on storage chain, which is not shared, to another node.");
  }

  @Test
  void addresses_are_set_on_as_many_cards_as_the_provider_knows() {
    Consumer<VmSpec> nine = v -> {
      v.node(NODE).disk(LOCAL, gib(8)).cloudInit(s -> {});
      IntStream.range(0, 9).forEach(i -> v.nic("vmbr0"));
    };

    assertThat(gaps(nine))
        .containsExactly(
            "guest/100/net8: Not in terraform/bpg/guests: the provider sets addresses on"
                + " the first 8 cards only.");
    assertThat(gaps(v -> {
          nine.accept(v);
          IntStream.range(0, 8).forEach(i -> v.nic("vmbr0"));
        }))
        .element(1)
        .isEqualTo("guest/100/net16: Not in terraform/telmate: the provider sets addresses on the"
            + " first 16 cards only.");
  }

  @Test
  void a_cloud_init_drive_needs_a_storage_and_a_slot() {
    assertThat(gaps(v -> v.node(NODE).cloudInit(s -> {})))
        .first()
        .isEqualTo(
            "guest/100/cloud-init: Not in terraform/bpg/guests: no storage for the cloud-init"
                + " drive: the plan names none and no disk.");
    assertThat(gaps(v -> v.node(NODE).cloudInit(s -> {}), TerraformGapsTest::withFullIdeBus))
        .first()
        .isEqualTo("guest/100: Not in terraform/bpg/guests: its disks leave no IDE slot to the"
            + " cloud-init drive or the ISO image.");
  }

  @Test
  void telmate_knows_not_all_of_a_cpu() {
    assertThat(gaps(v -> v.node(NODE).hardware(h -> h.cpuFlags("+aes", "+nested-virt"))))
        .containsExactly("guest/100: Not in terraform/telmate: the provider does not know the CPU"
            + " flag nested-virt.");
    assertThat(gaps(v -> v.node(NODE).cpuLimit(1.5)))
        .containsExactly(
            "guest/100: Not in terraform/telmate: the provider takes whole numbers as CPU limit,"
                + " the guest has 1.5.");
    assertThat(gaps(v -> v.node(NODE).cpuLimit(2))).isEmpty();
  }

  @Test
  void telmate_takes_not_every_tag() {
    String longest = "t".repeat(124);

    assertThat(gaps(v -> v.node(NODE).tags("c++", "g++-14", longest + "t")))
        .containsExactly(
            "guest/100: Not in terraform/telmate: the provider takes no + in a tag, the guest has"
                + " c++.",
            "guest/100: Not in terraform/telmate: the provider takes no + in a tag, the guest has"
                + " g++-14.",
            "guest/100: Not in terraform/telmate: the provider takes at most 124 characters in a tag,"
                + " the guest has 125.");
    assertThat(gaps(v -> v.node(NODE).tags("_a.b-C", longest))).isEmpty();
  }

  private List<String> gaps(String version, Consumer<VmSpec> guest) {
    return texts(renderer.render(TerraformCases.plan((c, ground) -> {
      var vm = c.vm(100, "web", guest);
      c.terraform(t -> t.bpgVersion(version).guests(vm));
    })));
  }

  @Test
  void what_came_with_a_later_version_is_a_gap() {
    Consumer<VmSpec> fraction = v -> v.node(NODE).cpuLimit(1.5);
    Consumer<VmSpec> steady = v -> v.node(NODE).disk(LOCAL, gib(8)).cloudInit(s -> {});
    Consumer<VmSpec> upgraded = v -> v.node(NODE).disk(LOCAL, gib(8)).cloudInit(s -> s.upgrade());

    assertThat(gaps("0.100.0", fraction)).isEmpty();
    assertThat(gaps("0.99.0", v -> v.node(NODE).cpuLimit(2))).isEmpty();
    assertThat(gaps("0.99.0", fraction))
        .containsExactly("guest/100: Not in terraform/bpg/guests: the provider knows fractions of a"
            + " core in the limit of CPU time from version 0.100.0 on, and the plan names 0.99.0.");
    assertThat(gaps("0.102.0", steady)).isEmpty();
    assertThat(gaps("0.101.0", upgraded)).isEmpty();
    assertThat(gaps("0.101.0", steady))
        .containsExactly(
            "guest/100/cloud-init: Not in terraform/bpg/guests: the provider knows"
                + " whether packages are upgraded from version 0.102.0 on, and the plan names 0.101.0.");
  }

  @Test
  void before_0_102_a_clone_upgrades_packages_as_its_template_does() {
    assertThat(clone(s -> {}, s -> {})).isEmpty();
    assertThat(clone(s -> s.upgrade(), s -> s.upgrade())).isEmpty();
    assertThat(clone(s -> {}, s -> s.upgrade()))
        .containsExactly(
            "guest/100/cloud-init: Not in terraform/bpg/guests: the provider knows"
                + " whether packages are upgraded from version 0.102.0 on, and the plan names 0.101.0.");
  }

  private List<String> clone(Consumer<CloudInitSpec> template, Consumer<CloudInitSpec> clone) {
    return texts(renderer.render(TerraformCases.plan((c, ground) -> {
      var from = c.template(900, "t", v -> v.node(NODE).disk(LOCAL, gib(8)).cloudInit(template));
      var vm = c.vm(100, "web", v -> v.node(NODE).cloneOf(from).cloudInit(clone));
      c.terraform(t -> t.bpgVersion("0.101.0").guests(vm));
    })));
  }

  @Test
  void what_a_container_has_came_with_a_later_version() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var box = c.container(
          300,
          "box",
          containerTemplate(ground.nas(), "debian-13.tar.zst"),
          ground.local(),
          gib(8),
          t -> t.node(ground.node()).cores(1).cpuLimit(2));
      c.terraform(t -> t.bpgVersion("0.100.0").guests(box));
    });

    assertThat(texts(renderer.render(plan)))
        .containsExactly("guest/300: Not in terraform/bpg/guests: the provider knows a limit of CPU"
            + " time for containers from version 0.101.0 on, and the plan names 0.100.0.");
  }

  @Test
  void packages_need_a_storage_for_snippets() {
    assertThat(texts(renderer.render(ResolvedPlan.of(cluster("lab", c -> {
          var node = c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          var disks = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
          c.vm(
              100,
              "web",
              v -> v.node(node).disk(disks, gib(8)).cloudInit(s -> s.packages("nginx")));
          c.terraform(t -> t.providers(BPG, TELMATE));
        })))))
        .containsExactly(
            "guest/100/cloud-init: Not in terraform/bpg/guests: packages, files and commands travel as a snippet, and the"
                + " plan has no storage for snippets that all nodes have on which the guest may"
                + " run.",
            "guest/100/cloud-init: Not in terraform/telmate: packages, files and commands travel as a snippet, and the"
                + " plan has no storage for snippets that all nodes have on which the guest may"
                + " run.");
  }

  @Test
  void users_beside_the_login_are_a_gap() {
    assertThat(gaps(v -> v.node(NODE)
            .disk(StorageRef.named("tank-vm"), gib(8))
            .cloudInit(s -> s.user("ops").account("deploy", u -> {}))))
        .containsExactly(
            "guest/100/cloud-init/deploy: Not in terraform/bpg/guests: its settings know one user,"
                + " and the list of users that Proxmox VE writes to user-data replaces one in"
                + " vendor-data.",
            "guest/100/cloud-init/deploy: Not in terraform/telmate: its settings know one user,"
                + " and the list of users that Proxmox VE writes to user-data replaces one in"
                + " vendor-data.");
  }

  @Test
  void packages_beside_vendor_data_of_ones_own_are_a_gap() {
    assertThat(gaps(v -> v.node(NODE)
            .disk(StorageRef.named("tank-vm"), gib(8))
            .cloudInit(s -> s.packages("nginx").vendorData(StorageRef.named("nas"), "a.yaml"))))
        .containsExactly(
            "guest/100/cloud-init: Not in terraform/bpg/guests: packages, files and commands travel"
                + " as vendor-data, and that is nas:snippets/a.yaml.",
            "guest/100/cloud-init: Not in terraform/telmate: packages, files and commands travel"
                + " as vendor-data, and that is nas:snippets/a.yaml.");
  }

  @Test
  void a_gap_keeps_its_guest_out_and_no_other() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.vm(100, "odd", v -> v.node(ground.node()).cpuType("GraniteRapids"));
      c.vm(101, "even", v -> v.node(ground.node()));
      c.terraform(t -> {});
    });

    assertThat(renderer.render(plan).artifacts())
        .filteredOn(file -> file.path().endsWith("guests.tf"))
        .singleElement()
        .extracting(Artifact::covers)
        .isEqualTo(List.of(PlanPath.of("guest", "101")));
  }

  private static Vm withFullIdeBus(Vm vm) {
    Vm.Builder full = Vm.builder().from(vm);
    for (String slot : List.of("ide0", "ide1", "ide2", "ide3")) {
      full.addDisk(disk(slot));
    }
    return full.build();
  }

  private static GuestDisk disk(String slot) {
    return GuestDisk.builder().slot(slot).storage("tank-vm").size(gib(1)).build();
  }

  private List<String> gaps(Consumer<VmSpec> guest) {
    return gaps(guest, vm -> vm);
  }

  /** Gaps of each module alone for one guest, which is changed where the DSL has no word for it. */
  private List<String> gaps(Consumer<VmSpec> guest, UnaryOperator<Vm> change) {
    return Stream.of(BPG, TELMATE)
        .flatMap(provider -> {
          ClusterPlan plan = cluster("lab", c -> {
            TerraformCases.ground(c);
            var vm = c.vm(100, "web", guest);
            c.terraform(t -> t.providers(provider).guests(vm));
          });
          List<Guest> changed =
              plan.guests().stream().<Guest>map(it -> change.apply((Vm) it)).toList();
          return texts(renderer.render(ResolvedPlan.of(
                  ClusterPlan.builder().from(plan).guests(changed).build())))
              .stream();
        })
        .toList();
  }

  private static List<String> texts(Rendering rendering) {
    return rendering.gaps().stream()
        .filter(gap -> !gap.at().equals(PlanPath.of("terraform")))
        .map(gap -> gap.at() + ": " + gap.sentence())
        .toList();
  }
}
