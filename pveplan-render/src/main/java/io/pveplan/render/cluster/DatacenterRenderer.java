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
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Phrase;
import io.pveplan.render.text.ShellScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * <p>What Terraform sets stands in datacenter.cfg only.
 *
 * <p>Only what the plan says is set, nothing that is a default. Reported as gaps: a network without
 * subnet; and for Proxmox VE 8.4 a way of replication of its own (pve-cluster 9.0.1), the dynamic
 * scheduler, moves that balance the nodes, and a MAC prefix that ends in a single digit (pve-cluster
 * 9.1.2). 9.x takes these where pve-cluster is up to date.
 *
 * @since 0.1
 */
public final class DatacenterRenderer implements Renderer {

  private static final String CONFIG = "/etc/pve/datacenter.cfg";
  private static final String MIGRATION = "migration";
  private static final String REPLICATION = "replication";
  private static final String DESCRIPTION = "description";

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
    TerraformShare share = TerraformShare.of(plan);
    SortedMap<String, PlanPath> scripted = new TreeMap<>();
    List<Gap> gaps = new ArrayList<>();
    boolean old = plan.release() == ProductVersion.PVE_8_4;
    boolean newer = false;
    for (DatacenterOptions.Option option : options(plan)) {
      PlanPath path = path(option.field());
      if (old && option.newer().isPresent()) {
        gaps.add(Gap.settled(
            path,
            Step.DATACENTER,
            "Left out: " + option.newer().get() + " came with " + DatacenterOptions.NEWER
                + ", and Proxmox VE 8.4 refuses the option; asked for was "
                + option.value() + "."));
      } else {
        newer |= option.newer().isPresent() && !share.takes(path);
        options.put(option.key(), option.value());
        scripted.put(option.key(), path);
      }
    }
    String needs = "each node has exactly one address in each of the networks"
        + (newer ? "; " + DatacenterOptions.NEWER + " or later" : "");
    asked.forEach((key, settings) -> {
      Optional<Gap> refused = refused(plan, key, settings);
      refused.ifPresentOrElse(gaps::add, () -> {
        options.put(key, value(plan, settings));
        scripted.put(key, path(key));
      });
    });
    Step there = share.thereAfter(Step.DATACENTER, scripted.values());
    scripted.values().removeIf(share::takes);
    List<Artifact> files = new ArrayList<>();
    if (!scripted.isEmpty()) {
      files.add(script(options, scripted, needs, newer));
    }
    if (!options.isEmpty()) {
      files.add(preview(there, options));
    }
    return Rendering.of(files).withGaps(gaps);
  }

  private static List<DatacenterOptions.Option> options(ResolvedPlan plan) {
    return plan.written().datacenter().map(DatacenterOptions::of).orElse(List.of());
  }

  private static Artifact script(
      SortedMap<String, String> options,
      SortedMap<String, PlanPath> scripted,
      String needs,
      boolean newer) {
    ShellScript script = ShellScript.of(
        "Options of the datacenter.", "Runs on one node. Setting an option again changes nothing.");
    if (newer) {
      script = DatacenterOptions.NEWER.requiredBy(script);
    }
    for (String option : scripted.keySet()) {
      script = script
          .step(option)
          .run(Command.of("pvesh", "set", "/cluster/options")
              .flag("--" + option, options.get(option)));
    }
    Command show = Command.of("pvesh", "get", "/cluster/options");
    return Artifact.script(Target.cluster(), Step.DATACENTER, script.text())
        .covers(List.copyOf(scripted.values()))
        .with(Procedure.repeatable()
            .needs(needs)
            .checkBefore(show.text())
            .checkAfter(show.text())
            .undo(Phrase.empty()
                .code(Command.of("pvesh", "set", "/cluster/options").text())
                .text(" with the old values, or with ")
                .code("--delete")
                .text(" and the names of the options")));
  }

  private static Artifact preview(Step there, SortedMap<String, String> options) {
    StringBuilder config = new StringBuilder();
    for (Map.Entry<String, String> option : options.entrySet()) {
      config.append(
          option.getKey().equals(DESCRIPTION)
              ? ""
              : option.getKey() + ": " + option.getValue() + "\n");
    }
    // A note is a comment, and above all else.
    String note = Optional.ofNullable(options.get(DESCRIPTION))
        .map(text -> "#" + encoded(text) + "\n\n")
        .orElse("");
    return Artifact.preview(CONFIG, there, note + config)
        .with(Procedure.repeatable()
            .checkAfter(Command.of("cat", CONFIG)
                + "\n# an empty line on top, and keyboard of the installer, may be there too"));
  }

  private static Optional<Gap> refused(ResolvedPlan plan, String key, MigrationSettings settings) {
    if (key.equals(REPLICATION) && plan.release() == ProductVersion.PVE_8_4) {
      boolean same = plan.plan()
          .datacenter()
          .flatMap(Datacenter::migration)
          .filter(migration -> sameWay(plan, migration, settings))
          .isPresent();
      return Optional.of(Gap.settled(
          path(key),
          Step.DATACENTER,
          same
              ? "Not set: in Proxmox VE 8.4 replication takes the way of migrations, which is the"
                  + " same."
              : "Left out: in Proxmox VE 8.4 replication takes the way of migrations and has none"
                  + " of its own; asked for was " + words(settings) + "."));
    }
    return settings
        .network()
        .filter(name -> subnet(plan, name).isEmpty())
        .map(name -> Gap.of(
            path(key),
            Step.DATACENTER,
            "Left out: network " + name + " has no subnet, by which " + CONFIG
                + " names it; asked for was " + words(settings) + "."));
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

  // pve-common, src/PVE/ParseUtils.pm encode_text.
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each >= 0x20 && each < 0x7f && each != '%' && each != ':') {
        encoded.append((char) each);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
      }
    }
    return encoded.toString();
  }

  private static PlanPath path(String option) {
    return PlanPath.of("cluster", option);
  }
}
