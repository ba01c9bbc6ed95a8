package io.pveplan.dsl;

import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Ipv6Source;
import io.pveplan.model.network.IpAddress;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Addresses of the network cards of a guest, by the number of the card. */
final class NicAddresses {

  private final Scope scope;
  private final Consumer<? super IpConfig> target;

  NicAddresses(Scope scope, Consumer<? super IpConfig> target) {
    this.scope = scope;
    this.target = target;
  }

  void add(int nic, NetworkAddress address) {
    add(nic, address, (part, config) -> {});
  }

  void add(int nic, NetworkAddress address, String gateway) {
    add(
        nic,
        address,
        (part, config) -> part.set("gateway", gateway, it -> config.gateway(IpAddress.parse(it))));
  }

  private void add(int nic, NetworkAddress address, BiConsumer<PartSpec, IpConfig.Builder> more) {
    scope.requireOpen();
    PartSpec part = new PartSpec(scope.definition, scope.at.child("net" + nic));
    IpConfig.Builder config =
        IpConfig.builder().nic(nic).address(StandIn.OWN_ADDRESS).declaredAt(part.line);
    scope
        .definition
        .resolve(part.at.child("address"), address)
        .ifPresentOrElse(config::address, part::breakOff);
    more.accept(part, config);
    part.build(config::build).ifPresent(target);
  }

  void ipv6(int nic, Ipv6Source source) {
    scope
        .make(
            scope.at.child("net" + nic),
            () -> IpConfig.builder()
                .nic(nic)
                .ipv6(source)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(target);
  }

  void dhcp(int nic) {
    scope
        .make(
            scope.at.child("net" + nic),
            () -> IpConfig.builder()
                .nic(nic)
                .dhcp(true)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(target);
  }
}
