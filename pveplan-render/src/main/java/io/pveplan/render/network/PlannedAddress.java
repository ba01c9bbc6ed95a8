package io.pveplan.render.network;

import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Subnet;
import java.util.List;
import java.util.Optional;

/**
 * One use of an address or a range, as a row of the address plan.
 *
 * @param first the address, or the first one of a range
 * @param text the address or range as it is written
 * @param subnet subnet it lies in
 * @param network name of the network of the plan, or ID of the VNet; empty if there is none
 * @param kind what has it, in one word
 * @param owner name of what has it; empty if it has none
 * @param part interface or network card; empty for anything else
 * @param comment what else there is to say; empty if there is nothing
 */
record PlannedAddress(
    IpAddress first,
    String text,
    Optional<Subnet> subnet,
    String network,
    String kind,
    String owner,
    String part,
    String comment) {

  static PlannedAddress of(
      AddressUse use, Optional<Subnet> subnet, String network, String part, String comment) {
    return new PlannedAddress(
        use.address(),
        use.address().toString(),
        subnet,
        network,
        use.kind().word(),
        use.owner(),
        part,
        comment);
  }

  List<String> cells() {
    return List.of(
        text, subnet.map(Subnet::toString).orElse(""), network, kind, owner, part, comment);
  }
}
