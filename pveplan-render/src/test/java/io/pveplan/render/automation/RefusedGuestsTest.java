package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformPart.HA;
import static io.pveplan.model.automation.TerraformPart.REPLICATION;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.render.Bundle;
import io.pveplan.render.Renderers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who makes a guest that Terraform is to make and a provider can not express. */
class RefusedGuestsTest {

  /** Each file that makes guests or does something with them, as {@code path: guest ..}. */
  private static List<String> makers(ResolvedPlan plan) {
    return Renderers.standard().render(plan).artifacts().stream()
        .filter(file -> !file.preview())
        .flatMap(file -> {
          List<String> guests = file.covers().stream()
              .map(Object::toString)
              .filter(it -> it.matches("guest/[0-9]+|ha/resource/.*|replication/.*"))
              .toList();
          return guests.isEmpty()
              ? Stream.<String>empty()
              : Stream.of(file.path() + ": " + String.join(" ", guests));
        })
        .toList();
  }

  private static List<String> gaps(ResolvedPlan plan) {
    return Renderers.standard().render(plan).gaps().stream()
        .filter(gap -> gap.renderer().equals("terraform") || gap.renderer().equals("guests"))
        .filter(gap -> !gap.at().equals(PlanPath.of("terraform")))
        .map(gap -> gap.step().number() + " " + gap.at() + ": " + gap.sentence())
        .toList();
  }

  private static GuestRef template(
      ClusterSpec c, TerraformCases.Ground ground, int vmid, String name) {
    return c.template(
        vmid,
        name,
        v -> v.node(ground.node())
            .disk(ground.nas(), gib(8), p -> p.importFrom(ground.nas(), "debian-13.qcow2")));
  }

  @Test
  void a_script_makes_it_before_terraform_puts_it_under_ha() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var whole = c.vm(
          100, "whole", v -> v.node(ground.node()).disk(ground.local(), gib(8)).nic("vmbr0"));
      var odd = c.vm(
          101, "odd", v -> v.node(ground.node()).disk(ground.local(), mib(1536)).nic("vmbr0"));
      c.replicate(odd, ground.other(), s -> {});
      c.ha(h -> h.resources(whole, odd));
      c.terraform(t -> t.manages(HA, REPLICATION));
    });

    assertThat(makers(plan))
        .containsExactly(
            "nodes/pve1/23-guests.sh: guest/101",
            "terraform/bpg/guests/guests.tf: guest/100",
            "terraform/bpg/protection/ha.tf: ha/resource/100 ha/resource/101",
            "terraform/bpg/protection/replication.tf: replication/101-0");
    assertThat(gaps(plan))
        .containsExactly(
            "23 guest/101/scsi0: Not in terraform/bpg/guests: the provider counts whole GiB, the disk"
                + " has 1536MiB.");
    Bundle bundle = Renderers.standard().render(plan);
    assertThat(bundle.toMap().get("RUNBOOK.md"))
        .contains(
            "- `guest/101/scsi0` (terraform): Not in terraform/bpg/guests: the provider counts"
                + " whole GiB, the disk has 1536MiB. Another file of this step covers it.");
    assertThat(
            bundle.artifact("nodes/pve1/23-guests.sh").orElseThrow().procedure().needs())
        .contains("the script is copied to pve1, which has the storages and bridges of 101 odd;"
            + " Terraform makes none of these");
  }

  @Test
  void where_no_module_is_left_the_runbook_names_no_terraform_but_its_state() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.vm(
          101, "odd", v -> v.node(ground.node()).disk(ground.local(), mib(1536)).nic("vmbr0"));
      c.terraform(t -> {});
    });
    String runbook = Renderers.standard().render(plan).toMap().get("RUNBOOK.md");

    assertThat(runbook).contains("""
        ## Step 23: Create the guests

        Runs on: each node.
        """).contains("""
        Left out by the renderer named, which can not express it:

        - `guest/101/scsi0` (terraform): Not in terraform/bpg/guests: the provider counts whole GiB, \
        the disk has 1536MiB. Another file of this step covers it.
        - `terraform` (terraform): A guest that is in the state of a module and not in its files is \
        destroyed by the next apply. Where a module was applied with one that is left out of it now, \
        first run terraform state rm with the address that terraform state list shows; the script \
        leaves a guest that is there as it is.
        """);
  }

  @Test
  void where_terraform_makes_all_its_guests_the_runbook_names_no_state() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.vm(101, "whole", v -> v.node(ground.node()).disk(ground.local(), gib(8)).nic("vmbr0"));
      c.terraform(t -> {});
    });

    assertThat(Renderers.standard().render(plan).toMap().get("RUNBOOK.md"))
        .contains("Runs on: each node; Terraform on the workstation.")
        .doesNotContain("terraform state rm");
  }

  @Test
  void a_clone_of_terraform_finds_the_template_of_a_script() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var template = template(c, ground, 9000, "template");
      var clone = c.vm(100, "clone", v -> v.node(ground.node()).cloneOf(template));
      c.terraform(t -> t.providers(TELMATE).guests(template, clone));
    });

    assertThat(makers(plan))
        .containsExactly(
            "nodes/pve1/22-templates.sh: guest/9000", "terraform/telmate/guests.tf: guest/100");
    assertThat(gaps(plan))
        .containsExactly(
            "22 guest/9000: Not in terraform/telmate: the provider makes no templates.",
            "22 guest/9000/scsi0: Not in terraform/telmate: the provider makes no disk from an"
                + " image.");
  }

  @Test
  void a_template_of_a_script_is_cloned_from_one_of_a_script() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var first = template(c, ground, 900, "first");
      var second = c.template(
          901, "second", v -> v.node(ground.node()).cloneOf(first).disk(ground.nas(), mib(9000)));
      var clone =
          c.vm(100, "clone", v -> v.node(ground.node()).cloneOf(first).disk(ground.nas(), gib(8)));
      c.terraform(t -> t.guests(first, second, clone));
    });

    assertThat(makers(plan))
        .containsExactly(
            "nodes/pve1/22-templates.sh: guest/900 guest/901",
            "terraform/bpg/guests/guests.tf: guest/100");
    assertThat(gaps(plan))
        .containsExactly(
            "22 guest/900: Not in terraform/bpg/guests: a script makes template 901, which is cloned"
                + " from it, before Terraform is applied.",
            "22 guest/901/scsi0: Not in terraform/bpg/guests: the provider counts whole GiB, the disk"
                + " has 9000MiB.");
  }

  @Test
  void a_clone_of_a_script_waits_for_the_template_of_terraform() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var template = template(c, ground, 900, "template");
      var odd = c.vm(
          101, "odd", v -> v.node(ground.node()).cloneOf(template).disk(ground.nas(), mib(9000)));
      c.terraform(t -> t.guests(template, odd));
    });

    assertThat(makers(plan))
        .containsExactly(
            "nodes/pve1/23-guests.sh: guest/101", "terraform/bpg/guests/guests.tf: guest/900");
    assertThat(Renderers.standard()
            .render(plan)
            .artifact("nodes/pve1/23-guests.sh")
            .orElseThrow()
            .procedure()
            .needs())
        .contains("the script is copied to pve1, which has the storages and bridges of 101 odd;"
            + " made by Terraform before: template 900 template; Terraform makes none of"
            + " these");
  }

  @Test
  void a_template_that_only_a_script_is_to_clone_is_made_by_a_script() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var first = template(c, ground, 900, "first");
      c.template(901, "second", v -> v.node(ground.node()).cloneOf(first));
      c.terraform(t -> t.guests(first));
    });

    assertThat(makers(plan)).containsExactly("nodes/pve1/22-templates.sh: guest/900 guest/901");
  }

  @Test
  void what_one_of_two_modules_can_not_have_is_in_neither() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      var web = c.vm(100, "web", v -> v.node(ground.node()).disk(ground.nas(), gib(8)));
      var wide =
          c.vm(101, "wide", v -> v.node(ground.node()).sockets(5).disk(ground.nas(), gib(8)));
      var box = c.container(
          300,
          "box",
          containerTemplate(ground.nas(), "debian-13.tar.zst"),
          ground.nas(),
          gib(8),
          t -> t.node(ground.node()).cores(1));
      c.terraform(t -> t.providers(BPG, TELMATE).guests(web, wide, box));
    });

    assertThat(makers(plan))
        .containsExactly(
            "nodes/pve1/23-guests.sh: guest/101 guest/300",
            "terraform/bpg/guests/guests.tf: guest/100",
            "terraform/telmate/guests.tf: guest/100");
    assertThat(gaps(plan))
        .containsExactly(
            "23 guest/101: Not in terraform/bpg/guests: it can not be in terraform/telmate, and both"
                + " modules make the same guests.",
            "23 guest/101: Not in terraform/telmate: the provider takes at most 4 sockets, the guest"
                + " has 5.",
            "23 guest/300: Not in terraform/bpg/guests: it can not be in terraform/telmate, and both"
                + " modules make the same guests.",
            "23 guest/300: Not in terraform/telmate: pveplan writes no containers for this provider.");
  }

  @Test
  void a_script_gives_it_the_documents_that_settings_can_not_say() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.storage(nfs("snip", "10.0.0.6", "/export"), s -> s.content(ContentType.SNIPPETS));
      c.vm(
          100,
          "web",
          v -> v.node(ground.node())
              .disk(ground.nas(), gib(8))
              .nic("vmbr0")
              .cloudInit(s -> s.user("ops").account("deploy", u -> {}).packages("nginx")));
      c.terraform(t -> {});
    });
    Bundle bundle = Renderers.standard().render(plan);

    assertThat(makers(plan)).containsExactly("nodes/pve1/23-guests.sh: guest/100");
    assertThat(bundle.artifact("nodes/pve1/23-guests.sh").orElseThrow().content())
        .contains("--cicustom user=snip:snippets/100-web-user-data.yaml,"
            + "network=snip:snippets/100-web-network-config.yaml,"
            + "meta=snip:snippets/100-web-meta-data.yaml");
    assertThat(bundle.artifact("cloud-init/100-web/user-data").orElseThrow().content())
        .contains("- name: deploy", "- nginx");
  }

  @Test
  void what_has_nowhere_to_keep_its_packages_is_left_to_a_script() {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.storage(
          dir("here", "/srv/here"), s -> s.content(ContentType.SNIPPETS).nodes(ground.node()));
      var template = c.template(
          900,
          "template",
          v -> v.node(ground.node())
              .disk(ground.nas(), gib(8), p -> p.importFrom(ground.nas(), "debian-13.qcow2"))
              .cloudInit(s -> s.packages("nginx")));
      c.vm(100, "near", v -> v.node(ground.node()).cloneOf(template));
      c.vm(
          101,
          "far",
          v -> v.node(ground.other()).cloneOf(template).cloudInit(s -> s.packages("nginx")));
      c.terraform(t -> {});
    });

    assertThat(makers(plan))
        .containsExactly(
            "nodes/pve1/22-templates.sh: guest/900",
            "nodes/pve1/23-guests.sh: guest/101",
            "terraform/bpg/guests/guests.tf: guest/100");
  }
}
