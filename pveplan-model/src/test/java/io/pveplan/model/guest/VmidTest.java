package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmidTest {

  @ParameterizedTest
  @ValueSource(ints = {100, 200, 999_999_999})
  void a_vmid_is_a_number_from_100(int number) {
    assertThat(Vmid.of(number)).hasToString(Integer.toString(number));
  }

  @ParameterizedTest
  @ValueSource(ints = {-100, 0, 99, 1_000_000_000})
  void another_number_is_refused(int number) {
    assertThat(Refusal.of(() -> Vmid.of(number)))
        .isEqualTo(number + " is not a VMID [GST-001]: Use a number from 100 to 999999999.");
  }

  @Test
  void vmids_sort_by_number() {
    assertThat(Vmid.of(200)).isLessThan(Vmid.of(1000));
  }
}
