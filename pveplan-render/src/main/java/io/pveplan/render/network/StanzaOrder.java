package io.pveplan.render.network;

import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.render.text.Stanza;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which Proxmox VE writes interfaces (pve-common, src/PVE/Network/Interfaces.pm,
 * __write_etc_network_interfaces): by kind, where {@code bond1.50} and {@code vmbr0:1} count as
 * something above {@code bond1} and {@code vmbr0} and follow all bonds or bridges; then by name.
 */
final class StanzaOrder {

  private record Entry(String name, int rank, List<Stanza> stanzas) {}

  private static final Comparator<Entry> ORDER =
      Comparator.comparingInt(Entry::rank).thenComparing(Entry::name);

  private static final int OTHERS = 40;

  private final Map<String, Integer> ranks = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  StanzaOrder(List<NodeInterface> interfaces) {
    ranks.put("lo", 0);
    interfaces.forEach(each -> ranks.put(each.name(), rank(each)));
  }

  void add(String name, List<Stanza> stanzas) {
    String[] parts = name.split("[.:]");
    int rank = ranks.getOrDefault(parts[0], OTHERS) + parts.length - 1;
    entries.add(new Entry(name, rank, List.copyOf(stanzas)));
  }

  List<Stanza> sorted() {
    return entries.stream()
        .sorted(ORDER)
        .flatMap(entry -> entry.stanzas().stream())
        .toList();
  }

  private static int rank(NodeInterface each) {
    if (each instanceof Nic) {
      return 10;
    }
    if (each instanceof OvsIntPort) {
      return 15;
    }
    if (each instanceof Bond) {
      return 20;
    }
    return each instanceof Bridge ? 30 : OTHERS;
  }
}
