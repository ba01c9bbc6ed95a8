package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MtuTest {

  @ParameterizedTest
  @ValueSource(ints = {1280, 1500, 9000, 65520})
  void an_mtu_is_a_number_from_1280_to_65520(int number) {
    assertThat(Mtu.of(number).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1279, 65521})
  void another_number_is_refused(int number) {
    assertThat(Refusal.of(() -> Mtu.of(number)))
        .isEqualTo(number
            + " is not an MTU that Proxmox takes [NET-013]: Use 1500, 9000 or another number"
            + " from 1280 to 65520.");
  }

  @Test
  void mtus_sort_by_size() {
    assertThat(Mtu.of(9000)).isLessThan(Mtu.of(10000));
  }
}
