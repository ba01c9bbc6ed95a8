package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.network.IpAddress;
import java.util.Arrays;

/**
 * Scope of cloud-init.
 *
 * @since 0.1
 */
public final class CloudInitSpec extends Scope {

  private final CloudInit.Builder cloudInit;

  CloudInitSpec(Definition definition, PlanPath guest, CloudInit.Builder cloudInit) {
    super(definition, guest.child("cloud-init"));
    this.cloudInit = cloudInit;
  }

  /** Sets the storage of the cloud-init drive; that of the first disk when not set. */
  public CloudInitSpec storage(StorageRef storage) {
    set(() -> cloudInit.storage(NameFormat.STORAGE_ID.require(storage.name())), storage);
    return this;
  }

  /** Sets the login name. */
  public CloudInitSpec user(String user) {
    set(() -> cloudInit.user(NameFormat.USER_NAME.require(user)));
    return this;
  }

  /** Adds public SSH keys of that user. */
  public CloudInitSpec sshKeys(String... keys) {
    set(() -> cloudInit.addAllSshKeys(
        Arrays.stream(keys).map(NameFormat.SSH_KEY::require).toList()));
    return this;
  }

  /**
   * Gives a network card a static address. A network with a gateway gives that too.
   *
   * @param nic number of the card, 0 for net0
   */
  public CloudInitSpec address(int nic, NetworkAddress address) {
    requireOpen();
    definition
        .resolve(at, address)
        .flatMap(resolved -> make(
            at,
            () -> IpConfig.builder()
                .nic(nic)
                .address(resolved)
                .declaredAt(CallSite.here())
                .build()))
        .ifPresent(cloudInit::addIpConfig);
    return this;
  }

  /**
   * Gives a network card a static address and a default gateway of its own.
   *
   * @param nic number of the card, 0 for net0
   * @param gateway address of the gateway
   */
  public CloudInitSpec address(int nic, NetworkAddress address, String gateway) {
    requireOpen();
    definition
        .resolve(at, address)
        .flatMap(resolved -> make(
            at,
            () -> IpConfig.builder()
                .nic(nic)
                .address(resolved)
                .gateway(IpAddress.parse(gateway))
                .declaredAt(CallSite.here())
                .build()))
        .ifPresent(cloudInit::addIpConfig);
    return this;
  }

  /** Lets a network card take its address from DHCP. */
  public CloudInitSpec dhcp(int nic) {
    make(
            at,
            () -> IpConfig.builder()
                .nic(nic)
                .dhcp(true)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(cloudInit::addIpConfig);
    return this;
  }

  /** Adds name servers. */
  public CloudInitSpec dns(String... servers) {
    set(() ->
        cloudInit.addAllDnsServers(Arrays.stream(servers).map(IpAddress::parse).toList()));
    return this;
  }

  /** Sets the domain that short names are looked up in. */
  public CloudInitSpec searchDomain(String domain) {
    set(() -> cloudInit.searchDomain(NameFormat.DOMAIN.require(domain)));
    return this;
  }

  /** Adds packages to be installed. */
  public CloudInitSpec packages(String... packages) {
    set(() -> cloudInit.addAllPackages(
        Arrays.stream(packages).map(NameFormat.PACKAGE::require).toList()));
    return this;
  }

  /** Upgrades all packages at the first start. */
  public CloudInitSpec upgrade() {
    set(() -> cloudInit.upgrade(true));
    return this;
  }
}
