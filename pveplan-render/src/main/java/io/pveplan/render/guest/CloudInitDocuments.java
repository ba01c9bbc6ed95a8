package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.text.Yaml;
import io.pveplan.render.text.YamlValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The cloud-init documents of the guests of a plan, and the snippets they are kept as.
 *
 * <pre>{@code
 * CloudInitDocuments documents = CloudInitDocuments.of(plan);
 * documents.userData(web);                 // #cloud-config ..
 * documents.snippet(web, "user-data");     // nas:snippets/101-web01-user-data.yaml
 * documents.userData(withoutCloudInit);    // refused: nothing to write
 * }</pre>
 *
 * @since 0.1
 */
public final class CloudInitDocuments {

  // A file name has at most 255 bytes, and snippets append to the folder's.
  private static final int LONGEST_FOLDER = 200;

  private final ResolvedPlan plan;

  private CloudInitDocuments(ResolvedPlan plan) {
    this.plan = plan;
  }

  /** The documents of a plan. */
  public static CloudInitDocuments of(ResolvedPlan plan) {
    return new CloudInitDocuments(plan);
  }

  /**
   * Folder of a guest in the bundle, below {@code cloud-init}: its VMID and its name, as {@code
   * 101-web01}, or the VMID alone where the name is too long for a file name. Snippets have it in
   * front. No other guest changes it, so that documents keep their names once they are somewhere.
   */
  public String folder(Vm vm) {
    String folder = vm.vmid() + "-" + vm.name();
    return folder.length() > LONGEST_FOLDER ? vm.vmid().toString() : folder;
  }

  /**
   * Names, users, packages, files and commands: all that the product's own user-data would say, and what it can not.
   * Of packages, files and commands it says those of the template too where it has some itself, since cloud-init takes no
   * other list then.
   *
   * @throws IllegalArgumentException if the guest has no cloud-init settings
   */
  public String userData(Vm vm) {
    return UserData.of(plan, vm, settings(vm));
  }

  /**
   * Addresses, version 2: each card is found by its MAC address and named {@code eth} and its
   * number, as the product does. A card without addresses in the plan takes them from DHCP.
   *
   * @throws IllegalArgumentException if the guest has no cloud-init settings
   * @throws IllegalStateException if a card has no MAC address
   */
  public String networkConfig(Vm vm) {
    return NetworkConfig.of(plan, vm, settings(vm));
  }

  /**
   * The instance: its ID is the SHA-1 of user-data and network-config, one after the other, in
   * hexadecimal digits. That is how the product makes it (qemu-server, QemuServer/Cloudinit.pm), so
   * cloud-init runs again as soon as one of the two says something else.
   *
   * @throws IllegalArgumentException if the guest has no cloud-init settings
   * @throws IllegalStateException if a card has no MAC address
   */
  public String metaData(Vm vm) {
    String id = sha1(userData(vm) + networkConfig(vm));
    return Yaml.of(
            YamlValue.map().with("instance-id", id).with("local-hostname", UserData.hostname(vm)))
        .text();
  }

  /**
   * Packages, files, commands, time zone and locale: what is left to say when user, keys and
   * addresses are settings of the guest and the product writes user-data by itself. Empty when that
   * is nothing, when the plan names vendor-data of its own, and for Windows, which reads none. Further users are not in it: the list of users in user-data replaces one here.
   *
   * @throws IllegalArgumentException if the guest has no cloud-init settings
   */
  public Optional<String> vendorData(Vm vm) {
    return settings(vm).vendorData().isPresent() || vm.forWindows()
        ? Optional.empty()
        : UserData.vendorPart(plan, vm, settings(vm));
  }

  /**
   * The snippet that holds a document: on the first storage for snippets that every node has on
   * which the guest may run, a shared one before one whose nodes each need a copy.
   *
   * @param document {@code user-data}, {@code network-config}, {@code meta-data} or {@code
   *     vendor-data}
   * @return empty when the plan has no such storage
   */
  public Optional<Volume> snippet(Vm vm, String document) {
    return snippetStorage(vm)
        .map(it -> new Volume(it.id(), "snippets", folder(vm) + "-" + document + ".yaml"));
  }

  /**
   * Names of the nodes that put the snippets of a guest on their storage: each on which it may run,
   * or a clone that has vendor-data of it; of a shared storage the first node that has it, which is
   * the same one for all guests.
   */
  public List<String> snippetNodes(Vm vm) {
    return snippetStorage(vm)
        .filter(Storage::sharedByAllNodes)
        .map(storage -> plan.reach().nodesOf(storage.id()).stream().limit(1).toList())
        .orElseGet(() -> List.copyOf(plan.contents().documentNodes(vm)));
  }

  Optional<Storage> snippetStorage(Vm vm) {
    return plan.contents().snippetStorage(vm);
  }

  /** The planner's own documents that a guest reads, be it since its template names them. */
  Collection<Volume> ownDocuments(Vm vm) {
    return plan.contents().ownDocuments(vm).values();
  }

  /**
   * The vendor-data that a guest has from its template: a clone without some of its own keeps it.
   *
   * @return empty where it has none from there, and where that has no storage
   */
  public Optional<Volume> inheritedVendorData(Vm vm) {
    return plan.contents()
        .vendorDataOf(vm)
        .filter(source -> source != vm)
        .flatMap(source -> source.cloudInit().orElseThrow().vendorData().isPresent()
            ? source.cloudInit().orElseThrow().vendorData()
            : snippet(source, "vendor-data"));
  }

  private static CloudInit settings(Vm vm) {
    return vm.cloudInit()
        .orElseThrow(() ->
            new IllegalArgumentException("guest " + vm.vmid() + " has no cloud-init settings"));
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has SHA-1 (java.security.MessageDigest).
      throw new IllegalStateException(e);
    }
  }
}
