package io.pveplan.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuGenerationTest {

  @ParameterizedTest
  @CsvSource({
    "AMD EPYC 7551P, NAPLES, x86-64-v3",
    "AMD EPYC 3251, NAPLES, x86-64-v3",
    "AMD EPYC 7402P, ROME, x86-64-v3",
    "AMD EPYC 7F52, ROME, x86-64-v3",
    "AMD EPYC 7H12, ROME, x86-64-v3",
    "AMD EPYC 7763, MILAN, x86-64-v3",
    "AMD EPYC 73F3, MILAN, x86-64-v3",
    "AMD EPYC 7373X, MILAN, x86-64-v3",
    "EPYC 9354P, GENOA, x86-64-v4",
    "AMD EPYC 9684X, GENOA, x86-64-v4",
    "AMD EPYC 8024PN, GENOA, x86-64-v4",
    "AMD EPYC 4344P, GENOA, x86-64-v4",
    "AMD EPYC 9555P, TURIN, x86-64-v4",
    "AMD EPYC 4565P, TURIN, x86-64-v4",
    "Intel Xeon X5570, NEHALEM, x86-64-v2",
    "Intel Xeon E5645, WESTMERE, x86-64-v2-AES",
    "Intel Xeon E7-4870, WESTMERE, x86-64-v2-AES",
    "Intel Xeon E5-2670, SANDY_BRIDGE, x86-64-v2-AES",
    "Intel Xeon E5-2670 v2, IVY_BRIDGE, x86-64-v2-AES",
    "Intel Xeon E5-2680 v3, HASWELL, x86-64-v3",
    "Intel Xeon E5-2680 v4, BROADWELL, x86-64-v3",
    "Intel Xeon D-1541, BROADWELL, x86-64-v3",
    "Intel Xeon E3-1270 v6, SKYLAKE_CLIENT, x86-64-v3",
    "Intel Xeon E-2288G, SKYLAKE_CLIENT, x86-64-v3",
    "Intel Xeon E-2388G, ROCKET_LAKE, x86-64-v4",
    "Intel Xeon E-2488, RAPTOR_LAKE, x86-64-v3",
    "Intel Xeon Silver 4110, SKYLAKE_SERVER, x86-64-v4",
    "Intel Xeon Gold 6248R, CASCADE_LAKE, x86-64-v4",
    "Intel Xeon Platinum 8380HL, COOPER_LAKE, x86-64-v4",
    "Intel Xeon Gold 6338N, ICE_LAKE, x86-64-v4",
    "Intel Xeon D-2775TE, ICE_LAKE, x86-64-v4",
    "Intel Xeon Platinum 8480+, SAPPHIRE_RAPIDS, x86-64-v4",
    "Intel Xeon Gold 6548Y+, EMERALD_RAPIDS, x86-64-v4",
    "Intel Xeon 6980P, GRANITE_RAPIDS, x86-64-v4",
    "Intel Xeon 6 6780E, SIERRA_FOREST, x86-64-v3",
    "Intel Xeon 6369P, RAPTOR_LAKE, x86-64-v3",
    "Intel Xeon 6353P, RAPTOR_LAKE, x86-64-v3",
    "Intel Xeon 6505P, GRANITE_RAPIDS, x86-64-v4",
    "Intel Xeon E5-2690 V4, BROADWELL, x86-64-v3",
    "Intel Xeon CPU E5-2690 v4, BROADWELL, x86-64-v3",
    "Intel(R) Xeon(R) CPU E5-2690 v4 @ 2.60GHz, BROADWELL, x86-64-v3",
    "Intel(R) Xeon(R) CPU E5-2690 0 @ 2.90GHz, SANDY_BRIDGE, x86-64-v2-AES",
    "Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz, ICE_LAKE, x86-64-v4",
    "Intel® Xeon® Gold 6338, ICE_LAKE, x86-64-v4",
    "Intel Xeon™ Processor E-2488, RAPTOR_LAKE, x86-64-v3",
    "AMD EPYC 7763 64-Core Processor, MILAN, x86-64-v3"
  })
  void is_told_by_the_name_of_a_model(String model, CpuGeneration generation, String level) {
    assertThat(CpuGeneration.ofModel(model)).contains(generation);
    assertThat(generation.level().text()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AMD EPYC",
        "AMD EPYC 9356-like",
        "Custom 64",
        "Intel Xeon Gold",
        "Intel Xeon Gold 6138N2",
        "Intel Xeon E5-2670 v9",
        "Intel Xeon 6480P",
        "AMD Ryzen 9 7950X",
        "NotEPYC 9354P"
      })
  void is_not_guessed_from_another_name(String model) {
    assertThat(CpuGeneration.ofModel(model)).isEmpty();
  }

  @Test
  void runs_what_is_older_of_its_maker_and_not_above_its_level() {
    assertThat(CpuGeneration.MILAN.runs(CpuGeneration.MILAN)).isTrue();
    assertThat(CpuGeneration.MILAN.runs(CpuGeneration.ROME)).isTrue();
    assertThat(CpuGeneration.ROME.runs(CpuGeneration.MILAN)).isFalse();
    assertThat(CpuGeneration.MILAN.runs(CpuGeneration.HASWELL)).isFalse();
    assertThat(CpuGeneration.RAPTOR_LAKE.runs(CpuGeneration.SKYLAKE_SERVER)).isFalse();
    assertThat(CpuGeneration.RAPTOR_LAKE.runs(CpuGeneration.SKYLAKE_CLIENT)).isTrue();
    assertThat(CpuGeneration.GRANITE_RAPIDS.runs(CpuGeneration.SIERRA_FOREST)).isFalse();
    assertThat(CpuGeneration.SIERRA_FOREST.runs(CpuGeneration.CLEARWATER_FOREST))
        .isFalse();
    assertThat(CpuGeneration.CLEARWATER_FOREST.runs(CpuGeneration.SIERRA_FOREST))
        .isTrue();
  }

  @Test
  void does_not_run_what_its_maker_took_out() {
    assertThat(CpuGeneration.OPTERON_G5.runs(CpuGeneration.OPTERON_G4)).isTrue();
    assertThat(CpuGeneration.NAPLES.runs(CpuGeneration.OPTERON_G4)).isFalse();
    assertThat(CpuGeneration.TURIN.runs(CpuGeneration.OPTERON_G5)).isFalse();
    assertThat(CpuGeneration.TURIN.runs(CpuGeneration.OPTERON_G3)).isTrue();
    assertThat(CpuGeneration.ICE_LAKE.runs(CpuGeneration.COOPER_LAKE)).isFalse();
    assertThat(CpuGeneration.SAPPHIRE_RAPIDS.runs(CpuGeneration.COOPER_LAKE)).isTrue();
    assertThat(CpuGeneration.ROCKET_LAKE.runs(CpuGeneration.CASCADE_LAKE)).isFalse();
    assertThat(CpuGeneration.ROCKET_LAKE.runs(CpuGeneration.SKYLAKE_CLIENT)).isTrue();
    assertThat(CpuGeneration.ICE_LAKE.runs(CpuGeneration.CASCADE_LAKE)).isTrue();
  }
}
