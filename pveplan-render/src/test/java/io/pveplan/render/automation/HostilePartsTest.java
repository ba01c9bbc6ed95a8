package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.NameFormat;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.render.Artifact;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No text of a plan gets out of its place in a module for parts of the cluster. */
class HostilePartsTest {

  private static final int MOST = 300;
  private static final String FILE = "terraform/bpg/protection/replication.tf";

  private static ResolvedPlan plan(Hostile.Sample sample) {
    return ResolvedPlan.of(cluster("lab", c -> {
      var ground = TerraformCases.ground(c);
      for (int i = 0; i < sample.texts().size(); i++) {
        String text = sample.texts().get(i);
        var guest =
            c.vm(1000 + i, "g" + i, v -> v.node(ground.node()).disk(ground.local(), gib(8)));
        c.replicate(guest, ground.other(), s -> s.comment(text));
      }
      c.terraform(t -> t.withoutGuests().manages(TerraformPart.REPLICATION));
    }));
  }

  private static String text(ResolvedPlan plan) {
    return new TerraformRenderer()
        .render(plan).artifacts().stream()
            .filter(file -> file.path().equals(FILE))
            .map(Artifact::content)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void the_parser_of_hashicorp_reads_what_the_plan_says() {
    Hostile.Sample sample = Hostile.sample(MOST).acceptedBy(NameFormat.LINE::require);

    JsonNode jobs = JsonMapper.shared()
        .readTree(RealPrograms.hclAsJson(text(plan(sample))))
        .at("/resource/proxmox_replication");

    List<String> comments = new ArrayList<>();
    for (int i = 0; i < sample.texts().size(); i++) {
      // Terraform's JSON syntax keeps the doubled marks.
      comments.add(jobs.get("job-" + (1000 + i) + "-0")
          .get(0)
          .get("comment")
          .asString()
          .replace("$${", "${")
          .replace("%%{", "%{"));
    }
    assertThat(jobs.propertyNames()).hasSize(sample.texts().size());
    new Hostile.Sample(
            sample.seed(),
            sample.texts().stream()
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
                .toList())
        .wereRead(comments);
  }

  @Test
  void the_layout_stays_canonical() {
    RealPrograms.acceptHclLayout(
        text(plan(Hostile.sample(50).acceptedBy(NameFormat.LINE::require))));
  }
}
