package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuestsRendererTest {

  private final GuestsRenderer renderer = new GuestsRenderer();

  static Set<String> cases() {
    return GuestCases.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scripts_are_as_expected(String name) {
    Rendering rendering = renderer.render(GuestCases.ALL.get(name));

    assertThat(rendering.gaps()).isEmpty();
    Golden.of("guests/" + name)
        .matches(rendering.artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bash_and_shellcheck_accept_them(String name) {
    renderer
        .render(GuestCases.ALL.get(name))
        .artifacts()
        .forEach(file -> RealPrograms.acceptShell(file.content()));
  }

  @Test
  void the_runbook_says_who_makes_what_and_how_to_see_it() {
    Artifact script =
        renderer.render(GuestCases.ALL.get("with-terraform")).artifacts().get(0);

    assertThat(script.covers()).containsExactly(PlanPath.of("guest", "231"));
    assertThat(script.procedure())
        .isEqualTo(Procedure.repeatable()
            .needs("the script is copied to pve1, which has the storages and bridges of"
                + " 231 scripted; Terraform makes none of these")
            .checkBefore("pvesh get /cluster/resources --type vm\n# shows who has which VMID now")
            .checkAfter("pvesh get /cluster/resources --type vm\n# shows 231 scripted")
            .undo(
                "qm destroy for what the script made, stopped, on the node that has it: all that is"
                    + " on its disks is gone. A guest called unfinished- and its VMID is half made; run"
                    + " the script again, or destroy it"));
  }

  @Test
  void a_script_needs_what_its_guests_are_made_of() {
    Artifact script =
        renderer.render(GuestCases.ALL.get("all-settings")).artifacts().get(1);

    assertThat(script.procedure().needs())
        .contains("the script is copied to pve2, which has the storages and bridges of 201 blank,"
            + " 300 dns01, 301 plain; in place: nas:vztmpl/debian-13.tar.zst; on pve2:"
            + " /dev/dri/renderD128, /dev/ttyUSB0, /tank/files");
    assertThat(script.procedure().apply()).isEmpty();
  }

  @Test
  void a_pool_that_terraform_makes_is_left_to_it() {
    ResolvedPlan plan = GuestCases.plan((c, ground) -> {
      c.vm(
          200,
          "web01",
          v -> v.node(ground.pve1()).pool("shop").disk(ground.tank(), gib(8)).nic("vmbr0"));
      c.terraform(t -> t.withoutGuests().manages(TerraformPart.POOLS));
    });

    Artifact script = renderer.render(plan).artifacts().get(0);

    assertThat(script.content()).contains("qm create 200").doesNotContain("/pools");
    assertThat(script.covers()).containsExactly(PlanPath.of("guest", "200"));
    assertThat(script.procedure().needs())
        .contains("the script is copied to pve1, which has the storages and bridges of 200 web01;"
            + " made by terraform/bpg/cluster: resource pool shop");
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer)
        .holdsFor(
            ResolvedPlan.of(cluster("empty", c -> {})),
            GuestCases.ALL.get("all-settings"),
            GuestCases.ALL.get("clones"),
            GuestCases.ALL.get("pools"),
            GuestCases.ALL.get("with-terraform"));
  }
}
