package io.pveplan.model;

import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Image;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.model.unit.DataSize;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** References of guests and their moves. */
final class GuestReferences {

  private GuestReferences() {}

  static void check(ClusterPlan plan, Names names, Problems found) {
    for (DeviceMapping mapping : plan.deviceMappings()) {
      for (MappedDevice device : mapping.devices()) {
        if (!names.nodes.contains(device.node())) {
          found.missing(mapping.path(), device, "node", device.node(), names.nodes);
        }
      }
    }
    for (Guest guest : plan.guests()) {
      guest
          .node()
          .filter(node -> !names.nodes.contains(node))
          .ifPresent(node -> found.missing(guest.path(), guest, "node", node, names.nodes));
      for (GuestDisk disk : guest.disks()) {
        storage(found, guest.path().child(disk.slot()), disk, disk.storage(), names);
        disk.importFrom()
            .ifPresent(volume ->
                storage(found, guest.path().child(disk.slot()), disk, volume.storage(), names));
      }
      nics(guest, names, found);
      if (guest instanceof Vm vm) {
        check(vm, names, found);
      } else if (guest instanceof Container container) {
        Volume template = container.ostemplate();
        storage(found, guest.path(), guest, template.storage(), names);
        check(guest, guest.nics().size(), container.ipConfigs(), names, found);
      }
    }
    // A plan has no order of moves, and what a later one finds depends on the earlier one.
    Names.once(
        found, plan.migrations(), Migration::guest, Migration::path, "planned move", "guest", "");
    Names.once(found, plan.images(), Image::path, Image::path, "image", "volume", "");
    plan.images().forEach(it -> storage(found, it.path(), it, it.volume().storage(), names));
    for (Migration move : plan.migrations()) {
      if (!names.guests.containsKey(move.guest())) {
        missingGuest(found, move.path(), move, move.guest(), names);
      }
      if (!names.nodes.contains(move.target())) {
        found.missing(move.path(), move, "node", move.target(), names.nodes);
      }
      move.targetStorage().ifPresent(id -> storage(found, move.path(), move, id, names));
    }
  }

  static void missingGuest(Problems found, PlanPath at, Declared by, Vmid vmid, Names names) {
    found.missing(
        at,
        by,
        "guest",
        vmid.toString(),
        names.guests.keySet().stream().map(Vmid::toString).toList());
  }

  private static void nics(Guest guest, Names names, Problems found) {
    int number = 0;
    for (GuestNic nic : guest.nics()) {
      if (!names.bridgesAndVnets.contains(nic.bridge())) {
        found.missing(
            guest.path().child("net" + number),
            nic,
            "bridge or VNet",
            nic.bridge(),
            names.bridgesAndVnets);
      }
      number++;
    }
  }

  private static void storage(Problems found, PlanPath at, Declared by, String id, Names names) {
    if (!names.storageIds.contains(id)) {
      found.missing(at, by, "storage", id, names.storageIds);
    }
  }

  private static void check(Vm vm, Names names, Problems found) {
    vm.iso().ifPresent(iso -> storage(found, vm.path(), vm, iso.storage(), names));
    for (int index = 0; index < vm.devices().size(); index++) {
      GuestDevice device = vm.devices().get(index);
      Set<String> known = names.mappings.get(device.deviceKind());
      if (device.mapping().isPresent() && !known.contains(device.mapping().get())) {
        found.missing(
            vm.path().child(vm.deviceSlot(index)),
            device,
            "device mapping",
            device.mapping().get(),
            known,
            "GST-026");
      }
    }
    vm.efiDisk()
        .ifPresent(
            disk -> storage(found, vm.path().child("efidisk0"), disk, disk.storage(), names));
    vm.tpmState()
        .ifPresent(
            disk -> storage(found, vm.path().child("tpmstate0"), disk, disk.storage(), names));
    BootReferences.check(vm, names, found);
    vm.clone().ifPresent(clone -> check(vm, clone, names, found));
    balloon(vm, names, found);
    vm.cloudInit().ifPresent(cloudInit -> check(vm, cloudInit, names, found));
  }

  private static void check(Vm vm, Clone clone, Names names, Problems found) {
    Guest template = names.guests.get(clone.template());
    if (template == null) {
      missingGuest(found, vm.path(), clone, clone.template(), names);
    } else if (!(template instanceof Vm source) || !source.template()) {
      found.add(
          vm.path(),
          clone,
          "guest " + clone.template() + " is not a template",
          "Declare it as a template, or clone another one.",
          "");
    }
  }

  // What a clone says nothing of it has from its template (Vm.Builder checks a memory of its own).
  private static void balloon(Vm vm, Names names, Problems found) {
    if (vm.clone().isEmpty() || vm.memory().isPresent() || vm.balloon().isEmpty()) {
      return;
    }
    DataSize memory = CloneFilling.memory(vm, names.guests);
    if (vm.balloon().get().compareTo(memory) > 0) {
      found.add(
          vm.path(),
          vm,
          "balloon " + vm.balloon().get() + " of " + vm.name() + " is more than the memory of "
              + memory + " that it has from its template",
          "Give it at most the memory, or give the clone memory of its own.",
          "GST-008");
    }
  }

  private static void check(Vm vm, CloudInit cloudInit, Names names, Problems found) {
    cloudInit.storage().ifPresent(id -> storage(found, vm.path(), cloudInit, id, names));
    cloudInit
        .ownDocuments()
        .forEach((part, volume) -> storage(found, vm.path(), cloudInit, volume.storage(), names));
    List<Vm> origins = CloneOrigins.of(vm, names.guests);
    cloudInit.user().ifPresent(user -> user(vm, origins, user, found));
    int cards = origins.stream()
        .mapToInt(it -> it.nics().size())
        .filter(number -> number > 0)
        .findFirst()
        .orElse(0);
    check(vm, cards, cloudInit.ipConfigs(), names, found);
  }

  // Which system a clone runs it may have from its template (Vm.Builder checks what tells itself).
  private static void user(Vm vm, List<Vm> origins, String user, Problems found) {
    boolean windows = origins.stream()
        .flatMap(it -> it.ostype().stream())
        .findFirst()
        .filter(OsType::isWindows)
        .isPresent();
    NameFormat form = windows ? NameFormat.WINDOWS_USER_NAME : NameFormat.USER_NAME;
    try {
      form.require(user);
    } catch (InvalidValueException refused) {
      found.add(
          vm.path(),
          vm.cloudInit().orElseThrow(),
          String.valueOf(refused.getMessage()),
          refused.advice(),
          "");
    }
  }

  private static void check(
      Guest guest, int cards, List<IpConfig> configs, Names names, Problems found) {
    Set<String> families = new HashSet<>();
    for (IpConfig config : configs) {
      String family = family(config);
      if (!families.add(config.nic() + " " + family)) {
        found.add(
            guest.path(),
            config,
            "net" + config.nic() + " has its " + family + " address twice",
            "Give each network card one IPv4 and one IPv6 address at most, DHCP counting as IPv4.",
            "CI-003");
      }
      if (config.nic() >= cards) {
        found.add(
            guest.path(),
            config,
            "there is no net" + config.nic() + " for its addresses",
            "Declare the network card, or leave the addresses out.",
            "CI-005");
      }
      config
          .address()
          .ifPresent(
              address -> ClusterReferences.address(found, guest.path(), config, address, names));
    }
  }

  // ipconfigN holds one ip and one ip6 (qemu-server, src/PVE/QemuServer/Network.pm), and so does
  // each ip_config block of a provider.
  private static String family(IpConfig config) {
    return config.ipv6().isPresent()
            || config.address().filter(it -> it.address().address().isV6()).isPresent()
        ? "IPv6"
        : "IPv4";
  }
}
