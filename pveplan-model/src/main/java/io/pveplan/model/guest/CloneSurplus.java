package io.pveplan.model.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a template has and a clone of it is not to have. Proxmox VE copies all settings of a template
 * (qemu-server, src/PVE/API2/Qemu.pm, clone_vm), so whoever makes the clone takes these from it.
 *
 * <p>Hardware is not among them: where the plan says nothing, a clone has that of its template, which
 * is filled in. Neither are the cloud-init settings of a clone that has none of its own.
 *
 * <pre>{@code
 * CloneSurplus.of(whole);   // [cpulimit, tags, hostpci0], if only the template has these
 * }</pre>
 *
 * @since 0.1
 */
public final class CloneSurplus {

  /** The documents of cloud-init, all in one setting. */
  public static final String DOCUMENTS = "cicustom";

  private static final Map<String, Predicate<Vm>> SETTINGS = settings();

  private CloneSurplus() {}

  private static Map<String, Predicate<Vm>> settings() {
    Map<String, Predicate<Vm>> all = new LinkedHashMap<>();
    // Only where that of the template is more than the clone's memory; else it is filled in.
    all.put("balloon", vm -> vm.balloon().isPresent());
    all.put("cpulimit", vm -> vm.cpuLimit().isPresent());
    all.put("cpuunits", vm -> vm.cpuUnits().isPresent());
    all.put("description", vm -> vm.description().isPresent());
    all.put("tags", vm -> !vm.tags().isEmpty());
    all.put("onboot", Vm::onBoot);
    all.put("startup", vm -> vm.startup().isPresent());
    all.put("protection", Vm::protection);
    return all;
  }

  /**
   * The settings, by the names that Proxmox VE has for them. {@link #DOCUMENTS} is among them also
   * where the clone has documents of its own: whoever makes it knows whether they are in place.
   *
   * @param clone a clone with its template
   */
  public static List<String> of(WholeVm clone) {
    if (clone.origins().isEmpty()) {
      return List.of();
    }
    Vm vm = clone.vm();
    Vm template = clone.origins().get(0);
    List<String> found = new ArrayList<>();
    SETTINGS.forEach((name, has) -> {
      if (has.test(template) && !has.test(vm)) {
        found.add(name);
      }
    });
    for (int card = vm.nics().size(); card < template.nics().size(); card++) {
      found.add("net" + card);
    }
    Set<String> slots = slots(template);
    slots.removeAll(slots(vm));
    found.addAll(slots);
    if (vm.cloudInit().isPresent()) {
      cloudInit(clone, found);
    }
    return found;
  }

  private static Set<String> slots(Vm vm) {
    Set<String> slots = new LinkedHashSet<>();
    for (int device = 0; device < vm.devices().size(); device++) {
      slots.add(vm.deviceSlot(device));
    }
    return slots;
  }

  private static void cloudInit(WholeVm clone, List<String> found) {
    Optional<Vm> owner =
        clone.origins().stream().filter(it -> it.cloudInit().isPresent()).findFirst();
    if (owner.isPresent()) {
      Set<String> names = names(owner.get());
      names.removeAll(names(clone.vm()));
      found.addAll(names);
      if (hasDocuments(owner.get())) {
        found.add(DOCUMENTS);
      }
    }
  }

  private static Set<String> names(Vm vm) {
    CloudInit settings = vm.cloudInit().orElseThrow();
    Set<String> names = new LinkedHashSet<>();
    add(names, "ciuser", settings.user().isPresent());
    add(names, "sshkeys", !settings.sshKeys().isEmpty());
    for (int card = 0; card < vm.nics().size(); card++) {
      int number = card;
      add(
          names,
          "ipconfig" + card,
          settings.ipConfigs().stream().anyMatch(it -> it.nic() == number));
    }
    add(names, "nameserver", !settings.dnsServers().isEmpty());
    add(names, "searchdomain", settings.searchDomain().isPresent());
    return names;
  }

  /**
   * Whether a machine has documents of cloud-init by its own settings, wherever they are put.
   *
   * @param vm a machine
   */
  public static boolean hasDocuments(Vm vm) {
    return vm.cloudInit()
        .filter(it -> !it.ownDocuments().isEmpty()
            || it.beyondSettings()
            || !it.accounts().isEmpty())
        .isPresent();
  }

  private static void add(Set<String> names, String name, boolean has) {
    if (has) {
      names.add(name);
    }
  }
}
