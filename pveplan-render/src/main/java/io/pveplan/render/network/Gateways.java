package io.pveplan.render.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.render.Gap;
import io.pveplan.render.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The default gateways of a node: one of each family, because Proxmox VE takes no more (pve-manager,
 * PVE/API2/Network.pm, check_duplicate_gateway).
 *
 * <p>Of several, that of the only network for management is taken. Which one else is meant the plan
 * does not say, and a wrong default route cuts a node off, so none is.
 */
final class Gateways {

  private record Candidate(
      String on, InterfaceAddress address, Network network, IpAddress gateway) {}

  private final List<Candidate> chosen = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  private Gateways() {}

  static Gateways of(ResolvedPlan plan, Node node) {
    Gateways gateways = new Gateways();
    List<Candidate> all = candidates(plan, node);
    gateways.choose(node, all.stream().filter(each -> each.gateway().isV4()).toList());
    gateways.choose(node, all.stream().filter(each -> each.gateway().isV6()).toList());
    return gateways;
  }

  /** The gateway to be set together with an address of an interface. */
  Optional<IpAddress> with(NodeInterface each, InterfaceAddress address) {
    return chosen.stream()
        .filter(it -> it.on().equals(each.name()) && it.address().equals(address))
        .map(Candidate::gateway)
        .findFirst();
  }

  List<Gap> gaps() {
    return gaps;
  }

  // A network counts once: a second address on it asks for no second route.
  private static List<Candidate> candidates(ResolvedPlan plan, Node node) {
    Map<String, Candidate> byNetwork = new HashMap<>();
    List<Candidate> inOrder = new ArrayList<>();
    for (NodeInterface each : node.interfaces()) {
      for (InterfaceAddress address : each.addresses()) {
        Optional<Network> network = address.network().flatMap(plan::network);
        if (network.flatMap(Network::gateway).isPresent()) {
          Candidate candidate = new Candidate(
              each.name(), address, network.get(), network.get().gateway().get());
          if (byNetwork.putIfAbsent(network.get().name(), candidate) == null) {
            inOrder.add(candidate);
          }
        }
      }
    }
    return inOrder;
  }

  private void choose(Node node, List<Candidate> candidates) {
    List<Candidate> fit = candidates.size() == 1
        ? candidates
        : candidates.stream()
            .filter(each -> each.network().traffic().contains(Traffic.MANAGEMENT))
            .toList();
    Optional<Candidate> one = fit.size() == 1 ? Optional.of(fit.get(0)) : Optional.empty();
    one.ifPresent(chosen::add);
    for (Candidate other : candidates) {
      if (!one.equals(Optional.of(other))) {
        gaps.add(
            Gap.of(node.path().child(other.on()), Step.NETWORK, sentence(other, one, candidates)));
      }
    }
  }

  private static String sentence(
      Candidate other, Optional<Candidate> one, List<Candidate> candidates) {
    String reason = one.map(
            it -> "that of network " + it.network().name() + ", which carries management, is set")
        .orElse("of the networks "
            + String.join(
                ", ", candidates.stream().map(it -> it.network().name()).toList())
            + " not exactly one carries management");
    return "Gateway "
        + other.gateway()
        + " of network "
        + other.network().name()
        + " is not set: a node has one default gateway of a family, and "
        + reason
        + ".";
  }
}
