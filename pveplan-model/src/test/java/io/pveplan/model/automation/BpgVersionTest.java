package io.pveplan.model.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BpgVersionTest {

  @Test
  void a_version_is_read_and_written() {
    assertThat(BpgVersion.parse("0.111.1")).isEqualTo(BpgVersion.READ).hasToString("0.111.1");
  }

  @Test
  void versions_are_ordered_by_number() {
    List<BpgVersion> versions = List.of(
        BpgVersion.parse("0.111.1"), BpgVersion.parse("0.99.0"), BpgVersion.parse("0.111.0"));

    assertThat(versions.stream().sorted().map(Object::toString))
        .containsExactly("0.99.0", "0.111.0", "0.111.1");
  }

  @Test
  void a_later_minor_version_has_what_an_earlier_one_has() {
    assertThat(BpgVersion.parse("0.105.2").atLeast(105)).isTrue();
    assertThat(BpgVersion.parse("0.105.2").atLeast(106)).isFalse();
  }

  @Test
  void a_machine_without_settings_is_read_as_it_is_from_0_108_on() {
    assertThat(BpgVersion.parse("0.107.3").readsUnset()).isFalse();
    assertThat(BpgVersion.parse("0.108.0").readsUnset()).isTrue();
  }
}
