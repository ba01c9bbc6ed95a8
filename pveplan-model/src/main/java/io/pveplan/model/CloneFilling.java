package io.pveplan.model;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Fills in what a clone has from its template: a clone gets a copy of the configuration, its network
 * cards with other MAC addresses (qemu-server, PVE/API2/Qemu.pm clone_vm). Disks and cloud-init
 * settings are not filled in: they are looked up.
 */
final class CloneFilling {

  // qemu-server, QemuServer/Memory.pm.
  private static final DataSize USUAL_MEMORY = DataSize.mib(512);

  private final Vm vm;
  private final List<Vm> origins;
  private final Vm.Builder filled;
  private final Defaults defaults;

  private CloneFilling(Vm vm, List<Vm> origins, Defaults defaults) {
    this.vm = vm;
    this.origins = origins;
    this.filled = Vm.builder().from(vm);
    this.defaults = defaults;
  }

  /** The machine with what its template brings, or as it is if it is no clone. */
  static Vm fill(Vm vm, Map<Vmid, Guest> guests, Defaults defaults) {
    return vm.clone().isEmpty()
        ? vm
        : new CloneFilling(vm, CloneOrigins.of(vm, guests), defaults).all();
  }

  /** What a machine has of memory, its own or that of its template. */
  static DataSize memory(Vm vm, Map<Vmid, Guest> guests) {
    return memory(CloneOrigins.of(vm, guests));
  }

  private static DataSize memory(List<Vm> origins) {
    return origins.stream().flatMap(it -> it.memory().stream()).findFirst().orElse(USUAL_MEMORY);
  }

  private Vm all() {
    processor();
    fill("memory", Vm::memory, filled::memory);
    // It may not be more than the memory, which the clone may have less of.
    DataSize memory = memory(origins);
    fill(
        "balloon",
        it -> it.balloon().filter(least -> least.compareTo(memory) <= 0),
        filled::balloon);
    fill("machine", Vm::machine, filled::machine);
    fill("bios", Vm::bios, filled::bios);
    fill("ostype", Vm::ostype, filled::ostype);
    fill("scsihw", Vm::scsihw, filled::scsihw);
    fill("vga", Vm::vga, filled::vga);
    fill("serial0", it -> present(it.serial0()), filled::serial0);
    fill("agent", it -> present(it.agent()), filled::agent);
    fill("nics", it -> Optional.of(it.nics()).filter(nics -> !nics.isEmpty()), this::cards);
    fill("boot", this::boot, filled::boot);
    return filled.build();
  }

  private void processor() {
    fill("cores", it -> boxed(it.cores()), filled::cores);
    fill("sockets", it -> boxed(it.sockets()), filled::sockets);
    fill("numa", it -> present(it.numa()), filled::numa);
    fill("cpuType", Vm::cpuType, filled::cpuType);
    // Type and flags are one setting: a type without flags has none.
    fill(
        "cpuFlags",
        it -> Optional.of(it.cpuFlags())
            .filter(flags -> !flags.isEmpty() || it.cpuType().isPresent()),
        filled::cpuFlags);
  }

  // Proxmox VE refuses an order with a card that is not there.
  private Optional<List<String>> boot(Vm origin) {
    int cards = origins.stream()
        .mapToInt(it -> it.nics().size())
        .filter(number -> number > 0)
        .findFirst()
        .orElse(0);
    return Optional.of(origin.boot().stream()
            .filter(it -> !it.startsWith("net") || Integer.parseInt(it.substring(3)) < cards)
            .toList())
        .filter(order -> !order.isEmpty());
  }

  private void cards(List<GuestNic> inherited) {
    List<GuestNic> cards = new ArrayList<>();
    for (GuestNic card : inherited) {
      cards.add(GuestNic.builder().from(card).mac(Optional.empty()).build());
    }
    filled.nics(cards);
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private static Optional<Boolean> present(boolean value) {
    return value ? Optional.of(true) : Optional.empty();
  }

  private <T> void fill(String field, Function<Vm, Optional<T>> value, Consumer<T> target) {
    for (Vm origin : origins) {
      Optional<T> said = value.apply(origin);
      if (said.isPresent()) {
        if (origin != vm) {
          target.accept(said.get());
          note(field, said.get(), "template " + origin.vmid());
        }
        return;
      }
    }
  }

  private void note(String field, Object value, String source) {
    if (field.equals("nics")) {
      List<?> cards = (List<?>) value;
      for (int number = 0; number < cards.size(); number++) {
        String bridge = ((GuestNic) cards.get(number)).bridge();
        defaults.note(vm.path().child("net" + number), "bridge", bridge, source);
      }
    } else {
      defaults.note(vm.path(), field, value, source);
    }
  }
}
