package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.network.IpAddress;

/**
 * Scope of cloud-init.
 *
 * <pre>{@code
 * c.vm(300, "web01", v -> v.nic("vmbr0").cloudInit(s -> s.user("admin").address(0, mgmt.host(50))));
 * c.vm(301, "web02", v -> v.cloudInit(s -> s.user("Admin"))); // refused: is not a user name
 * }</pre>
 *
 * @since 0.1
 */
public final class CloudInitSpec extends Scope {

  private final CloudInit.Builder cloudInit;
  private final NicAddresses addresses;

  CloudInitSpec(Definition definition, PlanPath guest, CloudInit.Builder cloudInit) {
    super(definition, guest.child("cloud-init"));
    this.cloudInit = cloudInit;
    this.addresses = new NicAddresses(this, cloudInit::addIpConfig);
  }

  /** Sets the storage of the cloud-init drive; that of the first disk when not set. */
  public CloudInitSpec storage(StorageRef storage) {
    set("storage", storage, it -> cloudInit.storage(NameFormat.STORAGE_ID.require(it.name())));
    return this;
  }

  /** Sets the login name. */
  public CloudInitSpec user(String user) {
    set("user", user, it -> cloudInit.user(NameFormat.USER_NAME.require(it)));
    return this;
  }

  /** Adds public SSH keys of that user. */
  public CloudInitSpec sshKeys(String... keys) {
    setEach("sshKeys", keys, it -> cloudInit.addSshKey(NameFormat.SSH_KEY.require(it)));
    return this;
  }

  /**
   * Gives a network card a static address. A network with a gateway gives that too.
   *
   * @param nic number of the card, 0 for net0
   */
  public CloudInitSpec address(int nic, NetworkAddress address) {
    addresses.add(nic, address);
    return this;
  }

  /**
   * Gives a network card a static address and a default gateway of its own.
   *
   * @param nic number of the card, 0 for net0
   * @param gateway address of the gateway
   */
  public CloudInitSpec address(int nic, NetworkAddress address, String gateway) {
    addresses.add(nic, address, gateway);
    return this;
  }

  /** Lets a network card take its address from DHCP. */
  public CloudInitSpec dhcp(int nic) {
    addresses.dhcp(nic);
    return this;
  }

  /** Adds name servers. */
  public CloudInitSpec dns(String... servers) {
    setEach("dnsServers", servers, it -> cloudInit.addDnsServer(IpAddress.parse(it)));
    return this;
  }

  /** Sets the domain that short names are looked up in. */
  public CloudInitSpec searchDomain(String domain) {
    set("searchDomain", domain, it -> cloudInit.searchDomain(NameFormat.DOMAIN.require(it)));
    return this;
  }

  /** Adds packages to be installed. */
  public CloudInitSpec packages(String... packages) {
    setEach("packages", packages, it -> cloudInit.addPackage(NameFormat.PACKAGE.require(it)));
    return this;
  }

  /** Upgrades all packages at the first start. */
  public CloudInitSpec upgrade() {
    set("upgrade", true, cloudInit::upgrade);
    return this;
  }
}
