package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.network.IpAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What cloud-init does in a virtual machine at its first start.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCloudInit.class)
@JsonDeserialize(as = ImmutableCloudInit.class)
public interface CloudInit extends Declared {

  /** ID of the storage that carries the cloud-init drive; that of the first disk when absent. */
  Optional<String> storage();

  /**
   * Login name, in the form of the system that the machine runs: {@code ops}, or {@code
   * Administrator} where that is Windows.
   */
  Optional<String> user();

  /** Public SSH keys of that user, one line each. */
  List<String> sshKeys();

  /** Addresses of the network cards; DHCP for those not named. */
  List<IpConfig> ipConfigs();

  /** Name servers. */
  List<IpAddress> dnsServers();

  /** Domain that short names are looked up in. */
  Optional<String> searchDomain();

  /** Packages to be installed. */
  @Value.NaturalOrder
  SortedSet<String> packages();

  /** Users beside the login. */
  List<CloudInitAccount> accounts();

  /** Files to be written. */
  List<CloudInitFile> files();

  /** Commands to be run at the first start, in this order, once all packages are there. */
  List<CloudInitCommand> commands();

  /** Time zone: {@code Europe/Vienna} or {@code UTC}; that of the image when absent. */
  Optional<String> timezone();

  /** Locale: {@code de_AT.UTF-8}; that of the image when absent. */
  Optional<String> locale();

  /**
   * User-data of the planner's own, a snippet; it replaces user, keys and whatever else would be in
   * it. As all four of these, it has to be on each node that the guest may run on.
   */
  Optional<Volume> userData();

  /** Network-config of the planner's own; it replaces addresses and name servers. */
  Optional<Volume> networkConfig();

  /** Meta-data of the planner's own; it has to have an instance-id. */
  Optional<Volume> metaData();

  /** Vendor-data of the planner's own; cloud-init merges it below user-data. */
  Optional<Volume> vendorData();

  /**
   * Whether all packages are upgraded first. Proxmox VE does when nothing is said; pveplan says no.
   */
  @Value.Default
  default boolean upgrade() {
    return false;
  }

  /**
   * Whether it says something that vendor-data can hold and the settings of a guest can not:
   * packages, files, commands, time zone, locale.
   */
  default boolean beyondSettings() {
    return !packages().isEmpty()
        || !files().isEmpty()
        || !commands().isEmpty()
        || timezone().isPresent()
        || locale().isPresent();
  }

  /** The planner's own documents by their keys in {@code cicustom}, in the order of those. */
  default Map<String, Volume> ownDocuments() {
    Map<String, Volume> documents = new LinkedHashMap<>();
    userData().ifPresent(it -> documents.put("user", it));
    networkConfig().ifPresent(it -> documents.put("network", it));
    metaData().ifPresent(it -> documents.put("meta", it));
    vendorData().ifPresent(it -> documents.put("vendor", it));
    return Collections.unmodifiableMap(documents);
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CloudInit}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCloudInit.Builder {
    Builder() {}

    @Override
    public CloudInit build() {
      CloudInit built = super.build();
      new Faults()
          .check("storage", () -> built.storage().ifPresent(NameFormat.STORAGE_ID::require))
          .check("user", () -> built.user().ifPresent(CloudInitCheck::requireUser))
          .each("sshKeys", built.sshKeys(), NameFormat.SSH_KEY::require)
          .check("searchDomain", () -> built.searchDomain().ifPresent(NameFormat.DOMAIN::require))
          .each("packages", built.packages(), NameFormat.PACKAGE::require)
          .check("accounts", () -> CloudInitCheck.requireOneOfEachName(built))
          .check("files", () -> CloudInitCheck.requireOneOfEachPath(built))
          .check("userData", () -> built.userData().ifPresent(CloudInitCheck::requireSnippet))
          .check(
              "networkConfig",
              () -> built.networkConfig().ifPresent(CloudInitCheck::requireSnippet))
          .check("metaData", () -> built.metaData().ifPresent(CloudInitCheck::requireSnippet))
          .check("vendorData", () -> built.vendorData().ifPresent(CloudInitCheck::requireSnippet))
          .check("timezone", () -> built.timezone().ifPresent(CloudInitForm.TIME_ZONE::require))
          .check("locale", () -> built.locale().ifPresent(CloudInitForm.LOCALE::require))
          .end();
      return built;
    }
  }
}
