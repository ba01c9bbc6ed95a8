package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.DatacenterSpec.TagStyleSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.cluster.TagOrdering;
import io.pveplan.render.Artifact;
import io.pveplan.render.guest.GuestsRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tags in the modules are those that Proxmox VE has once a guest is there. */
class StoredTagsTest {

  private static ResolvedPlan plan(TerraformProvider provider, Consumer<TagStyleSpec> style) {
    return TerraformCases.plan((c, ground) -> {
      c.datacenter(d -> d.tagStyle(style));
      List<GuestRef> guests = new ArrayList<>();
      guests.add(c.vm(
          100,
          "web",
          v -> v.node(ground.node()).disk(ground.nas(), gib(8)).tags("prod", "Web", "Prod")));
      guests.addAll(c.vms(
          vmids(200, 201),
          vmProfile("app", v -> v.node(ground.node()).disk(ground.nas(), gib(8))),
          (v, number) -> v.tags(number == 1 ? "Blue" : "green")));
      var box = c.container(
          300,
          "box",
          containerTemplate(ground.nas(), "debian-13.tar.zst"),
          ground.nas(),
          gib(8),
          t -> t.node(ground.node()).cores(1).tags("DNS", "dns"));
      c.vm(101, "own", v -> v.node(ground.node()).disk(ground.nas(), gib(8)).tags("Own"));
      guests.add(box);
      c.terraform(t -> t.providers(provider).guests(guests));
    });
  }

  private static List<String> tags(ResolvedPlan plan) {
    return Stream.concat(
            new TerraformRenderer().render(plan).artifacts().stream(),
            new GuestsRenderer().render(plan).artifacts().stream())
        .flatMap(StoredTagsTest::tags)
        .toList();
  }

  private static Stream<String> tags(Artifact file) {
    return file.content()
        .lines()
        .filter(it -> it.matches(".*(\\btags +=(?! each)|--tags ).*"))
        .map(it -> file.path()
            + it.replaceFirst(".*?\\btags", " tags")
                .replaceFirst(" +=", " =")
                .replaceFirst(" }$", ""));
  }

  @Test
  void they_are_in_lower_case_and_each_is_there_once() {
    assertThat(tags(plan(BPG, s -> {})))
        .containsExactly(
            "terraform/bpg/guests/guests.tf tags = [\"prod\", \"web\"]",
            "terraform/bpg/guests/guests.tf tags = [\"dns\"]",
            "terraform/bpg/guests/fleets.tf tags = [\"blue\"]",
            "terraform/bpg/guests/fleets.tf tags = [\"green\"]",
            "nodes/pve1/23-guests.sh tags Own");
    assertThat(tags(plan(TELMATE, s -> {})))
        .containsExactly(
            "terraform/telmate/guests.tf tags = \"prod;web\"",
            "terraform/telmate/fleets.tf tags = \"blue\"",
            "terraform/telmate/fleets.tf tags = \"green\"",
            "nodes/pve1/23-guests.sh tags 'DNS;dns'",
            "nodes/pve1/23-guests.sh tags Own");
  }

  @Test
  void the_order_of_the_datacenter_changes_nothing() {
    assertThat(tags(plan(BPG, s -> s.ordering(TagOrdering.CONFIG))))
        .isEqualTo(tags(plan(BPG, s -> s.ordering(TagOrdering.ALPHABETICAL))))
        .isEqualTo(tags(plan(BPG, s -> {})));
  }

  @Test
  void a_datacenter_that_tells_them_by_case_keeps_them() {
    assertThat(tags(plan(BPG, s -> s.caseSensitive())))
        .containsExactly(
            "terraform/bpg/guests/guests.tf tags = [\"Prod\", \"Web\", \"prod\"]",
            "terraform/bpg/guests/guests.tf tags = [\"DNS\", \"dns\"]",
            "terraform/bpg/guests/fleets.tf tags = [\"Blue\"]",
            "terraform/bpg/guests/fleets.tf tags = [\"green\"]",
            "nodes/pve1/23-guests.sh tags Own");
    assertThat(tags(plan(TELMATE, s -> s.caseSensitive())))
        .startsWith("terraform/telmate/guests.tf tags = \"Prod;Web;prod\"");
  }
}
