package io.pveplan.model.guest;

import io.pveplan.model.ResolvedPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The settings of cloud-init that a document of the planner's own takes the place of: Proxmox VE
 * does not merge the two (pve-docs, qm-cloud-init.adoc).
 *
 * <pre>{@code
 * HiddenSettings.of(plan, web);  // {user=[user, sshKeys]}
 * }</pre>
 *
 * @since 0.1
 */
public final class HiddenSettings {

  private HiddenSettings() {}

  /**
   * What is hidden, by the key of {@code cicustom} that hides it; nothing where nothing is.
   *
   * @param plan the plan of the machine; a template and a guest of Terraform have their packages,
   *     files and commands in vendor-data, any other machine in user-data
   * @param vm a machine
   */
  public static Map<String, List<String>> of(ResolvedPlan plan, Vm vm) {
    Map<String, List<String>> hidden = new LinkedHashMap<>();
    vm.cloudInit().ifPresent(it -> collect(it, usesSettings(plan, vm), hidden));
    return Collections.unmodifiableMap(hidden);
  }

  /**
   * Whether a machine keeps its login and addresses as settings, and the rest as vendor-data: a
   * template, since clones would take documents over, a guest of Terraform, and Windows, which reads
   * addresses in another form and no vendor-data. Any other has documents for all of it.
   *
   * @param plan the plan of the machine
   * @param vm a machine
   */
  public static boolean usesSettings(ResolvedPlan plan, Vm vm) {
    return usesSettings(plan.terraformGuests()::makes, vm);
  }

  static boolean usesSettings(Predicate<Guest> byTerraform, Vm vm) {
    return vm.template() || vm.forWindows() || byTerraform.test(vm);
  }

  /**
   * What a machine has only by a document of cloud-init: further users, packages, files, commands,
   * time zone and locale, by the names of {@link CloudInit}. Without a storage to put one on, all of
   * it is lost. Nothing is among them that no document would say, such as further users of a
   * template, or what one of the planner's own hides.
   *
   * <pre>{@code
   * HiddenSettings.onlyInDocuments(plan, vm);   // [packages, files]
   * }</pre>
   *
   * @param plan the plan of the machine
   * @param vm a machine
   */
  public static List<String> onlyInDocuments(ResolvedPlan plan, Vm vm) {
    List<String> names = new ArrayList<>();
    boolean inVendorData = usesSettings(plan, vm);
    vm.cloudInit()
        .filter(it -> (inVendorData ? it.vendorData() : it.userData()).isEmpty())
        .ifPresent(it -> {
          add(names, "accounts", !inVendorData && !it.accounts().isEmpty());
          names.addAll(work(it));
        });
    return Collections.unmodifiableList(names);
  }

  private static void collect(
      CloudInit cloudInit, boolean inVendorData, Map<String, List<String>> hidden) {
    if (cloudInit.userData().isPresent()) {
      List<String> names = new ArrayList<>(login(cloudInit));
      if (!inVendorData) {
        names.addAll(work(cloudInit));
      }
      put(hidden, "user", names);
    }
    if (cloudInit.networkConfig().isPresent()) {
      put(hidden, "network", network(cloudInit));
    }
    if (cloudInit.vendorData().isPresent() && inVendorData) {
      put(hidden, "vendor", work(cloudInit));
    }
  }

  private static List<String> login(CloudInit cloudInit) {
    List<String> names = new ArrayList<>();
    add(names, "user", cloudInit.user().isPresent());
    add(names, "sshKeys", !cloudInit.sshKeys().isEmpty());
    add(names, "accounts", !cloudInit.accounts().isEmpty());
    add(names, "upgrade", cloudInit.upgrade());
    return names;
  }

  private static List<String> network(CloudInit cloudInit) {
    List<String> names = new ArrayList<>();
    add(names, "ipConfigs", !cloudInit.ipConfigs().isEmpty());
    add(names, "dnsServers", !cloudInit.dnsServers().isEmpty());
    add(names, "searchDomain", cloudInit.searchDomain().isPresent());
    return names;
  }

  private static List<String> work(CloudInit cloudInit) {
    List<String> names = new ArrayList<>();
    add(names, "packages", !cloudInit.packages().isEmpty());
    add(names, "files", !cloudInit.files().isEmpty());
    add(names, "commands", !cloudInit.commands().isEmpty());
    add(names, "timezone", cloudInit.timezone().isPresent());
    add(names, "locale", cloudInit.locale().isPresent());
    return names;
  }

  private static void add(List<String> names, String name, boolean said) {
    if (said) {
      names.add(name);
    }
  }

  private static void put(Map<String, List<String>> hidden, String part, List<String> names) {
    Optional.of(names).filter(it -> !it.isEmpty()).ifPresent(it -> hidden.put(part, it));
  }
}
