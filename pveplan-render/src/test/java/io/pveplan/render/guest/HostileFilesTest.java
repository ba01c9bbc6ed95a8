package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInitCommand;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Content of files and words of commands are any text of several lines. */
class HostileFilesTest {

  @Test
  void python_reads_the_files_and_commands_of_the_plan() {
    Hostile.Sample sample = Hostile.sample(1000).acceptedBy(text -> CloudInitCommand.of("a", text));
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var ground = CloudInitCases.ground(c);
      c.vm(
          100,
          "web",
          v -> v.node(ground.node()).disk(ground.disks(), gib(8)).cloudInit(s -> {
            for (int number = 0; number < sample.texts().size(); number++) {
              String text = sample.texts().get(number);
              s.file("/tmp/" + number, text + "\n" + text).command("echo", text);
            }
          }));
    }));
    String userData = CloudInitDocuments.of(plan).userData(plan.vms().get(0));

    JsonNode read = JsonMapper.shared().readTree(RealPrograms.yamlAsJson(userData));

    assertThat(read.propertyNames())
        .containsExactly(
            "hostname",
            "manage_etc_hosts",
            "users",
            "package_update",
            "package_upgrade",
            "write_files",
            "runcmd");
    sample.wereRead(
        read.at("/runcmd").valueStream().map(it -> it.get(1).asString()).toList());
    List<String> doubled =
        sample.texts().stream().map(text -> text + "\n" + text).toList();
    new Hostile.Sample(sample.seed(), doubled)
        .wereRead(read.at("/write_files")
            .valueStream()
            .map(it -> it.get("content").asString())
            .toList());
  }
}
