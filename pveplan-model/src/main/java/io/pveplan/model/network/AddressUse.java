package io.pveplan.model.network;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import java.util.Optional;

/**
 * An address of a plan and what has it.
 *
 * @param address the address
 * @param kind what has it
 * @param owner name of the network, node or server, UPS or switch, ID of the storage or VNet, VMID of
 *     the guest; empty for the QDevice and for name and time servers, of which no name is known
 * @param part interface of the node, network card of the guest, what a virtual address is for; empty
 *     for anything else
 * @param assigned the address with its prefix length and network; absent for servers and gateways
 * @param path place in the plan
 * @param declaredAt line that declared it
 * @since 0.1
 */
public record AddressUse(
    IpAddress address,
    AddressKind kind,
    String owner,
    String part,
    Optional<InterfaceAddress> assigned,
    PlanPath path,
    Optional<Origin> declaredAt) {

  /** What has the address, as part of a sentence: {@code node pve1 (vmbr0)}. */
  @Override
  public String toString() {
    String whole = owner.isEmpty() ? kind.toString() : kind + " " + owner;
    return part.isEmpty() ? whole : whole + " (" + part + ")";
  }
}
