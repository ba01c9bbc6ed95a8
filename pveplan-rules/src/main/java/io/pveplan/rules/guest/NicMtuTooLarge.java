package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.sdn.Zone;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.GuestBridges;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reports a network card of a guest with a larger MTU than its bridge or VNet has on a node that the guest may run on.
 *
 * <p>A bridge without MTU has 1500; a VNet has that of its zone, else 1500 in a Simple zone, and is left
 * undecided in any other. Cards without an MTU are not looked at: they take that of the bridge.
 */
@RuleInfo(
    id = "GST-016",
    severity = Severity.ERROR,
    summary = "A guest has a network card with a larger MTU than its bridge",
    why = """
        Proxmox VE does not start a VM or container whose card has a larger MTU than the bridge.""",
    remedy =
        "Leave the MTU out, so that the card takes that of the bridge, or raise that of the bridge on all nodes.",
    sources = {
      "qemu-server: PVE/QemuServer.pm, print_netdevice_full",
      "pve-container: PVE/LXC.pm, update_lxc_config",
      "pve-network: PVE/Network/SDN/Zones/SimplePlugin.pm"
    },
    since = "0.1")
final class NicMtuTooLarge implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      for (int number = 0; number < guest.nics().size(); number++) {
        GuestNic nic = guest.nics().get(number);
        if (nic.mtu().isPresent()) {
          PlanPath subject = guest.path().child("net" + number);
          findings.looksAt(subject);
          check(guest, nic, subject, plan, findings);
        }
      }
    }
  }

  private static void check(
      Guest guest, GuestNic nic, PlanPath subject, ResolvedPlan plan, Findings findings) {
    int mtu = nic.mtu().orElseThrow();
    GuestBridges bridges = GuestBridges.of(plan);
    Optional<String> zone = bridges.zone(nic.bridge()).map(Zone::id);
    Set<String> smaller = new LinkedHashSet<>();
    boolean open = false;
    for (String node : plan.placement().eligibleNodes(guest)) {
      OptionalInt limit = bridges.mtu(nic.bridge(), node);
      if (limit.isEmpty()) {
        open |= zone.isPresent() && bridges.nodes(nic.bridge()).contains(node);
      } else if (limit.getAsInt() < mtu) {
        smaller.add(limit.getAsInt() + zone.map(id -> " in zone " + id).orElse(" on " + node));
      }
    }
    if (open) {
      findings.undecided(subject, "MTU of zone " + zone.orElseThrow());
    }
    if (!smaller.isEmpty()) {
      findings
          .on(subject)
          .says(
              "%s has a card with MTU %s; %s has %s",
              guest.name(), mtu, nic.bridge(), String.join(", ", smaller))
          .because("mtu", mtu)
          .because("bridge", nic.bridge())
          .because("bridgeMtu", List.copyOf(smaller))
          .declaredAt(nic.declaredAt().or(guest::declaredAt));
    }
  }
}
