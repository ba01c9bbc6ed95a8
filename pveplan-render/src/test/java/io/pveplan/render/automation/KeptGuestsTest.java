package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.containerTemplate;
import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.tib;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.render.Artifact;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A change of the plan, or an import, does not have Terraform destroy a guest. */
class KeptGuestsTest {

  private static ResolvedPlan plan(boolean shared, boolean other, String... packages) {
    return TerraformCases.plan((c, ground) -> {
      if (shared) {
        c.storage(nfs("snip", "10.0.0.6", "/export"), s -> s.content(ContentType.SNIPPETS));
      } else {
        c.storage(dir("local", "/var/lib/vz"), s -> s.content(ContentType.SNIPPETS));
      }
      c.vm(
          200,
          "web",
          v -> v.node(other ? ground.other() : ground.node())
              .disk(ground.nas(), gib(8))
              .cloudInit(s -> s.packages(packages)));
      c.terraform(t -> t.providers(BPG, TELMATE).importBlocks());
    });
  }

  private static String file(ResolvedPlan plan, String path) {
    return new TerraformRenderer()
        .render(plan).artifacts().stream()
            .filter(file -> file.path().equals("terraform/" + path))
            .map(Artifact::content)
            .findFirst()
            .orElseThrow();
  }

  private static String machine(ResolvedPlan plan) {
    String guests = file(plan, "bpg/guests/guests.tf");
    return guests.substring(guests.indexOf("resource \"proxmox_virtual_environment_vm\""));
  }

  private static String snippet(ResolvedPlan plan) {
    String guests = file(plan, "bpg/guests/guests.tf");
    return guests.substring(0, guests.indexOf("resource \"proxmox_virtual_environment_vm\""));
  }

  @Test
  void other_packages_change_the_file_and_not_the_machine() {
    ResolvedPlan before = plan(true, false, "nginx");
    ResolvedPlan after = plan(true, false, "nginx", "htop");

    assertThat(snippet(after)).isNotEqualTo(snippet(before));
    assertThat(machine(after)).isEqualTo(machine(before));
    assertThat(machine(before))
        .contains("    vendor_data_file_id = \"snip:snippets/200-web-vendor-data.yaml\"\n")
        .endsWith("""

              depends_on = [proxmox_virtual_environment_file.web]

              lifecycle {
                ignore_changes = [initialization[0].vendor_data_file_id]
              }
            }
            """);
  }

  @Test
  void another_node_leaves_the_file_on_a_shared_storage_alone() {
    assertThat(snippet(plan(true, true, "nginx"))).isEqualTo(snippet(plan(true, false, "nginx")));
    assertThat(machine(plan(false, true, "nginx")))
        .isEqualTo(machine(plan(false, false, "nginx")).replace("pve1", "pve2"));
  }

  @Test
  void telmate_leaves_the_names_of_documents_alone_that_are_there() {
    assertThat(file(plan(true, false, "nginx"), "telmate/guests.tf"))
        .contains("    ignore_changes = [cicustom]\n");
  }

  @Test
  void telmate_leaves_firmware_and_tpm_alone_that_are_there() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.vm(
          200,
          "win",
          v -> v.node(ground.node())
              .disk(ground.nas(), gib(8))
              .hardware(h -> h.efiDisk(ground.nas(), p -> {}).tpmState(ground.nas())));
      c.terraform(t -> t.providers(TELMATE));
    });

    assertThat(file(plan, "telmate/guests.tf"))
        .contains("    ignore_changes = [efidisk, tpm_state]\n");
  }

  private static ResolvedPlan keyboard(boolean imported, String layout) {
    return TerraformCases.plan((c, ground) -> {
      c.datacenter(d -> d.keyboard(layout));
      var template =
          c.template(900, "template", v -> v.node(ground.node()).disk(ground.nas(), gib(8)));
      var web = c.vm(200, "web", v -> v.node(ground.node()).disk(ground.nas(), gib(8)));
      var clone = c.vm(201, "clone", v -> v.node(ground.node()).cloneOf(template));
      c.terraform(t -> {
        t.providers(BPG).guests(web, clone);
        if (imported) {
          t.importBlocks();
        }
      });
    });
  }

  private static String keyboards(ResolvedPlan plan) {
    return file(plan, "bpg/guests/guests.tf")
        .lines()
        .filter(line -> line.contains("keyboard_layout"))
        .map(line -> line.strip().replaceAll(" +", " "))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_new_machine_has_the_keyboard_of_the_datacenter_and_one_that_is_there_keeps_its_own() {
    assertThat(keyboards(keyboard(false, "de"))).isEqualTo("keyboard_layout = \"de\"");
    assertThat(keyboards(keyboard(true, "de"))).isEqualTo("""
        keyboard_layout = "de"
        ignore_changes = [keyboard_layout]""");
    assertThat(keyboards(keyboard(true, "en-us"))).isEqualTo("keyboard_layout = \"en-us\"");
    assertThat(keyboards(plan(true, false, "nginx"))).isEmpty();
  }

  @Test
  void a_snippet_is_written_and_not_imported() {
    assertThat(file(plan(true, false, "nginx"), "bpg/guests/imports.tf")).isEqualTo("""
        # What is there already is taken over. Remove a block whose object is missing.
        import {
          to = proxmox_virtual_environment_vm.web
          id = "pve1/200"
        }
        """);
  }

  @Test
  void an_imported_guest_keeps_the_addresses_that_the_plan_does_not_name() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.vm(
          100,
          "web",
          v -> v.node(ground.node())
              .disk(ground.nas(), gib(8))
              .nic("vmbr0")
              .nic("vmbr0", b -> b.mac("02:00:00:00:00:01")));
      c.terraform(t -> t.providers(BPG, TELMATE).importBlocks());
    });

    assertThat(macs(file(plan, "bpg/guests/guests.tf"))).isEqualTo("02:00:00:00:00:01");
    assertThat(macs(file(plan, "telmate/guests.tf"))).isEqualTo("02:00:00:00:00:01");
  }

  private static String macs(String file) {
    return Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){5}")
        .matcher(file)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining(" "));
  }

  @Test
  void of_a_container_stays_what_would_have_it_made_anew() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var dns = c.container(
          300,
          "dns",
          containerTemplate(ground.nas(), "debian-13-standard_13.1-2_amd64.tar.zst"),
          ground.nas(),
          gib(4),
          t -> t.node(ground.node()).cores(1).mountPoint("/srv", ground.nas(), tib(1), p -> {}));
      c.terraform(t -> t.guests(dns));
    });

    assertThat(file(plan, "bpg/guests/guests.tf"))
        .contains("    size      = \"1T\"\n")
        .endsWith("""

          lifecycle {
            ignore_changes = [
              node_name,
              pool_id,
              operating_system,
              unprivileged,
              disk[0].datastore_id,
              disk[0].size,
              mount_point,
            ]
          }
        }
        """);
  }
}
