package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Nodes with 64 GiB and a storage that all of them reach. */
final class Labs {

  static final NodeRef PVE1 = NodeRef.named("pve1");
  static final NodeRef PVE2 = NodeRef.named("pve2");
  static final NodeRef PVE3 = NodeRef.named("pve3");
  private static final StorageRef NAS = StorageRef.named("nas");

  private Labs() {}

  static ClusterPlan lab(int nodes, Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      for (int number : IntStream.rangeClosed(1, nodes).toArray()) {
        c.node("pve" + number, n -> n.hardware(h -> h.memory(gib(64))));
      }
      c.storageServer("filer", s -> s.addresses("10.0.0.5"));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      block.accept(c);
    });
  }

  /** A machine with 8 GiB on the storage that all nodes reach. */
  static GuestRef vm(ClusterSpec c, int vmid, NodeRef node, Consumer<? super VmSpec> more) {
    return c.vm(
        vmid, "vm" + vmid, v -> v.node(node).memory(gib(8)).disk(NAS, gib(8)).with(more));
  }

  /** The same under HA. */
  static GuestRef managed(ClusterSpec c, int vmid, NodeRef node, Consumer<? super VmSpec> more) {
    GuestRef guest = vm(c, vmid, node, more);
    c.ha(h -> h.resources(guest));
    return guest;
  }
}
