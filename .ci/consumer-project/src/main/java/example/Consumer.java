package example;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.model.Traffic.MANAGEMENT;

import io.pveplan.model.ClusterPlan;
import io.pveplan.render.Bundle;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody does who has just added pveplan to a build: plan, own rule, check, files. */
public final class Consumer {

  private Consumer() {}

  /**
   * Ends with an exception when anything is not as expected.
   *
   * @param args the directory to write to
   */
  public static void main(String[] args) {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.gateway("10.0.0.1").carries(MANAGEMENT));
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
      c.node("hector", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(12))));
    });

    Report report = RuleBook.standard().with(new NodeNameOfTheSite()).check(plan);

    List<String> ours = report.findings().stream()
        .map(Finding::key)
        .filter(key -> key.startsWith("SITE-"))
        .toList();
    if (!ours.equals(List.of("SITE-001[node/hector]"))) {
      throw new IllegalStateException("not what the rule should find:\n" + report.toText());
    }

    Path directory = Path.of(args[0]);
    Bundle bundle = Bundle.render(plan);
    bundle.writeTo(directory);
    for (String node : List.of("pve1", "hector")) {
      Path file = directory.resolve("nodes").resolve(node).resolve("etc/network/interfaces");
      if (!Files.isRegularFile(file)) {
        throw new IllegalStateException("not written: " + file);
      }
    }
    System.out.println("consumer: " + report.results().size() + " rules checked, "
        + bundle.toMap().size() + " files written");
  }
}
