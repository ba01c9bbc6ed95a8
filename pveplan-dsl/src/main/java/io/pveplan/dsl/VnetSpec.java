package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.Vnet;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of a VNet.
 *
 * <pre>{@code
 * c.vnet("lab1", nat, b -> b.alias("laboratory").vlanAware());
 * c.vnet("lab2", nat, b -> b.tag(0)); // refused: is outside 1 to 16777215
 * }</pre>
 *
 * @since 0.1
 */
public final class VnetSpec extends Scope {

  final Vnet.Builder vnet = Vnet.builder();
  private final Sdn.Builder sdn;
  private final String id;

  VnetSpec(Definition definition, Sdn.Builder sdn, String id, ZoneRef zone) {
    super(definition, PlanPath.of("sdn", "vnet", Objects.requireNonNull(id, "id")));
    this.sdn = sdn;
    this.id = id;
    vnet.id(id).zone(zone.name()).declaredAt(line);
  }

  /** Sets the VLAN tag or VXLAN ID, by type of zone; 1 to 16777215. */
  public VnetSpec tag(int tag) {
    set("tag", tag, vnet::tag);
    return this;
  }

  /** Sets the alias. */
  public VnetSpec alias(String alias) {
    set("alias", alias, vnet::alias);
    return this;
  }

  /** Lets guests use VLAN tags on it. */
  public VnetSpec vlanAware() {
    set("vlanAware", true, vnet::vlanAware);
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
    Objects.requireNonNull(subnet, "subnet");
    SubnetSpec spec = new SubnetSpec(definition, id, subnet);
    declare(spec, block, spec.subnet::build, VnetRef.named(id)).ifPresent(sdn::addSubnet);
    return this;
  }

  /**
   * Scope of a subnet of a VNet.
   *
   * <pre>{@code
   * c.vnet("lab1", nat, b -> b.subnet("10.150.10.0/24", s -> s.gateway("10.150.10.1").snat()));
   * c.vnet("lab2", nat, b -> b.subnet("10.150.11.0/24", s -> s.gateway("gw"))); // refused: IP address
   * }</pre>
   *
   * @since 0.1
   */
  public static final class SubnetSpec extends Scope {

    final SdnSubnet.Builder subnet = SdnSubnet.builder();

    SubnetSpec(Definition definition, String vnet, String subnet) {
      super(definition, PlanPath.of("sdn", "subnet", vnet + "-" + subnet.replace('/', '-')));
      this.subnet.vnet(vnet).subnet(StandIn.SUBNET).declaredAt(line);
      require("", subnet, it -> this.subnet.subnet(Subnet.parse(it)));
    }

    /** Sets the gateway, which each node carries on the VNet. */
    public SubnetSpec gateway(String address) {
      set("gateway", address, it -> subnet.gateway(IpAddress.parse(it)));
      return this;
    }

    /** Lets guests reach the outside with the address of their node. */
    public SubnetSpec snat() {
      set("snat", true, subnet::snat);
      return this;
    }

    /** Adds a range the IPAM hands out. */
    public SubnetSpec dhcpRange(String first, String last) {
      Objects.requireNonNull(last, "last");
      set(
          "dhcpRanges",
          first,
          it -> subnet.addDhcpRange(new AddressRange(IpAddress.parse(it), IpAddress.parse(last))));
      return this;
    }
  }
}
