package io.pveplan.model;

import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Fills in some of what a clone has from its template, which gives it a copy of the whole
 * configuration (qemu-server, PVE/API2/Qemu.pm clone_vm). CPU, memory, agent and cards are not filled
 * in: a clone has those that the plan gives it. Disks are looked up.
 */
final class CloneFilling {

  private final Vm vm;
  private final Map<Vmid, Guest> guests;
  private final Defaults defaults;

  private CloneFilling(Vm vm, Map<Vmid, Guest> guests, Defaults defaults) {
    this.vm = vm;
    this.guests = guests;
    this.defaults = defaults;
  }

  static void fill(Vm vm, Vm.Builder filled, Map<Vmid, Guest> guests, Defaults defaults) {
    if (vm.clone().isEmpty()) {
      return;
    }
    CloneFilling filling = new CloneFilling(vm, guests, defaults);
    filling.fill("machine", Vm::machine, filled::machine);
    filling.fill("bios", Vm::bios, filled::bios);
    filling.fill("ostype", Vm::ostype, filled::ostype);
    filling.fill("scsihw", Vm::scsihw, filled::scsihw);
    filling.fill("vga", Vm::vga, filled::vga);
  }

  private <T> void fill(String field, Function<Vm, Optional<T>> value, Consumer<T> target) {
    Set<Vmid> seen = new HashSet<>();
    Optional<Vm> origin = Optional.of(vm);
    while (origin.isPresent() && seen.add(origin.get().vmid())) {
      Optional<T> said = value.apply(origin.get());
      if (said.isPresent()) {
        if (origin.get() != vm) {
          String source = "template " + origin.get().vmid();
          target.accept(defaults.note(vm.path(), field, said.get(), source));
        }
        return;
      }
      origin = origin
          .get()
          .clone()
          .map(Clone::template)
          .map(guests::get)
          .filter(Vm.class::isInstance)
          .map(Vm.class::cast);
    }
  }
}
