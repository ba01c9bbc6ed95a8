package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.WholeVm;
import io.pveplan.render.Artifact;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import io.pveplan.render.text.HclFile;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerraformRendererTest {

  private final TerraformRenderer renderer = new TerraformRenderer();

  static Set<String> cases() {
    return TerraformCases.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void modules_are_as_expected(String name) {
    Rendering rendering = renderer.render(TerraformCases.ALL.get(name));

    Golden.of("terraform/" + name)
        .matches(rendering.artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_parser_of_hashicorp_accepts_a_module(String name) {
    contents(name).forEach(RealPrograms::hclAsJson);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_layout_is_canonical(String name) {
    contents(name).forEach(RealPrograms::acceptHclLayout);
  }

  @Test
  void keeps_the_contract_of_renderers() {
    List<ResolvedPlan> plans = new ArrayList<>(TerraformCases.ALL.values());
    plans.add(ResolvedPlan.of(cluster("empty", c -> {})));
    plans.add(ResolvedPlan.of(cluster("without-guests", c -> c.terraform(t -> {}))));
    RendererContract.of(renderer).holdsFor(plans.toArray(new ResolvedPlan[0]));
  }

  @Test
  void a_plan_without_terraform_has_nothing_for_it() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) ->
        c.vm(100, "web", v -> v.node(ground.node()).disk(ground.nas(), gib(8))));

    assertThat(renderer.render(plan)).isEqualTo(Rendering.nothing());
  }

  @Test
  void a_module_is_applied_by_the_administrator_once_the_templates_are_there() {
    Artifact guests = artifact("article", "terraform/bpg/guests/guests.tf");

    assertThat(guests.target()).isEqualTo(Target.workstation());
    assertThat(guests.step()).contains(Step.GUESTS);
    assertThat(guests.covers()).containsExactly(PlanPath.of("guest", "210"));
    assertThat(guests.procedure().safeToRepeat()).isTrue();
    assertThat(guests.procedure().needs())
        .contains("Terraform >= 1.8.0 or OpenTofu as new; an API token in TF_VAR_api_token, and a"
            + " certificate of the API that Terraform trusts: docs/terraform.md of pveplan has the"
            + " commands for both; an SSH agent with a key for the nodes; the templates; that you use this module"
            + " or the other provider's, never both: they make the same guests");
    assertThat(guests.procedure().checkBefore()).contains("""
            terraform -chdir=terraform/bpg/guests init
            terraform -chdir=terraform/bpg/guests validate
            terraform -chdir=terraform/bpg/guests plan""");
    assertThat(guests.procedure().apply()).contains("terraform -chdir=terraform/bpg/guests apply");
    assertThat(guests.procedure().checkAfter())
        .contains("terraform -chdir=terraform/bpg/guests plan -detailed-exitcode");
    assertThat(guests.procedure().undo().map(Phrase::toString))
        .contains("terraform -chdir=terraform/bpg/guests destroy, which deletes the guests with"
            + " their disks");
  }

  @Test
  void telmate_needs_the_snippets_at_their_place() {
    assertThat(artifact("article", "terraform/telmate/guests.tf").procedure().needs())
        .contains("Terraform >= 1.8.0 or OpenTofu as new; an API token in TF_VAR_api_token_id and"
            + " TF_VAR_api_token_secret, and a certificate of the API that Terraform trusts:"
            + " docs/terraform.md of pveplan has the commands for both; the snippets vendor-data; the templates; that you use"
            + " this module or the other provider's, never both: they make the same guests");
  }

  @Test
  void many_clones_are_made_two_at_a_time() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var template =
          c.template(900, "template", v -> v.node(ground.node()).disk(ground.nas(), gib(8)));
      for (int vmid : new int[] {100, 101, 102}) {
        c.vm(vmid, "web" + vmid, v -> v.node(ground.node()).cloneOf(template));
      }
      c.terraform(t -> {});
    });

    assertThat(renderer.render(plan).artifacts().get(0).procedure().apply())
        .contains("terraform -chdir=terraform/bpg/guests apply -parallelism=2");
  }

  @Test
  void of_names_that_differ_in_case_only_the_first_stays_as_it_is() {
    List<Vm> vms = TerraformCases.plan((c, ground) -> {
          c.vm(100, "Web-01", v -> {});
          c.vm(101, "web-01", v -> {});
          c.vm(102, "web-01.x", v -> {});
          c.vm(103, "7.x", v -> {});
        })
        .vms();

    Labels labels = new Labels(vms);

    assertThat(vms.stream().map(labels::of))
        .containsExactly("Web-01", "web-01__101", "web-01_x", "_7_x");
  }

  @Test
  void telmate_has_disks_by_bus_and_number() {
    Vm.Builder vm = Vm.builder().vmid(Vmid.of(100)).name("web");
    List.of("virtio0", "scsi10", "sata1", "scsi2", "ide0")
        .forEach(slot -> vm.addDisk(GuestDisk.builder()
            .slot(slot)
            .storage("tank-vm")
            .size(slot.equals("ide0") ? tib(2) : mib(1536))
            .replicate(slot.startsWith("s"))
            .build()));
    var plan = ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {})));
    WholeVm whole = new WholeVm(vm.build(), List.of());
    PlannedVm guest = new PlannedVm(
        whole,
        Optional.empty(),
        "web",
        Collections.emptySortedSet(),
        new PlannedDrives(plan, whole));

    HclFile file = new HclFile();
    TelmateDisks.write(file, guest);
    assertThat(file.text()).isEqualTo("""
        disks {
          ide {
            ide0 {
              disk {
                storage   = "tank-vm"
                size      = "2T"
                replicate = false
              }
            }
          }

          sata {
            sata1 {
              disk {
                storage   = "tank-vm"
                size      = "1536M"
                replicate = true
              }
            }
          }

          scsi {
            scsi2 {
              disk {
                storage   = "tank-vm"
                size      = "1536M"
                replicate = true
              }
            }

            scsi10 {
              disk {
                storage   = "tank-vm"
                size      = "1536M"
                replicate = true
              }
            }
          }

          virtio {
            virtio0 {
              disk {
                storage   = "tank-vm"
                size      = "1536M"
                replicate = false
              }
            }
          }
        }
        """);
  }

  @Test
  void a_node_without_an_address_is_reached_by_its_name() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var node = c.node("pve1", n -> {});
      c.vm(100, "web", v -> v.node(node));
      c.terraform(t -> {});
    }));

    assertThat(renderer.render(plan).artifacts())
        .filteredOn(file -> file.path().endsWith("terraform.tfvars.example"))
        .singleElement()
        .extracting(Artifact::content)
        .asString()
        .contains("endpoint = \"https://pve1:8006/\"\n");
  }

  // What each module sets of the same variables can not stand in one text.
  private Collection<String> contents(String name) {
    return renderer.render(TerraformCases.ALL.get(name)).artifacts().stream()
        .collect(Collectors.groupingBy(
            it -> it.path().endsWith(".example") ? it.path() : "modules",
            Collectors.collectingAndThen(
                Collectors.mapping(Artifact::content, Collectors.toCollection(LinkedHashSet::new)),
                texts -> String.join("\n", texts))))
        .values();
  }

  private Artifact artifact(String name, String path) {
    return renderer.render(TerraformCases.ALL.get(name)).artifacts().stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow();
  }
}
