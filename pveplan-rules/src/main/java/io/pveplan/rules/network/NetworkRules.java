package io.pveplan.rules.network;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * The rules about networks, area NET.
 *
 * <pre>{@code
 * RuleBook.empty().with(new NetworkRules()).check(plan);
 * }</pre>
 *
 * @since 0.1
 */
public final class NetworkRules implements RulePack {

  /** For the service loader. */
  public NetworkRules() {}

  @Override
  public String name() {
    return "network";
  }

  @Override
  public String title() {
    return "Network";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new LongBridgeName(),
        new TwoDefaultGateways(),
        new PortWithoutCard(),
        new LowerLayerMtuTooSmall(),
        new DuplicateAddress(),
        new NetworkOrBroadcastAddress(),
        new OwnAddressAsGateway(),
        new OverlappingSubnets(),
        new TrafficNotSeparated(),
        new GuestsOnManagementNetwork(),
        new StorageNetworkWithoutRedundancy(),
        new SingleSlaveBond(),
        new LacpWithoutPartner(),
        new BondSlavesOfUnequalSpeed(),
        new BondOnOneSwitch(),
        new MtuDiffers(),
        new SwitchMtuTooSmall(),
        new TrunksOnClassicBridge(),
        new TagNotBuildable(),
        new TagOnClassicBridge(),
        new TagNotLetThrough(),
        new AddressInDhcpRange(),
        new AddressReservedForOthers(),
        new CableInWrongPort(),
        new PathOversubscribed(),
        new CableEndsDiffer());
  }
}
