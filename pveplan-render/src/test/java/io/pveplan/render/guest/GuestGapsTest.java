package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.EfiType;
import io.pveplan.model.guest.TpmVersion;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.render.Gap;
import io.pveplan.render.Rendering;
import io.pveplan.render.guest.GuestCases.Ground;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What no script makes is said, with the reason. */
class GuestGapsTest {

  @Test
  void a_guest_without_a_node() {
    assertGap(
        (c, ground) -> c.vm(200, "web", v -> v.disk(ground.tank(), gib(1))),
        "guest/200: Not made by a script: the plan does not say which node it starts its life on.");
  }

  @Test
  void a_template_that_no_image_fills_is_still_asked_for_by_its_clones() {
    ResolvedPlan plan = GuestCases.plan((c, ground) -> {
      var template = c.template(900, "tpl", v -> v.node(ground.pve1()).disk(ground.tank(), gib(1)));
      c.vm(200, "web", v -> v.node(ground.pve1()).cloneOf(template));
    });

    Rendering rendering = new GuestsRenderer().render(plan);

    assertThat(rendering.gaps())
        .extracting(GuestGapsTest::text)
        .containsExactly("guest/900: Not made by a script: no image fills its disks, so somebody"
            + " installs it and runs qm template 900.");
    assertThat(rendering.artifacts()).hasSize(1);
    assertThat(rendering.artifacts().get(0).content())
        .contains("\ncloneable 200 900 tpl >/dev/null 2>&1 ||\n"
            + "  fail 'Template 900 tpl is not on this node.'\n");
  }

  @Test
  void cloud_init_without_a_storage() {
    assertGap(
        (c, ground) -> c.vm(200, "web", v -> v.node(ground.pve1()).cloudInit(s -> {})),
        "guest/200: Not made by a script: no storage for the cloud-init drive: the plan names none"
            + " and no disk.");
  }

  @Test
  void no_ide_slot_for_an_image() {
    assertGap(
        (c, ground) -> c.vm(
            200,
            "web",
            v -> v.node(ground.pve1())
                .disk("ide0", ground.tank(), gib(1))
                .disk("ide1", ground.tank(), gib(1))
                .disk("ide2", ground.tank(), gib(1))
                .disk("ide3", ground.tank(), gib(1))
                .iso(ground.nas(), "a.iso")),
        "guest/200: Not made by a script: its disks leave no IDE slot to the cloud-init drive or the"
            + " ISO image.");
  }

  @Test
  void a_clone_with_a_smaller_disk_than_its_template() {
    assertCloneGap(
        true,
        (ground, v) -> v.node(ground.pve1()).disk(ground.tank(), gib(2)),
        "Proxmox VE shrinks no disk, and scsi0 is smaller than that of its template");
  }

  @Test
  void a_linked_clone_away_from_the_disks_of_its_template() {
    assertCloneGap(
        false,
        (ground, v) -> v.node(ground.pve1()).disk(ground.fast(), gib(4)),
        "a linked clone has its disks where its template has them, and scsi0 is on tank");
  }

  @Test
  void a_linked_clone_of_disks_that_can_not_link() {
    assertGap(
        (c, ground) -> {
          var thick = c.storage(lvm("thick", "vg0"), s -> {});
          var template = c.template(
              900,
              "tpl",
              v -> v.node(ground.pve1())
                  .hardware(h -> h.efiDisk(thick))
                  .disk(ground.tank(), gib(4), p -> p.importFrom(ground.nas(), "a.qcow2")));
          c.vm(200, "web", v -> v.node(ground.pve1()).linkedCloneOf(template));
          c.vm(201, "full", v -> v.node(ground.pve1()).cloneOf(template));
        },
        "guest/200: Not made by a script: a linked clone goes on using the disks of its template,"
            + " and thick, which efidisk0 is on, can not link: make it a full one.");
  }

  // qemu-server, src/PVE/API2/Qemu.pm clone_vm.
  @Test
  void a_linked_clone_gets_the_state_of_its_tpm_as_a_copy_wherever_it_is_to_be() {
    ResolvedPlan plan = GuestCases.plan((c, ground) -> {
      var thick = c.storage(lvm("thick", "vg0"), s -> {});
      var template = c.template(
          900,
          "tpl",
          v -> v.node(ground.pve1())
              .hardware(h -> h.tpmState(thick))
              .disk(ground.nas(), gib(4), p -> p.importFrom(ground.nas(), "a.qcow2")));
      c.vm(200, "same", v -> v.node(ground.pve1()).linkedCloneOf(template));
      c.vm(
          201,
          "other",
          v -> v.node(ground.pve1())
              .linkedCloneOf(template)
              .hardware(h -> h.tpmState(ground.tank())));
      c.vm(202, "away", v -> v.node(ground.pve2()).linkedCloneOf(template));
    });

    Rendering rendering = new GuestsRenderer().render(plan);

    assertThat(rendering.gaps()).isEmpty();
    assertThat(rendering.artifacts().get(1).content().lines())
        .filteredOn(line -> line.matches(" +qm (clone|disk|migrate) .*"))
        .containsExactly(
            "  qm clone 900 200 --name unfinished-200 --full 0",
            "  qm clone 900 201 --name unfinished-201 --full 0",
            "  qm disk move 201 tpmstate0 tank --delete 1",
            "  qm clone 900 202 --name unfinished-202 --full 0",
            "  qm migrate 202 pve2");
  }

  @Test
  void a_linked_clone_away_from_the_node_of_its_template() {
    assertCloneGap(
        false,
        (ground, v) -> v.node(ground.pve2()),
        "a linked clone stays on pve1 with scsi0 on storage tank, which is not shared: make it a"
            + " full one");
  }

  @Test
  void a_clone_whose_storage_the_node_of_the_template_lacks() {
    assertGap(
        (c, ground) -> {
          var other = c.storage(lvmThin("other", "pve", "other"), s -> s.nodes(ground.pve2()));
          var template = template(c, ground);
          c.vm(200, "web", v -> v.node(ground.pve2()).cloneOf(template).disk(other, gib(4)));
        },
        "guest/200: Not made by a script: it is cloned on pve1, which does not have storage other.");
  }

  @Test
  void a_clone_whose_further_disk_comes_from_where_its_template_is_not() {
    assertGap(
        (c, ground) -> {
          var other = c.storage(
              dir("other", "/srv/other"), s -> s.content(ContentType.IMPORT).nodes(ground.pve2()));
          var template = template(c, ground);
          c.vm(
              200,
              "web",
              v -> v.node(ground.pve2())
                  .cloneOf(template)
                  .disk(ground.tank(), gib(4))
                  .disk(ground.tank(), gib(4), p -> p.importFrom(other, "b.qcow2")));
        },
        "guest/200: Not made by a script: it is cloned on pve1, which does not have storage other.");
  }

  @Test
  void a_clone_whose_own_node_lacks_its_storage() {
    assertGap(
        (c, ground) -> {
          var template = template(c, ground);
          c.vm(
              200, "web", v -> v.node(ground.pve2()).cloneOf(template).disk(ground.fast(), gib(4)));
        },
        "guest/200: Not made by a script: it moves to pve2, which does not have storage fast.");
  }

  @Test
  void a_clone_with_an_image_of_one_node_that_moves() {
    assertGap(
        (c, ground) -> {
          var iso = c.storage(dir("iso", "/srv/iso"), s -> s.content(ContentType.ISO));
          var template = template(c, ground);
          c.vm(200, "web", v -> v.node(ground.pve2()).cloneOf(template).iso(iso, "a.iso"));
        },
        "guest/200: Not made by a script: it is cloned on pve1 and can not move to pve2 with iso on"
            + " storage iso.");
  }

  @Test
  void a_clone_with_a_cloud_init_drive_that_does_not_move() {
    assertGap(
        (c, ground) -> {
          var butter = c.storage(btrfs("butter", "/srv/butter"), s -> {});
          var image = c.template(
              900,
              "tpl",
              v -> v.node(ground.pve1())
                  .disk(ground.nas(), gib(4), p -> p.importFrom(ground.nas(), "a.qcow2")));
          c.vm(
              200,
              "web",
              v -> v.node(ground.pve2()).cloneOf(image).cloudInit(s -> s.storage(butter)));
        },
        "guest/200: Not made by a script: Proxmox VE does not move cloudinit in qcow2 on storage"
            + " butter to another node.");
  }

  @Test
  void a_clone_on_a_chain_of_volumes_that_does_not_move() {
    assertGap(
        (c, ground) -> {
          var chain = c.storage(lvm("chain", "vg0"), s -> s.snapshotsAsVolumeChain());
          var image = c.template(
              900,
              "tpl",
              v -> v.node(ground.pve1())
                  .disk(ground.nas(), gib(4), p -> p.importFrom(ground.nas(), "a.qcow2"))
                  .disk(ground.nas(), gib(4)));
          c.vm(
              200,
              "web",
              v -> v.node(ground.pve2()).cloneOf(image).disk(chain, gib(4)).disk(chain, gib(4)));
        },
        "guest/200: Not made by a script: Proxmox VE does not move scsi0 in qcow2 on storage chain"
            + " to another node.");
  }

  @Test
  void a_clone_with_a_device_of_another_node() {
    assertCloneGap(
        true,
        (ground, v) -> v.node(ground.pve2()).hardware(h -> h.hostPci("0000:01:00.0")),
        "it is cloned on pve1, and one with a device of pve2 that is not mapped does not move there");
  }

  @Test
  void a_clone_with_disks_of_two_formats() {
    assertGap(
        (c, ground) -> {
          var template = c.template(
              900,
              "tpl",
              v -> v.node(ground.pve1())
                  .disk(ground.nas(), gib(4), p -> p.importFrom(ground.nas(), "a.qcow2"))
                  .disk(ground.nas(), gib(4)));
          c.vm(
              200,
              "web",
              v -> v.node(ground.pve1())
                  .cloneOf(template)
                  .disk(ground.nas(), gib(4), p -> p.format(DiskFormat.RAW))
                  .disk(ground.nas(), gib(4), p -> p.format(DiskFormat.QCOW2)));
        },
        "guest/200: Not made by a script: a clone gives all its disks one format, and a linked one"
            + " that of its template.");
  }

  @Test
  void a_clone_with_another_firmware_disk_than_its_template() {
    assertGap(
        (c, ground) -> {
          var template = c.template(
              900,
              "tpl",
              v -> v.node(ground.pve1())
                  .hardware(h -> h.efiDisk(ground.tank()).tpmState(ground.tank()))
                  .disk(ground.tank(), gib(4), p -> p.importFrom(ground.nas(), "a.qcow2")));
          c.vm(
              200,
              "web",
              v -> v.node(ground.pve1())
                  .cloneOf(template)
                  .hardware(h -> h.efiDisk(ground.tank(), p -> p.efitype(EfiType.SMALL))
                      .tpmState(ground.tank(), TpmVersion.V2_0)));
        },
        "guest/200: Not made by a script: a clone keeps what efidisk0 of its template is made as.");
  }

  @Test
  void a_copy_that_would_be_made_from_an_image() {
    assertCloneGap(
        true,
        (ground, v) -> v.node(ground.pve1())
            .disk(ground.tank(), gib(4), p -> p.importFrom(ground.nas(), "b.qcow2")),
        "the disk at scsi0 would be both a copy of that of its template and made from an image");
  }

  @Test
  void a_disk_where_the_template_has_its_cloud_init_drive() {
    assertCloneGap(
        true,
        (ground, v) -> v.node(ground.pve1()).disk("ide2", ground.tank(), gib(4)),
        "its template has another kind of drive at ide2");
  }

  @Test
  void a_template_of_one_that_a_later_script_makes() {
    ResolvedPlan plan = GuestCases.plan((c, ground) -> {
      var first = template(c, ground);
      var second = c.template(901, "second", v -> v.node(ground.pve2()).cloneOf(first));
      var third = c.template(902, "third", v -> v.node(ground.pve1()).cloneOf(second));
      var fourth = c.template(903, "fourth", v -> v.node(ground.pve1()).cloneOf(third));
      c.template(904, "fifth", v -> v.node(ground.pve1()).cloneOf(fourth));
      c.vm(200, "web", v -> v.node(ground.pve1()).cloneOf(third));
    });

    assertThat(new GuestsRenderer().render(plan).gaps())
        .extracting(GuestGapsTest::text)
        .containsExactly(
            "guest/903: Not made by a script: template 902, which it needs, is made by the script"
                + " of pve2, and that runs after the one of pve1.",
            "guest/904: Not made by a script: template 902, which it needs, is made by the script"
                + " of pve2, and that runs after the one of pve1.");
  }

  @Test
  void templates_that_are_clones_of_each_other() {
    assertGap(
        (c, ground) -> c.template(900, "tpl", v -> v.node(ground.pve1()).cloneOf(GuestRef.of(900))),
        "guest/900: Not made by a script: what it is cloned from is cloned from itself in the end.");
  }

  private static void assertCloneGap(boolean full, BiConsumer<Ground, VmSpec> vm, String reason) {
    assertGap(
        (c, ground) -> {
          var template = template(c, ground);
          Consumer<VmSpec> clone = full ? v -> v.cloneOf(template) : v -> v.linkedCloneOf(template);
          c.vm(200, "web", v -> {
            clone.accept(v);
            vm.accept(ground, v);
          });
        },
        "guest/200: Not made by a script: " + reason + ".");
  }

  private static GuestRef template(ClusterSpec c, Ground ground) {
    return c.template(
        900,
        "tpl",
        v -> v.node(ground.pve1())
            .disk(ground.tank(), gib(4), p -> p.importFrom(ground.nas(), "a.qcow2"))
            .cloudInit(s -> {}));
  }

  private static void assertGap(BiConsumer<ClusterSpec, Ground> guests, String gap) {
    assertThat(new GuestsRenderer().render(GuestCases.plan(guests)).gaps())
        .extracting(GuestGapsTest::text)
        .containsExactly(gap);
  }

  private static String text(Gap gap) {
    return gap.at() + ": " + gap.sentence();
  }
}
