package io.pveplan.render;

import io.pveplan.model.guest.Guest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Guests by VMID and name, none left out: those that are numbered one after another are told by the
 * first and the last.
 *
 * <pre>{@code
 * GuestNames.of(guests);  // 300 cache01, 200 web01 to 211 web12
 * }</pre>
 *
 * @since 0.1
 */
public final class GuestNames {

  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

  // Two are as short by their names.
  private static final int SHORTEST_RUN = 3;

  private GuestNames() {}

  /**
   * The names of some guests, in their order.
   *
   * @param guests the guests
   */
  public static String of(List<? extends Guest> guests) {
    List<String> names = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= guests.size(); next++) {
      if (next == guests.size() || !follows(guests.get(next), guests.get(next - 1))) {
        names.addAll(run(guests.subList(first, next)));
        first = next;
      }
    }
    return String.join(", ", names);
  }

  private static List<String> run(List<? extends Guest> guests) {
    Stream<String> names = guests.stream().map(guest -> guest.vmid() + " " + guest.name());
    List<String> all = names.toList();
    return all.size() < SHORTEST_RUN ? all : List.of(all.get(0) + " to " + all.get(all.size() - 1));
  }

  private static boolean follows(Guest guest, Guest before) {
    Matcher name = NUMBERED.matcher(before.name());
    if (guest.vmid().value() != before.vmid().value() + 1 || !name.matches()) {
      return false;
    }
    String digits = name.group(2);
    String next =
        String.format(Locale.ROOT, "%0" + digits.length() + "d", Long.parseLong(digits) + 1);
    return guest.name().equals(name.group(1) + next);
  }
}
