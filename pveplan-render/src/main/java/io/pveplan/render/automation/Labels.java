package io.pveplan.render.automation;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of guests as Terraform identifiers, no two of one fleet alike and no two of the guests
 * that are in none.
 *
 * <p>A guest's name is a DNS name: letters, digits, dashes, and dots that are neither first nor last
 * nor side by side. A dot becomes an underscore, and one more stands before a leading digit. Of
 * several guests with one name, in whatever case, the one with the lowest VMID has it as its label,
 * and the others have two underscores and their VMID behind it. So {@code web-01} stays, {@code
 * 1.db} becomes {@code _1_db}, and another guest gives no guest another label, unless it has its
 * name and a lower VMID.
 */
final class Labels {

  // Those whose name a guest with a lower one has.
  private final Set<Vmid> numbered = new HashSet<>();

  Labels(List<? extends Guest> guests) {
    Map<Optional<String>, Map<String, Vmid>> lowest = new HashMap<>();
    for (Guest guest : guests) {
      Map<String, Vmid> ofFleet = lowest.computeIfAbsent(fleet(guest), it -> new HashMap<>());
      ofFleet.merge(guest.name().toLowerCase(Locale.ROOT), guest.vmid(), this::lower);
    }
  }

  private Vmid lower(Vmid one, Vmid other) {
    boolean lower = one.value() < other.value();
    numbered.add(lower ? other : one);
    return lower ? one : other;
  }

  String of(Guest guest) {
    String label = identifier(guest.name());
    return numbered.contains(guest.vmid()) ? label + "__" + guest.vmid() : label;
  }

  /** The fleet a guest is made with; templates are made one by one, as others are cloned from them. */
  static Optional<String> fleet(Guest guest) {
    return guest.fleet().filter(it -> !(guest instanceof Vm vm && vm.template()));
  }

  /** The label of the resource of a fleet, which no guest has: its name, and what no VMID is. */
  static String ofFleet(String name) {
    return name + "__fleet";
  }

  private static String identifier(String name) {
    String plain = name.replace('.', '_');
    return plain.charAt(0) <= '9' ? "_" + plain : plain;
  }
}
