package io.pveplan.render.ha;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Resources and rules of Proxmox VE 9.
 *
 * <p>Order of the options in a section: comment, disable, those that must be there, the others, each
 * by name (pve-common, src/PVE/SectionConfig.pm write_config).
 */
final class RuleEntries {

  private static final String NODE_AFFINITY = "node-affinity";
  private static final String RESOURCE_AFFINITY = "resource-affinity";

  private final Sids sids;

  private RuleEntries(Sids sids) {
    this.sids = sids;
  }

  static HaEntries of(ResolvedPlan plan, Ha ha) {
    RuleEntries entries = new RuleEntries(new Sids(plan));
    List<HaEntry> all = new ArrayList<>();
    ha.resources().forEach(resource -> all.add(entries.resource(resource)));
    ha.nodeAffinities().forEach(rule -> all.add(entries.rule(rule)));
    ha.resourceAffinities().forEach(rule -> all.add(entries.rule(rule)));
    boolean separates = ha.enabledResourceAffinities().stream()
        .anyMatch(rule -> rule.affinity() == Affinity.NEGATIVE);
    return new HaEntries(all, separates, List.of());
  }

  private HaEntry resource(HaResource resource) {
    String sid = sids.of(resource.guest());
    return new HaOptions(sids.type(resource.guest()), resource.guest().toString())
        .option("comment", resource.comment())
        .option("failback", resource.failback().map(it -> it ? "1" : "0"))
        .option("max_relocate", resource.maxRelocate())
        .option("max_restart", resource.maxRestart())
        .option("state", resource.state().text())
        .entry(
            HaFile.RESOURCES,
            resource.path(),
            "resource " + sid,
            Command.of("ha-manager", "add").arg(sid),
            Command.of("ha-manager", "set").arg(sid));
  }

  private HaEntry rule(NodeAffinity rule) {
    return rule(
        NODE_AFFINITY,
        rule.name(),
        new HaOptions(NODE_AFFINITY, rule.name())
            .encodedComment(rule.comment())
            .disable(rule.disabled())
            .option("nodes", Sids.nodes(rule))
            .option("resources", sids.list(rule.resources()))
            .when("strict", rule.strict()),
        rule.path());
  }

  private HaEntry rule(ResourceAffinity rule) {
    return rule(
        RESOURCE_AFFINITY,
        rule.name(),
        new HaOptions(RESOURCE_AFFINITY, rule.name())
            .encodedComment(rule.comment())
            .disable(rule.disabled())
            .option("affinity", rule.affinity().text())
            .option("resources", sids.list(rule.resources())),
        rule.path());
  }

  private static HaEntry rule(String type, String name, HaOptions options, PlanPath at) {
    return options.entry(
        HaFile.RULES,
        at,
        "rule " + name,
        Command.of("ha-manager", "rules", "add", type).arg(name),
        Command.of("ha-manager", "rules", "set", type).arg(name));
  }
}
