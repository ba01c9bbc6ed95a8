package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.Vnet;
import java.util.function.Consumer;

/**
 * Scope of a VNet.
 *
 * @since 0.1
 */
public final class VnetSpec extends Scope {

  final Vnet.Builder vnet = Vnet.builder();
  private final Sdn.Builder sdn;
  private final String id;

  VnetSpec(Definition definition, Sdn.Builder sdn, String id, ZoneRef zone) {
    super(definition, PlanPath.of("sdn", "vnet", id));
    this.sdn = sdn;
    this.id = id;
    vnet.id(id).zone(zone.name()).declaredAt(line);
  }

  /** Sets the VLAN tag or VXLAN ID, by type of zone; 1 to 16777215. */
  public VnetSpec tag(int tag) {
    set(() -> vnet.tag(tag));
    return this;
  }

  /** Sets the alias. */
  public VnetSpec alias(String alias) {
    set(() -> vnet.alias(alias));
    return this;
  }

  /** Lets guests use VLAN tags on it. */
  public VnetSpec vlanAware() {
    set(() -> vnet.vlanAware(true));
    return this;
  }

  /**
   * Adds a subnet.
   *
   * <pre>{@code
   * c.vnet("lab1", nat, b -> b.subnet("10.150.10.0/24", s -> s
   *     .gateway("10.150.10.1").snat().dhcpRange("10.150.10.100", "10.150.10.200")));
   * c.vnet("lab2", nat, b -> b.subnet("10.150.11.1/24", s -> {})); // refused: host bits
   * }</pre>
   *
   * @param subnet network address with prefix length; host bits are refused
   * @param block gateway, SNAT and DHCP
   * @return this scope
   */
  public VnetSpec subnet(String subnet, Consumer<? super SubnetSpec> block) {
    SubnetSpec spec = new SubnetSpec(definition, id, subnet);
    declare(spec, block, () -> Subnet.parse(subnet))
        .flatMap(
            parsed -> make(spec.at, () -> spec.subnet.vnet(id).subnet(parsed).build(), id))
        .ifPresent(sdn::addSubnet);
    return this;
  }

  /**
   * Scope of a subnet of a VNet.
   *
   * @since 0.1
   */
  public static final class SubnetSpec extends Scope {

    final SdnSubnet.Builder subnet = SdnSubnet.builder();

    SubnetSpec(Definition definition, String vnet, String subnet) {
      super(definition, PlanPath.of("sdn", "subnet", vnet + "-" + subnet.replace('/', '-')));
      this.subnet.declaredAt(line);
    }

    /** Sets the gateway, which each node carries on the VNet. */
    public SubnetSpec gateway(String address) {
      set(() -> subnet.gateway(IpAddress.parse(address)));
      return this;
    }

    /** Lets guests reach the outside with the address of their node. */
    public SubnetSpec snat() {
      set(() -> subnet.snat(true));
      return this;
    }

    /** Adds a range the IPAM hands out. */
    public SubnetSpec dhcpRange(String first, String last) {
      set(() ->
          subnet.addDhcpRange(new AddressRange(IpAddress.parse(first), IpAddress.parse(last))));
      return this;
    }
  }
}
