package io.pveplan.render.guest;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A folder for each guest: its name, or name and VMID where several have one name. An underscore,
 * which no name has, keeps {@code web_200} apart from whatever name there is; names that differ in
 * case only are one name to some file systems.
 */
final class GuestFolders {

  // A file name has at most 255 bytes, and the snippets append to it.
  private static final int LONGEST = 200;

  private final Map<Vmid, String> folders = new HashMap<>();

  GuestFolders(List<? extends Guest> guests) {
    Map<String, Integer> count = new HashMap<>();
    guests.forEach(guest -> count.merge(key(guest), 1, Integer::sum));
    for (Guest guest : guests) {
      boolean unique = count.get(key(guest)) == 1;
      String name = guest.name().length() > LONGEST ? "guest" : guest.name();
      boolean telling = unique && name.equals(guest.name());
      folders.put(guest.vmid(), telling ? name : name + "_" + guest.vmid());
    }
  }

  String of(Guest guest) {
    return folders.get(guest.vmid());
  }

  private static String key(Guest guest) {
    return guest.name().toLowerCase(Locale.ROOT);
  }
}
