package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.unit.DataSize;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LvmThinCapacityTest {

  @ParameterizedTest
  @CsvSource({
    "1GiB, 1GiB, 0B",
    "102GiB, 1044MiB, 102360MiB",
    "2TiB, 16GiB, 2016GiB",
    "9223372036854775807B, 16GiB, 9223372002495037439B"
  })
  void a_hundredth_is_for_metadata_and_as_much_is_spare(
      String disk, String metadata, String usable) {
    LvmThinCapacity capacity = LvmThinCapacity.of(List.of(DataSize.parse(disk)));

    assertThat(capacity.metadata()).isEqualTo(DataSize.parse(metadata));
    assertThat(capacity.usable()).isEqualTo(DataSize.parse(usable));
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807B, 9223372036854775807B", "1TiB, 2TiB"})
  void devices_are_added_up(String disk, String together) {
    DataSize size = DataSize.parse(disk);

    assertThat(LvmThinCapacity.of(List.of(size, size)).raw()).isEqualTo(DataSize.parse(together));
  }
}
