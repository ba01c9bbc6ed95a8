package io.pveplan.render;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GuestNamesTest {

  private static String names(Map<Integer, String> guests) {
    return GuestNames.of(cluster(
            "lab", c -> guests.forEach((vmid, name) -> c.vm(vmid, name, v -> {})))
        .guests());
  }

  @Test
  void numbered_guests_are_told_by_the_first_and_the_last() {
    Map<Integer, String> guests = new TreeMap<>(Map.of(190, "cache01", 400, "db", 402, "render"));
    for (int number = 1; number <= 12; number++) {
      guests.put(200 + number, "web" + (number + 97));
    }

    assertThat(names(guests)).isEqualTo("190 cache01, 201 web98 to 212 web109, 400 db, 402 render");
  }

  @Test
  void a_name_or_a_vmid_that_is_left_out_ends_a_row() {
    assertThat(names(new TreeMap<>(Map.of(
            200, "web01", 201, "web02", 202, "web04", 204, "web05", 205, "web06", 206, "app07"))))
        .isEqualTo("200 web01, 201 web02, 202 web04, 204 web05, 205 web06, 206 app07");
  }

  @Test
  void the_width_of_numbers_is_kept() {
    assertThat(
            names(new TreeMap<>(Map.of(208, "web08", 209, "web09", 210, "web10", 211, "web011"))))
        .isEqualTo("208 web08 to 210 web10, 211 web011");
  }
}
