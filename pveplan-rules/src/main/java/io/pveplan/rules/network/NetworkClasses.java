package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Segment;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The classes of traffic of the networks: those they say they carry, and those that other parts of
 * the plan put on them.
 *
 * <p>Network cards of guests in a network that is otherwise for management alone are the matter of
 * NET-024, which names each of them; they do not make such a network one of two classes.
 */
final class NetworkClasses {

  private static final Set<TrafficClass> MANAGEMENT_AND_VM =
      EnumSet.of(TrafficClass.MANAGEMENT, TrafficClass.VM);

  private final Map<String, SortedSet<TrafficClass>> byNetwork = new HashMap<>();

  NetworkClasses(ResolvedPlan plan) {
    boolean inQuestion = false;
    for (Network network : plan.networks()) {
      SortedSet<TrafficClass> classes =
          new TreeSet<>(TrafficClass.of(plan.networkUse().traffic(network.name())));
      byNetwork.put(network.name(), classes);
      inQuestion |= mayBeManagementAlone(network);
    }
    // To look at every attachment on every node is dear, and few plans need it.
    if (inQuestion) {
      Set<String> besideGuests = besideGuests(plan);
      plan.networks().stream()
          .filter(network -> mayBeManagementAlone(network) && besideGuests.contains(network.name()))
          .forEach(network -> byNetwork.get(network.name()).remove(TrafficClass.VM));
    }
  }

  private boolean mayBeManagementAlone(Network network) {
    return byNetwork.get(network.name()).equals(MANAGEMENT_AND_VM)
        && !network.traffic().contains(Traffic.GUEST);
  }

  /** The classes of a network of the plan; none when it carries other traffic only. */
  SortedSet<TrafficClass> of(String network) {
    return Collections.unmodifiableSortedSet(byNetwork.get(network));
  }

  /** Names of the networks that a node has an address on where network cards of guests are too. */
  private static Set<String> besideGuests(ResolvedPlan plan) {
    // Many guests share a few attachments; what else a network card has does not matter here.
    Map<List<Object>, GuestNic> attachments = new HashMap<>();
    plan.guests().stream()
        .flatMap(guest -> guest.nics().stream())
        .forEach(nic -> attachments.putIfAbsent(List.of(nic.bridge(), nic.tag()), nic));
    Set<String> networks = new HashSet<>();
    for (Node node : plan.nodes()) {
      Set<Segment> guests = new HashSet<>();
      attachments
          .values()
          .forEach(nic -> plan.topology().segment(node.name(), nic).ifPresent(guests::add));
      for (NodeInterface each : plan.topology().interfaces(node.name())) {
        Optional<Segment> own = plan.topology().segment(node.name(), each.name());
        if (own.filter(guests::contains).isPresent()) {
          each.addresses().forEach(address -> address.network().ifPresent(networks::add));
        }
      }
    }
    return networks;
  }
}
