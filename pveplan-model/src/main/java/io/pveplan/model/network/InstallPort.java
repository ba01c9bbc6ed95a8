package io.pveplan.model.network;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The NIC by which a node is reached while Proxmox VE is installed on it, and until the planned
 * network is applied: the installer gives one NIC an address, and knows neither VLANs nor bonds.
 *
 * <pre>{@code
 * plan.topology().installPort("pve1").filter(InstallPort::differs);
 *     // there is something to do at the switch first
 * }</pre>
 *
 * @param nic the first NIC below the interface that the node name resolves to
 * @param network the network of that address
 * @param vlan the VLAN that the plan has tagged there; none where it is untagged
 * @param lacpBond name of the bond that takes the NIC into an LACP group of the switch, which drops
 *     a NIC that speaks no LACP
 * @since 0.1
 */
public record InstallPort(Nic nic, String network, OptionalInt vlan, Optional<String> lacpBond) {

  /** Refuses absent parts. */
  public InstallPort {
    Objects.requireNonNull(nic, "nic");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(vlan, "vlan");
    Objects.requireNonNull(lacpBond, "lacpBond");
  }

  /** Whether the port of the switch is another one during the installation than later on. */
  public boolean differs() {
    return vlan.isPresent() || lacpBond.isPresent();
  }
}
