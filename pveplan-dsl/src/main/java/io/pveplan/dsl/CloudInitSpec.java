package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.CloudInitAccount;
import io.pveplan.model.guest.CloudInitCommand;
import io.pveplan.model.guest.CloudInitFile;
import io.pveplan.model.guest.Ipv6Source;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.network.IpAddress;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

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

  /**
   * Sets the login name, in the form of the system: {@code ops}, or {@code Administrator} where the
   * machine or the template it is cloned from runs Windows.
   */
  public CloudInitSpec user(String user) {
    set(
        "user",
        user,
        it -> cloudInit.user(
            NameFormat.WINDOWS_USER_NAME.matches(it) ? it : NameFormat.USER_NAME.require(it)));
    return this;
  }

  /** Adds public SSH keys of that user. */
  public CloudInitSpec sshKeys(String... keys) {
    setEach("sshKeys", keys, it -> cloudInit.addSshKey(NameFormat.SSH_KEY.require(it)));
    return this;
  }

  /**
   * Gives a network card a static address. The first card whose network has a gateway gets the
   * default route over it, unless a card before it takes its address from DHCP or another gateway is
   * named.
   *
   * @param nic number of the card, 0 for net0
   */
  public CloudInitSpec address(int nic, NetworkAddress address) {
    addresses.add(nic, address);
    return this;
  }

  /**
   * Gives a network card a static address and a default gateway. Then no other card is given a
   * default route of that family, unless its gateway is named as well.
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

  /** Lets a network card take its IPv6 address from DHCPv6. */
  public CloudInitSpec dhcp6(int nic) {
    addresses.ipv6(nic, Ipv6Source.DHCP);
    return this;
  }

  /** Lets a network card make its IPv6 address from router advertisements (SLAAC). */
  public CloudInitSpec slaac(int nic) {
    addresses.ipv6(nic, Ipv6Source.AUTO);
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

  /**
   * Adds a user beside the login. It has no password, so that one who is to log in needs a key.
   *
   * @param name name of the user
   */
  public CloudInitSpec account(String name, Consumer<? super AccountSpec> block) {
    AccountSpec spec = new AccountSpec(definition, at.child(Objects.requireNonNull(name, "name")));
    declare(spec, block, () -> spec.account.name(name).build()).ifPresent(cloudInit::addAccount);
    return this;
  }

  /**
   * Adds a file, which root owns and all may read.
   *
   * @param path absolute path
   * @param content text with newlines as line ends; no secret, for all can read it in the plan
   */
  public CloudInitSpec file(String path, String content) {
    return file(path, content, f -> {});
  }

  /**
   * Adds a file with what else there is to say of it.
   *
   * @param path absolute path
   * @param content text with newlines as line ends; no secret, for all can read it in the plan
   */
  public CloudInitSpec file(String path, String content, Consumer<? super FileSpec> block) {
    Objects.requireNonNull(content, "content");
    FileSpec spec = new FileSpec(definition, at.child(Objects.requireNonNull(path, "path")));
    declare(spec, block, () -> spec.file.path(path).content(content).build())
        .ifPresent(cloudInit::addFile);
    return this;
  }

  /** Adds a command, word by word: no shell reads it. Commands run once all packages are there. */
  public CloudInitSpec command(String... words) {
    set("commands", words, it -> cloudInit.addCommand(CloudInitCommand.of(it)));
    return this;
  }

  /** Sets the time zone, for example {@code Europe/Vienna}. */
  public CloudInitSpec timezone(String timezone) {
    set(
        "timezone",
        timezone,
        it -> cloudInit.timezone(checked(b -> b.timezone(it)).timezone()));
    return this;
  }

  /** Sets the locale, for example {@code de_AT.UTF-8}. */
  public CloudInitSpec locale(String locale) {
    set("locale", locale, it -> cloudInit.locale(checked(b -> b.locale(it)).locale()));
    return this;
  }

  /**
   * Names user-data of one's own. It replaces user, keys and whatever else would be in it.
   *
   * @param storage one for snippets that each node has on which the guest may run
   * @param file name of the file in its {@code snippets} directory
   */
  public CloudInitSpec userData(StorageRef storage, String file) {
    return document("userData", storage, file, cloudInit::userData);
  }

  /**
   * Names network-config of one's own. It replaces addresses and name servers.
   *
   * @param storage one for snippets that each node has on which the guest may run
   * @param file name of the file in its {@code snippets} directory
   */
  public CloudInitSpec networkConfig(StorageRef storage, String file) {
    return document("networkConfig", storage, file, cloudInit::networkConfig);
  }

  /**
   * Names meta-data of one's own, which has to have an instance-id.
   *
   * @param storage one for snippets that each node has on which the guest may run
   * @param file name of the file in its {@code snippets} directory
   */
  public CloudInitSpec metaData(StorageRef storage, String file) {
    return document("metaData", storage, file, cloudInit::metaData);
  }

  /**
   * Names vendor-data of one's own. cloud-init merges it below user-data.
   *
   * @param storage one for snippets that each node has on which the guest may run
   * @param file name of the file in its {@code snippets} directory
   */
  public CloudInitSpec vendorData(StorageRef storage, String file) {
    return document("vendorData", storage, file, cloudInit::vendorData);
  }

  // Refuses a value whose form only the model knows where it is set, once for several blocks.
  private static CloudInit checked(Consumer<CloudInit.Builder> setting) {
    CloudInit.Builder alone = CloudInit.builder();
    setting.accept(alone);
    return alone.build();
  }

  private CloudInitSpec document(
      String field, StorageRef storage, String file, Function<Volume, ?> setting) {
    Objects.requireNonNull(file, "file");
    set(field, storage, it -> setting.apply(new Volume(it.name(), "snippets", file)));
    return this;
  }

  /** Upgrades all packages at the first start. */
  public CloudInitSpec upgrade() {
    set("upgrade", true, cloudInit::upgrade);
    return this;
  }

  /**
   * Scope of a user beside the login.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.cloudInit(s -> s.account("deploy", u -> u.groups("adm").shell("/bin/sh"))));
   * c.vm(301, "web02", v -> v.cloudInit(s -> s.account("deploy", u -> u.shell("sh")))); // refused: is not
   * }</pre>
   *
   * @since 0.1
   */
  public static final class AccountSpec extends Scope {

    final CloudInitAccount.Builder account = CloudInitAccount.builder();

    AccountSpec(Definition definition, PlanPath at) {
      super(definition, at);
      account.declaredAt(line);
    }

    /** Adds groups besides its own. */
    public AccountSpec groups(String... groups) {
      setEach("groups", groups, it -> account.addGroup(NameFormat.USER_NAME.require(it)));
      return this;
    }

    /** Sets what it may do by sudo, for example {@code ALL=(ALL) NOPASSWD:ALL}. */
    public AccountSpec sudo(String rule) {
      set("sudo", rule, it -> account.sudo(NameFormat.LINE.require(it)));
      return this;
    }

    /** Sets the login shell; that of the image when not set. */
    public AccountSpec shell(String path) {
      set("shell", path, it -> account.shell(NameFormat.PATH.require(it)));
      return this;
    }

    /** Adds public SSH keys. */
    public AccountSpec sshKeys(String... keys) {
      setEach("sshKeys", keys, it -> account.addSshKey(NameFormat.SSH_KEY.require(it)));
      return this;
    }
  }

  /**
   * Scope of a file that cloud-init writes.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.cloudInit(s -> s.file("/etc/motd", "hi\n", f -> f.permissions("0640"))));
   * c.vm(301, "web02", v -> v.cloudInit(s -> s.file("/etc/motd", "", f -> f.permissions("rw-")))); // refused: is not a file mode
   * }</pre>
   *
   * @since 0.1
   */
  public static final class FileSpec extends Scope {

    final CloudInitFile.Builder file = CloudInitFile.builder();

    FileSpec(Definition definition, PlanPath at) {
      super(definition, at);
      file.declaredAt(line);
    }

    /** Sets the permissions, in octal digits; 0644 when not set. */
    public FileSpec permissions(String octal) {
      set("permissions", octal, file::permissions);
      return this;
    }

    /** Sets the owner, a user or user and group: {@code root:adm}; root:root when not set. */
    public FileSpec owner(String owner) {
      set("owner", owner, file::owner);
      return this;
    }
  }
}
