package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Ipv6Source;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.render.text.Yaml;
import io.pveplan.render.text.YamlMap;
import io.pveplan.render.text.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes network-config, version 2. */
final class NetworkConfig {

  // Not "default": cloud-init 22.4, that of Debian 12, does not know it as a destination.
  private static final String ANY_V4 = "0.0.0.0/0";
  private static final String ANY_V6 = "::/0";

  private NetworkConfig() {}

  static String of(ResolvedPlan plan, Vm vm, CloudInit cloudInit) {
    YamlMap ethernets = YamlValue.map();
    for (int number = 0; number < vm.nics().size(); number++) {
      YamlMap ethernet = ethernet(vm.nics().get(number), number, cloudInit);
      // The resolver is one for the whole machine; the product names it at its first card, too.
      YamlMap whole = number == 0 ? withResolver(ethernet, plan, cloudInit) : ethernet;
      ethernets = ethernets.with("eth" + number, whole);
    }
    return Yaml.of(YamlValue.map().with("version", 2).with("ethernets", ethernets))
        .text();
  }

  private static YamlMap ethernet(GuestNic nic, int number, CloudInit cloudInit) {
    String mac = nic.mac()
        .map(MacAddress::lowerCase)
        .orElseThrow(() -> new IllegalStateException("net" + number + " has no MAC address"));
    YamlMap ethernet = YamlValue.map()
        .with("match", YamlValue.map().with("macaddress", mac))
        .with("set-name", "eth" + number);
    List<IpConfig> configs =
        cloudInit.ipConfigs().stream().filter(it -> it.nic() == number).toList();
    boolean dhcp = configs.isEmpty() || configs.stream().anyMatch(IpConfig::dhcp);
    ethernet = ethernet.with("dhcp4", dhcp);
    Optional<Ipv6Source> ipv6 =
        configs.stream().flatMap(it -> it.ipv6().stream()).findFirst();
    if (ipv6.isPresent()) {
      // What netplan has for SLAAC. The other writers of cloud-init leave the card to the kernel
      // and
      // to NetworkManager, which take the address a router announces unless they are told not to.
      // "dhcp6", to which version 1 falls back for netplan, would wait for a server elsewhere.
      ethernet = ethernet.with(ipv6.get() == Ipv6Source.DHCP ? "dhcp6" : "accept-ra", true);
    }
    List<String> addresses = configs.stream()
        .flatMap(it -> it.address().stream())
        .map(address -> address.address().toString())
        .toList();
    if (!addresses.isEmpty()) {
      ethernet = ethernet.with("addresses", YamlValue.texts(addresses));
    }
    List<YamlMap> routes = configs.stream()
        .flatMap(it -> it.gateway().stream())
        .map(NetworkConfig::route)
        .toList();
    return routes.isEmpty() ? ethernet : ethernet.with("routes", YamlValue.list(routes));
  }

  private static YamlMap route(IpAddress gateway) {
    return YamlValue.map()
        .with("to", gateway.isV4() ? ANY_V4 : ANY_V6)
        .with("via", gateway.toString());
  }

  // What a guest does not say it takes from its node (qemu-server, QemuServer/Cloudinit.pm).
  private static YamlMap withResolver(YamlMap ethernet, ResolvedPlan plan, CloudInit cloudInit) {
    List<IpAddress> servers = new ArrayList<>(cloudInit.dnsServers());
    if (servers.isEmpty()) {
      servers.addAll(plan.plan().dnsServers());
    }
    Optional<String> domain = cloudInit.searchDomain().or(() -> plan.plan().domain());
    YamlMap resolver = YamlValue.map();
    if (!servers.isEmpty()) {
      resolver = resolver.with(
          "addresses", YamlValue.texts(servers.stream().map(IpAddress::toString).toList()));
    }
    if (domain.isPresent()) {
      resolver = resolver.with("search", YamlValue.texts(domain.get()));
    }
    return resolver.isEmpty() ? ethernet : ethernet.with("nameservers", resolver);
  }
}
