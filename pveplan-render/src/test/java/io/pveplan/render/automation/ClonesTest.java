package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.TerraformSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.VgaType;
import io.pveplan.render.Renderers;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a clone has of its template, whoever makes it. */
class ClonesTest {

  private static ResolvedPlan plan(
      Consumer<VmSpec> template, Consumer<VmSpec> clone, Consumer<TerraformSpec> terraform) {
    return TerraformCases.plan((c, ground) -> {
      GuestRef from = c.template(900, "base", v -> {
        v.node(ground.node()).disk(ground.nas(), gib(8)).nic("vmbr0");
        template.accept(v);
      });
      c.vm(100, "web", v -> {
        v.node(ground.node()).cloneOf(from);
        clone.accept(v);
      });
      c.terraform(terraform::accept);
    });
  }

  private static String file(ResolvedPlan plan, String path) {
    return Renderers.standard().render(plan).artifact(path).orElseThrow().content();
  }

  private static List<String> gaps(ResolvedPlan plan) {
    return Renderers.standard().render(plan).gaps().stream()
        .filter(gap -> gap.renderer().equals("terraform"))
        .filter(gap -> !gap.at().equals(PlanPath.of("terraform")))
        .map(gap -> gap.at() + ": " + gap.sentence())
        .toList();
  }

  /** A block of a resource without what stands around it. */
  private static List<String> blocks(String module, String name) {
    return Pattern.compile("(?m)^  " + name + " \\{\n(?:(?:    .*)?\n)*?  \\}\n")
        .matcher(module)
        .results()
        .map(it -> it.group())
        .toList();
  }

  @Test
  void a_clone_has_the_console_of_its_template() {
    ResolvedPlan plan = plan(
        v -> v.hardware(h -> h.serial0().vga(VgaType.SERIAL0)),
        v -> {},
        t -> t.providers(BPG, TELMATE));

    assertThat(blocks(file(plan, "terraform/bpg/guests/guests.tf"), "serial_device"))
        .containsExactly("""
          serial_device {
            device = "socket"
          }
        """);
    assertThat(blocks(file(plan, "terraform/telmate/guests.tf"), "serial")).containsExactly("""
          serial {
            id   = 0
            type = "socket"
          }
        """);
    ResolvedPlan scripted = plan(
        v -> v.hardware(h -> h.serial0().vga(VgaType.SERIAL0)), v -> {}, t -> t.withoutGuests());
    assertThat(file(scripted, "nodes/pve1/23-guests.sh").lines().map(String::strip))
        .contains("--vga serial0 \\", "--serial0 socket \\");
  }

  @Test
  void what_only_the_template_is_to_have_a_script_takes_away_and_bpg_does_not() {
    Consumer<VmSpec> template = v -> v.cpuLimit(1.5)
        .cpuUnits(50)
        .description("made by hand")
        .tags("golden")
        .onBoot()
        .startup(s -> s.order(1))
        .protection()
        .nic("vmbr0")
        .cloudInit(s -> s.user("ops").dhcp(0).searchDomain("example.net"));
    Consumer<VmSpec> clone = v -> v.nic("vmbr0").cloudInit(s -> s.dhcp(0));
    ResolvedPlan plan = plan(template, clone, t -> {});

    assertThat(gaps(plan))
        .containsExactly("guest/100: Not in terraform/bpg/guests: the provider leaves a clone what"
            + " template 900 has of cpulimit, cpuunits, description, tags, startup, protection,"
            + " ciuser, searchdomain: name it for the clone, or take it from the template.");
    assertThat(file(plan, "nodes/pve1/23-guests.sh"))
        .contains("  qm set 100 \\\n    --delete cpulimit,cpuunits,description,tags,onboot,startup,"
            + "protection,net1,ciuser,searchdomain\n");
    assertThat(gaps(plan(template, clone, t -> t.providers(TELMATE)))).isEmpty();
    assertThat(gaps(plan(template, clone.andThen(v -> v.description("web")), t -> {})))
        .containsExactly("guest/100: Not in terraform/bpg/guests: the provider leaves a clone what"
            + " template 900 has of cpulimit, cpuunits, tags, startup, protection,"
            + " ciuser, searchdomain: name it for the clone, or take it from the template.");
  }

  @Test
  void a_clone_that_names_all_its_template_has_is_in_the_module() {
    Consumer<VmSpec> same = v -> v.cpuLimit(1.5)
        .description("made by hand")
        .tags("golden")
        .startup(s -> s.order(1))
        .cloudInit(s -> s.user("ops").dhcp(0).searchDomain("example.net"));

    assertThat(gaps(plan(same, same, t -> {}))).isEmpty();
    assertThat(gaps(plan(v -> v.cloudInit(s -> s.user("ops").dhcp(0)), v -> {}, t -> {})))
        .isEmpty();
  }

  @Test
  void a_clone_is_to_keep_vendor_data_of_its_template_and_no_other_documents() {
    StorageRef snippets = StorageRef.named("nas");

    assertThat(gaps(plan(
            v -> v.cloudInit(s -> s.vendorData(snippets, "vendor.yaml")),
            v -> v.cloudInit(s -> {}),
            t -> {})))
        .isEmpty();
    assertThat(gaps(plan(
            v -> v.cloudInit(
                s -> s.userData(snippets, "user.yaml").vendorData(snippets, "vendor.yaml")),
            v -> v.cloudInit(s -> {}),
            t -> {})))
        .containsExactly(
            "guest/100: Not in terraform/bpg/guests: the provider leaves a clone what"
                + " template 900 has of cicustom: name it for the clone, or take it from the template.");
  }

  @Test
  void bpg_leaves_a_clone_what_its_template_has_where_the_plan_says_the_default_of_the_provider() {
    assertThat(gaps(plan(
            v -> v.hardware(h -> h.bios(Bios.OVMF)),
            v -> v.hardware(h -> h.bios(Bios.SEABIOS).scsihw(ScsiController.VIRTIO_SCSI_PCI)),
            t -> {})))
        .containsExactly(
            "guest/100: Not in terraform/bpg/guests: the provider does not give a clone seabios, and"
                + " template 900 has ovmf.",
            "guest/100: Not in terraform/bpg/guests: the provider gives a clone no other SCSI"
                + " controller where it is to be virtio-scsi-pci: name it for template 900.");
    assertThat(gaps(plan(
            v -> v.hardware(h -> h.bios(Bios.SEABIOS).scsihw(ScsiController.VIRTIO_SCSI_PCI)),
            v -> v.hardware(h -> h.bios(Bios.SEABIOS).scsihw(ScsiController.VIRTIO_SCSI_PCI)),
            t -> {})))
        .isEmpty();
  }

  @Test
  void a_boot_order_of_its_own_came_with_0_111_1() {
    Consumer<VmSpec> template = v -> v.boot("scsi0");

    assertThat(gaps(plan(template, v -> v.boot("net0"), t -> t.bpgVersion("0.111.0"))))
        .containsExactly("guest/100: Not in terraform/bpg/guests: the provider knows the boot order"
            + " of a clone from version 0.111.1 on, and the plan names 0.111.0.");
    assertThat(gaps(plan(template, v -> v.boot("net0"), t -> t.bpgVersion("0.111.1"))))
        .isEmpty();
    assertThat(gaps(plan(template, v -> v.boot("scsi0"), t -> t.bpgVersion("0.99.0"))))
        .isEmpty();
    assertThat(gaps(plan(template, v -> {}, t -> t.bpgVersion("0.99.0")))).isEmpty();
  }

  @Test
  void bpg_boots_no_clone_from_a_disk_that_it_makes_later() {
    StorageRef nas = StorageRef.named("nas");
    Consumer<VmSpec> two = v -> v.disk(nas, gib(8)).disk(nas, gib(1));

    assertThat(gaps(plan(v -> {}, two.andThen(v -> v.boot("scsi1", "scsi0")), t -> {})))
        .containsExactly("guest/100/scsi1: Not in terraform/bpg/guests: the provider sets the boot"
            + " order of a clone before it makes the disk at scsi1, which its template has not.");
    assertThat(gaps(plan(v -> {}, two.andThen(v -> v.boot("scsi0")), t -> {}))).isEmpty();
  }

  @Test
  void an_import_of_a_clone_keeps_the_cloud_init_settings_of_its_template() {
    Consumer<VmSpec> template = v -> v.cloudInit(s -> s.user("ops"));

    assertThat(lifecycle(plan(template, v -> {}, t -> t.importBlocks())))
        .isEqualTo("[initialization, clone]");
    assertThat(lifecycle(plan(template, v -> {}, t -> {}))).isEqualTo("[clone]");
    assertThat(lifecycle(plan(v -> {}, v -> {}, t -> t.importBlocks()))).isEqualTo("[clone]");
    assertThat(
            lifecycle(plan(template, v -> v.cloudInit(s -> s.user("ops")), t -> t.importBlocks())))
        .isEqualTo("[clone]");
  }

  @Test
  void an_import_restarts_nothing_before_0_108_either() {
    assertThat(
            lifecycle(plan(v -> {}, v -> v.agent(), t -> t.bpgVersion("0.107.0").importBlocks())))
        .isEqualTo("[keyboard_layout, agent[0].type, clone]");
    assertThat(lifecycle(plan(v -> {}, v -> {}, t -> t.bpgVersion("0.107.0").importBlocks())))
        .isEqualTo("[keyboard_layout, clone]");
    assertThat(lifecycle(plan(v -> {}, v -> v.agent(), t -> t.bpgVersion("0.107.0"))))
        .isEqualTo("[clone]");
    assertThat(
            lifecycle(plan(v -> {}, v -> v.agent(), t -> t.bpgVersion("0.108.0").importBlocks())))
        .isEqualTo("[clone]");
  }

  private static String lifecycle(ResolvedPlan plan) {
    String module = file(plan, "terraform/bpg/guests/guests.tf");
    String list = module.substring(module.indexOf("ignore_changes = ") + 17);
    return list.substring(0, list.indexOf('\n'));
  }

  @Test
  void drives_come_from_the_template_of_a_template_too() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var first = c.template(
          900,
          "first",
          v -> v.node(ground.node())
              .disk(ground.nas(), gib(8), p -> p.importFrom(ground.nas(), "debian-13.qcow2"))
              .iso(ground.nas(), "drivers.iso"));
      var second = c.template(901, "second", v -> v.node(ground.node()).cloneOf(first));
      c.vm(100, "web", v -> v.node(ground.node()).cloneOf(second));
      c.terraform(t -> t.providers(BPG, TELMATE));
    });

    assertThat(blocks(file(plan, "terraform/telmate/guests.tf"), "disks")).containsExactly("""
          disks {
            ide {
              ide0 {
                cdrom {
                  iso = "nas:iso/drivers.iso"
                }
              }
            }

            scsi {
              scsi0 {
                disk {
                  storage   = "nas"
                  size      = "8G"
                  format    = "qcow2"
                  replicate = true
                }
              }
            }
          }
        """);
    assertThat(file(plan, "terraform/bpg/guests/guests.tf"))
        .contains("file_id   = \"nas:iso/drivers.iso\"", "interface    = \"scsi0\"");
  }
}
