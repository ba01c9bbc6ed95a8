package io.pveplan.render.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.render.Gap;
import io.pveplan.render.Step;
import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Groups and resources of Proxmox VE 8.4 (pve-ha-manager 4.0.7). A group has to be there before a
 * resource names it.
 */
final class GroupEntries {

  private final Sids sids;
  private final Ha ha;
  private final Map<Vmid, String> groups = new HashMap<>();
  private final List<Gap> gaps = new ArrayList<>();

  private GroupEntries(Sids sids, Ha ha) {
    this.sids = sids;
    this.ha = ha;
  }

  static HaEntries of(ResolvedPlan plan, Ha ha) {
    GroupEntries entries = new GroupEntries(new Sids(plan), ha);
    List<HaEntry> all = new ArrayList<>();
    ha.nodeAffinities().forEach(rule -> entries.group(rule).ifPresent(all::add));
    ha.resources().forEach(resource -> all.add(entries.resource(resource)));
    ha.resourceAffinities().forEach(entries::refuse);
    return new HaEntries(all, false, entries.gaps);
  }

  private Optional<HaEntry> group(NodeAffinity rule) {
    if (rule.disabled()) {
      gaps.add(Gap.settled(
          rule.path(),
          Step.HA,
          "Left out: rule " + rule.name() + " is switched off, and a group of Proxmox VE 8.4 can"
              + " not be; asked for was nodes "
              + Sids.nodes(rule)
              + " for "
              + sids.list(rule.resources())
              + (rule.strict() ? ", strict" : "")
              + comment(rule.comment())
              + "."));
      return Optional.empty();
    }
    rule.resources().forEach(guest -> member(guest, rule));
    boolean stay = staying(rule);
    return Optional.of(new HaOptions("group", rule.name())
        .option("comment", rule.comment())
        .option("nodes", Sids.nodes(rule))
        .when("nofailback", stay)
        .when("restricted", rule.strict())
        .entry(
            HaFile.GROUPS,
            rule.path(),
            "group " + rule.name(),
            Command.of("ha-manager", "groupadd").arg(rule.name()),
            Command.of("ha-manager", "groupset").arg(rule.name())));
  }

  private void member(Vmid guest, NodeAffinity rule) {
    String first = groups.putIfAbsent(guest, rule.name());
    if (first != null) {
      gaps.add(Gap.settled(
          rule.path(),
          Step.HA,
          "Left out for " + sids.of(guest) + ": a guest is in one group of Proxmox VE 8.4, and this"
              + " one in " + first + "."));
    }
  }

  // Whether guests stay where they are when a better node comes back is said by the group.
  private boolean staying(NodeAffinity rule) {
    List<HaResource> members = ha.resources().stream()
        .filter(resource -> rule.name().equals(groups.get(resource.guest())))
        .sorted(Comparator.comparing(HaResource::guest))
        .toList();
    List<HaResource> stay =
        members.stream().filter(it -> !it.failback().orElse(true)).toList();
    if (!stay.isEmpty() && stay.size() < members.size()) {
      gaps.add(Gap.settled(
          rule.path(),
          Step.HA,
          "Left out: a group of Proxmox VE 8.4 has one setting of failback for all of its guests,"
              + " and these return to a preferred node although they are to stay: "
              + stay.stream().map(it -> sids.of(it.guest())).collect(Collectors.joining(", "))
              + "."));
      return false;
    }
    return !stay.isEmpty();
  }

  private HaEntry resource(HaResource resource) {
    String sid = sids.of(resource.guest());
    if (resource.failback().isPresent() && !groups.containsKey(resource.guest())) {
      gaps.add(Gap.settled(
          resource.path(),
          Step.HA,
          "Not set: failback belongs to the group in Proxmox VE 8.4, and " + sid
              + " is in none, where there is no node to go back to; asked for was "
              + (resource.failback().get() ? "to go back." : "to stay.")));
    }
    return new HaOptions(sids.type(resource.guest()), resource.guest().toString())
        .option("comment", resource.comment())
        .option("group", Optional.ofNullable(groups.get(resource.guest())))
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

  private void refuse(ResourceAffinity rule) {
    gaps.add(Gap.settled(
        rule.path(),
        Step.HA,
        "Left out: Proxmox VE 8.4 keeps no guests together or apart; asked for was "
            + rule.affinity() + " affinity of " + sids.list(rule.resources())
            + (rule.disabled() ? ", switched off" : "")
            + comment(rule.comment())
            + "."));
  }

  private static String comment(Optional<String> comment) {
    return comment.map(text -> ", with the comment \"" + text + "\"").orElse("");
  }
}
