package io.pveplan.render.ha;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.SectionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders high availability: the {@code ha-manager} commands as a script, resources before rules,
 * the files below {@code /etc/pve/ha} that result, to compare with, and on nodes with a watchdog of
 * their own the file that names its module.
 *
 * <pre>
 * if ! there resources 'vm: 200' &gt;/dev/null 2&gt;&amp;1; then
 *   ha-manager add vm:200 --state started
 * else
 *   echo 'already there'
 * fi
 * </pre>
 *
 * <p>What is there otherwise than planned is set to what the plan says; nothing else is touched.
 * Only what the plan says is set, nothing that is a default.
 *
 * <p>Where Terraform makes resources and rules, there are the files to compare with, and no script.
 *
 * <p>Proxmox VE 8.4 has groups of nodes instead of node affinity rules: each rule becomes the group
 * of its guests. Reported as gaps there: rules that keep guests together or apart, rules that are
 * switched off, a second rule of a guest, and guests of one rule that differ in failback, which is a
 * property of the group.
 *
 * @since 0.1
 */
public final class HaRenderer implements Renderer {

  /** Called by the service loader. */
  public HaRenderer() {}

  @Override
  public String id() {
    return "ha";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    List<Artifact> artifacts = new ArrayList<>();
    for (Node node : plan.nodes()) {
      node.watchdogModule().ifPresent(module -> artifacts.add(WatchdogFile.of(node, module)));
    }
    Optional<Ha> ha = plan.written().ha().filter(HaRenderer::saysAnything);
    if (ha.isEmpty()) {
      return Rendering.of(artifacts);
    }
    HaEntries entries = plan.release() == ProductVersion.PVE_8_4
        ? GroupEntries.of(plan, ha.get())
        : RuleEntries.of(plan, ha.get());
    TerraformShare share = TerraformShare.of(plan);
    if (entries.all().stream().noneMatch(entry -> share.takes(entry.at()))) {
      artifacts.add(Artifact.script(Target.cluster(), Step.HA, HaScript.of(entries))
          .covers(entries.all().stream().map(HaEntry::at).toList())
          .with(procedure(plan, entries)));
    }
    for (HaFile file : HaFile.values()) {
      List<HaEntry> ofFile = entries.of(file);
      if (!ofFile.isEmpty()) {
        artifacts.add(preview(file, share, ofFile));
      }
    }
    return new Rendering(artifacts, entries.gaps());
  }

  private static boolean saysAnything(Ha ha) {
    return !ha.resources().isEmpty();
  }

  private static Artifact preview(HaFile file, TerraformShare share, List<HaEntry> entries) {
    String text =
        SectionConfig.of(entries.stream().map(HaEntry::section).toList()).text();
    Step there = share.thereAfter(Step.HA, entries.stream().map(HaEntry::at).toList());
    return Artifact.preview(file.path(), there, text)
        .with(Procedure.repeatable().checkAfter(Command.of("cat", file.path()) + file.remark()));
  }

  private static Procedure procedure(ResolvedPlan plan, HaEntries entries) {
    boolean groups = plan.release() == ProductVersion.PVE_8_4;
    ClusterPlan written = plan.written();
    String status = Command.of("ha-manager", "status").text();
    List<String> after =
        new ArrayList<>(List.of(status, Command.of("ha-manager", "config").text()));
    if (groups) {
      after.add(Command.of("ha-manager", "groupconfig").text());
    } else if (!entries.of(HaFile.RULES).isEmpty()) {
      after.add(Command.of("ha-manager", "rules", "config").text());
      after.add("# each rule that is enabled is in use, none is ignored for conflicts");
    }
    after.add(
        "# quorum is OK, one node is the master, the lrm of each node with resources is active");
    List<String> undo = new ArrayList<>();
    if (!entries.of(HaFile.RULES).isEmpty()) {
      undo.add("ha-manager rules remove for each rule");
    }
    undo.add("ha-manager remove for each resource; its guest stays as it is");
    if (!entries.of(HaFile.GROUPS).isEmpty()) {
      undo.add("ha-manager groupremove for each group");
    }
    return Procedure.repeatable()
        .needs("the guests are there, and their disks on storages that other nodes reach, or"
            + " replicated; the cluster has quorum"
            + (written.nodes().stream().anyMatch(node -> node.watchdogModule().isPresent())
                ? "; nodes with a watchdog of their own run with it"
                : "")
            + "; HA starts and stops the guests as the wanted state says")
        .checkBefore(Command.of("pvecm", "status") + "\n" + status)
        .checkAfter(String.join("\n", after))
        .undo(String.join("; ", undo));
  }
}
