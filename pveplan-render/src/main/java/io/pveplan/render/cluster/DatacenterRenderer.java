package io.pveplan.render.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.render.Artifact;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import io.pveplan.render.text.WordLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Renders the options of the datacenter: the command that sets them, and the entries of
 * datacenter.cfg that result, to compare with.
 *
 * <pre>
 * pvesh set /cluster/options --migration secure,network=10.10.30.0/24
 * </pre>
 *
 * <p>Only what the plan says is set, nothing that is a default. Reported as gaps: a network without
 * subnet, and a way of replication of its own on Proxmox VE 8.4, which knows none (pve-cluster
 * 9.0.1).
 *
 * @since 0.1
 */
public final class DatacenterRenderer implements Renderer {

  private static final String CONFIG = "/etc/pve/datacenter.cfg";
  private static final String MIGRATION = "migration";
  private static final String REPLICATION = "replication";

  /** Called by the service loader. */
  public DatacenterRenderer() {}

  @Override
  public String id() {
    return "datacenter";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    // Filled in, the type is there in each plan; what nobody asked for is not set.
    SortedMap<String, MigrationSettings> asked = new TreeMap<>();
    plan.written().datacenter().ifPresent(datacenter -> {
      datacenter.migration().ifPresent(it -> asked.put(MIGRATION, it));
      datacenter.replication().ifPresent(it -> asked.put(REPLICATION, it));
    });
    SortedMap<String, String> options = new TreeMap<>();
    List<Gap> gaps = new ArrayList<>();
    asked.forEach((key, settings) -> {
      Optional<String> refused = refused(plan, key, settings);
      refused.ifPresentOrElse(
          sentence -> gaps.add(Gap.of(path(key), Step.DATACENTER, sentence)),
          () -> options.put(key, value(plan, settings)));
    });
    return Rendering.of(options.isEmpty() ? List.of() : files(options)).withGaps(gaps);
  }

  private static List<Artifact> files(SortedMap<String, String> options) {
    ShellScript script = ShellScript.of(
        "Options of the datacenter.", "Runs on one node. Setting an option again changes nothing.");
    WordLines config = WordLines.empty();
    for (Map.Entry<String, String> option : options.entrySet()) {
      script = script
          .step(option.getKey())
          .run(Command.of("pvesh", "set", "/cluster/options")
              .flag("--" + option.getKey(), option.getValue()));
      config = config.line(option.getKey() + ":", option.getValue());
    }
    Command show = Command.of("pvesh", "get", "/cluster/options");
    return List.of(
        Artifact.script(Target.cluster(), Step.DATACENTER, script.text())
            .covers(options.keySet().stream().map(DatacenterRenderer::path).toList())
            .with(Procedure.repeatable()
                .needs("each node has exactly one address in each of the networks")
                .checkBefore(show.text())
                .checkAfter(show.text())
                .undo("pvesh set /cluster/options with the old values, or with --delete and the"
                    + " names of the options")),
        Artifact.preview(CONFIG, Step.DATACENTER, config.text())
            .with(Procedure.repeatable()
                .checkAfter(Command.of("cat", CONFIG)
                    + "\n# an empty line on top, and keyboard of the installer, may be there"
                    + " too")));
  }

  private static Optional<String> refused(
      ResolvedPlan plan, String key, MigrationSettings settings) {
    if (key.equals(REPLICATION) && plan.release() == ProductVersion.PVE_8_4) {
      boolean same = plan.plan()
          .datacenter()
          .flatMap(Datacenter::migration)
          .filter(migration -> sameWay(plan, migration, settings))
          .isPresent();
      return Optional.of(
          same
              ? "Not set: in Proxmox VE 8.4 replication takes the way of migrations, which is the"
                  + " same."
              : "Left out: in Proxmox VE 8.4 replication takes the way of migrations and has none"
                  + " of its own; asked for was " + words(settings) + ".");
    }
    return settings
        .network()
        .filter(name -> subnet(plan, name).isEmpty())
        .map(name -> "Left out: network " + name + " has no subnet, by which " + CONFIG
            + " names it; asked for was " + words(settings) + ".");
  }

  private static boolean sameWay(
      ResolvedPlan plan, MigrationSettings one, MigrationSettings other) {
    return value(plan, one).equals(value(plan, other));
  }

  private static String words(MigrationSettings settings) {
    return "type " + type(settings)
        + settings.network().map(name -> ", network " + name).orElse("");
  }

  // The type may not be absent in the entry (pve-cluster, src/PVE/DataCenterConfig.pm).
  private static String value(ResolvedPlan plan, MigrationSettings settings) {
    return type(settings)
        + settings
            .network()
            .flatMap(name -> subnet(plan, name))
            .map(subnet -> ",network=" + subnet)
            .orElse("");
  }

  private static MigrationType type(MigrationSettings settings) {
    return settings.type().orElse(MigrationType.SECURE);
  }

  private static Optional<Subnet> subnet(ResolvedPlan plan, String network) {
    return plan.network(network).flatMap(Network::subnet);
  }

  private static PlanPath path(String option) {
    return PlanPath.of("cluster", option);
  }
}
