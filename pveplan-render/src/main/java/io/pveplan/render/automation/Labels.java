package io.pveplan.render.automation;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of guests as Terraform identifiers, no two alike.
 *
 * <p>A guest's name is a DNS name: letters, digits, dashes, and dots that are neither first nor last
 * nor side by side. A dot becomes an underscore, one more stands before a leading digit, and two and
 * the VMID behind a name that several guests or a guest and a fleet have, in whatever case. So {@code web-01} stays, {@code
 * 1.db} becomes {@code _1_db}, and a label tells its guest.
 */
final class Labels {

  private final Map<Vmid, String> labels = new HashMap<>();

  Labels(List<? extends Guest> guests) {
    Map<String, Integer> count = new HashMap<>();
    // The label of a fleet is its name.
    guests.stream()
        .flatMap(guest -> guest.fleet().stream())
        .map(fleet -> fleet.toLowerCase(Locale.ROOT))
        .forEach(fleet -> count.put(fleet, 1));
    guests.forEach(guest -> count.merge(guest.name().toLowerCase(Locale.ROOT), 1, Integer::sum));
    for (Guest guest : guests) {
      boolean unique = count.get(guest.name().toLowerCase(Locale.ROOT)) == 1;
      labels.put(
          guest.vmid(),
          unique ? identifier(guest.name()) : identifier(guest.name()) + "__" + guest.vmid());
    }
  }

  String of(Guest guest) {
    return labels.get(guest.vmid());
  }

  private static String identifier(String name) {
    boolean digit = name.charAt(0) <= '9';
    return (digit ? "_" : "") + name.replace('.', '_');
  }
}
