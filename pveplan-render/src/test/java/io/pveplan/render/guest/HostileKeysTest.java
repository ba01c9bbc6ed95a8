package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.NameFormat;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The comment of a key is the one free text in these documents. */
class HostileKeysTest {

  @Test
  void python_reads_the_keys_of_the_plan() {
    Hostile.Sample sample = Hostile.sample(1000).acceptedBy(NameFormat.LINE::require);
    List<String> keys =
        sample.texts().stream().map(text -> CloudInitCases.KEY + " " + text).toList();
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var ground = CloudInitCases.ground(c);
      c.vm(
          100,
          "web",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.user("ops").sshKeys(keys.toArray(new String[0]))));
    }));
    String userData = CloudInitDocuments.of(plan).userData(plan.vms().get(0));

    JsonNode read = JsonMapper.shared().readTree(RealPrograms.yamlAsJson(userData));

    assertThat(userData).startsWith("#cloud-config\n");
    assertThat(read.propertyNames())
        .containsExactly(
            "hostname", "manage_etc_hosts", "users", "package_update", "package_upgrade");
    new Hostile.Sample(sample.seed(), keys)
        .wereRead(read.at("/users/0/ssh_authorized_keys")
            .valueStream()
            .map(JsonNode::asString)
            .toList());
  }
}
