package io.pveplan.model;

import io.pveplan.model.ceph.Osd;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuGeneration;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.storage.ZfsCompression;
import io.pveplan.model.storage.ZfsPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills in a node: NICs that are only named as ports, MTUs from the networks above, votes, maker and
 * level of the CPU, the device classes of OSDs.
 */
final class NodeFilling {

  private static final int USUAL_MTU = 1500;

  private final Map<String, NodeInterface> interfaces = new LinkedHashMap<>();
  private final Map<String, Integer> mtus = new HashMap<>();
  private final Map<String, String> ovsOwners = new HashMap<>();
  private final Map<String, Integer> networkMtus;
  private final Node node;
  private final Defaults defaults;

  private NodeFilling(Node node, Map<String, Integer> networkMtus, Defaults defaults) {
    this.node = node;
    this.networkMtus = networkMtus;
    this.defaults = defaults;
  }

  /**
   * Fills in a node.
   *
   * @param networkMtus the MTUs that networks ask for, by name
   */
  static Node fill(Node node, Map<String, Integer> networkMtus, Defaults defaults) {
    return new NodeFilling(node, networkMtus, defaults).fill();
  }

  private Node fill() {
    listNics();
    Layers.openVswitch(node, ovsOwners);
    interfaces.values().forEach(each -> raise(each, ownMtu(each)));
    Node.Builder filled = Node.builder()
        .from(node)
        .interfaces(interfaces.values().stream().map(this::withMtu).toList());
    if (node.votes().isEmpty()) {
      filled.votes(defaults.note(node.path(), "votes", 1, "pve-cluster, Corosync.pm"));
    }
    filled.zfsPools(node.zfsPools().stream().map(this::withDefaults).toList());
    node.hardware().ifPresent(hardware -> filled.hardware(withCpuFacts(hardware)));
    if (!node.osds().isEmpty()) {
      filled.osds(osds());
    }
    return filled.build();
  }

  private ZfsPool withDefaults(ZfsPool pool) {
    String source = "pve-storage, PVE/API2/Disks/ZFS.pm";
    PlanPath at = node.path().child(pool.name());
    ZfsPool.Builder filled = ZfsPool.builder().from(pool);
    if (pool.ashift().isEmpty()) {
      filled.ashift(defaults.note(at, "ashift", 12, source));
    }
    if (pool.compression().isEmpty()) {
      filled.compression(defaults.note(at, "compression", ZfsCompression.ON, source));
    }
    return filled.build();
  }

  // Proxmox VE lists every card in the file, and its check of a bond wants the slaves there.
  private void listNics() {
    Set<String> declared = new LinkedHashSet<>();
    node.interfaces().forEach(each -> declared.add(each.name()));
    for (NodeInterface each : node.interfaces()) {
      for (String below : Layers.below(each)) {
        if (!declared.contains(below) && !Layers.shares(each)) {
          interfaces.put(
              below, Nic.builder().name(below).declaredAt(each.declaredAt()).build());
        }
      }
    }
    List<NodeInterface> all = new ArrayList<>(interfaces.values());
    interfaces.clear();
    node.interfaces().stream()
        .filter(Nic.class::isInstance)
        .forEach(each -> interfaces.put(each.name(), each));
    all.forEach(each -> interfaces.put(each.name(), each));
    node.interfaces().forEach(each -> interfaces.put(each.name(), each));
  }

  private int ownMtu(NodeInterface each) {
    int own = each.mtu().map(Mtu::value).orElse(0);
    for (InterfaceAddress address : each.addresses()) {
      own = Math.max(
          own, address.network().map(name -> networkMtus.getOrDefault(name, 0)).orElse(0));
    }
    if (each instanceof Bridge bridge && each.mtu().isEmpty()) {
      for (String network : bridge.networks()) {
        own = Math.max(own, networkMtus.getOrDefault(network, 0));
      }
    }
    return own;
  }

  // The lower layer must be able to carry what lies above it (pve-common, Interfaces.pm check_mtu).
  // What was set stays, and nothing below need be larger.
  private void raise(NodeInterface each, int wanted) {
    int mtu = each.mtu().map(Mtu::value).orElse(wanted);
    if (mtu == 0 || mtus.getOrDefault(each.name(), 0) >= mtu) {
      return;
    }
    mtus.put(each.name(), mtu);
    for (String below : Layers.below(each)) {
      NodeInterface lower = interfaces.get(below);
      if (lower != null) {
        raise(lower, mtu);
      }
    }
    // Of Open vSwitch, what lies above must not be smaller either.
    String upper = ovsOwners.get(each.name());
    if (upper != null && interfaces.containsKey(upper)) {
      raise(interfaces.get(upper), mtu);
    }
  }

  // Without an MTU of its own, a VLAN or bridge takes that of the interface below (ifupdown2,
  // address.py), and so does an internal port of Open vSwitch, though its network says 1500 by
  // saying nothing.
  private boolean liesOnLarger(NodeInterface each) {
    boolean inherits = Layers.shares(each) || each instanceof Bridge;
    boolean carries = each.addresses().stream().anyMatch(it -> it.network().isPresent())
        || each instanceof Bridge bridge && !bridge.networks().isEmpty();
    return inherits
        && carries
        && Layers.below(each).stream().anyMatch(lower -> mtus.getOrDefault(lower, 0) > USUAL_MTU);
  }

  private NodeInterface withMtu(NodeInterface each) {
    Optional<Mtu> known = Optional.ofNullable(mtus.get(each.name()))
        .or(() -> liesOnLarger(each) ? Optional.of(USUAL_MTU) : Optional.empty())
        .map(Mtu::of);
    if (each.mtu().isPresent() || known.isEmpty()) {
      return each;
    }
    defaults.note(node.path().child(each.name()), "mtu", known.get(), "the networks it carries");
    if (each instanceof Nic nic) {
      return Nic.builder().from(nic).mtu(known).build();
    }
    if (each instanceof Bond bond) {
      return Bond.builder().from(bond).mtu(known).build();
    }
    if (each instanceof Bridge bridge) {
      return Bridge.builder().from(bridge).mtu(known).build();
    }
    if (each instanceof OvsIntPort port) {
      return OvsIntPort.builder().from(port).mtu(known).build();
    }
    return Vlan.builder().from((Vlan) each).mtu(known).build();
  }

  // Ceph would find it out itself, and take NVMe for SSD on some releases; so it is told.
  private List<Osd> osds() {
    Map<String, Disk> disks = new HashMap<>();
    node.hardware()
        .map(Hardware::disks)
        .orElse(List.of())
        .forEach(disk -> disks.put(disk.device(), disk));
    List<Osd> filled = new ArrayList<>();
    for (Osd osd : node.osds()) {
      Disk disk = disks.get(osd.device());
      if (osd.deviceClass().isPresent() || disk == null) {
        filled.add(osd);
        continue;
      }
      String kind = defaults.note(
          node.path().child("osd", osd.device()),
          "deviceClass",
          disk.diskKind().text(),
          "the kind of the disk");
      filled.add(Osd.builder().from(osd).deviceClass(kind).build());
    }
    return filled;
  }

  private Hardware withCpuFacts(Hardware hardware) {
    return hardware
        .cpu()
        .map(cpu -> Hardware.builder().from(hardware).cpu(withFacts(cpu)).build())
        .orElse(hardware);
  }

  private Cpu withFacts(Cpu cpu) {
    Cpu.Builder filled = Cpu.builder().from(cpu);
    Optional<CpuGeneration> generation = CpuGeneration.ofModel(cpu.model());
    if (cpu.vendor().isEmpty()) {
      Arrays.stream(CpuVendor.values())
          .filter(vendor -> cpu.model().startsWith(vendor.text()))
          .findFirst()
          .or(() -> generation.map(CpuGeneration::vendor))
          .ifPresent(vendor -> filled.vendor(fromName("hardware.cpu.vendor", vendor)));
    }
    if (cpu.level().isEmpty()) {
      generation.ifPresent(it -> filled.level(fromName("hardware.cpu.level", it.level())));
    }
    return filled.build();
  }

  private <T> T fromName(String field, T value) {
    return defaults.note(node.path(), field, value, "the name of the model");
  }
}
