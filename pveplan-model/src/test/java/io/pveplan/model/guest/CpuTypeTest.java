package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuGeneration;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuTypeTest {

  @Test
  void is_known_by_the_spelling_of_the_product() {
    assertThat(CpuType.named("EPYC-Milan-v2"))
        .contains(new CpuType(
            "EPYC-Milan-v2",
            Optional.of(CpuVendor.AMD),
            Optional.of(CpuGeneration.MILAN),
            Optional.of(CpuLevel.V3),
            true));
    assertThat(CpuType.named("x86-64-v2-AES"))
        .contains(new CpuType(
            "x86-64-v2-AES",
            Optional.empty(),
            Optional.empty(),
            Optional.of(CpuLevel.V2_AES),
            true));
    assertThat(CpuType.named("host"))
        .contains(new CpuType("host", Optional.empty(), Optional.empty(), Optional.empty(), true));
    assertThat(CpuType.named("qemu32"))
        .contains(
            new CpuType("qemu32", Optional.empty(), Optional.empty(), Optional.empty(), false));
    assertThat(CpuType.named("Opteron_G1"))
        .contains(new CpuType(
            "Opteron_G1", Optional.of(CpuVendor.AMD), Optional.empty(), Optional.empty(), true));
  }

  private static String runs(String type, String model) {
    Cpu cpu = Cpu.builder()
        .model(model)
        .sockets(1)
        .vendor(CpuGeneration.ofModel(model).orElseThrow().vendor())
        .level(CpuGeneration.ofModel(model).orElseThrow().level())
        .build();
    return CpuType.named(type).orElseThrow().runsOn(cpu).map(String::valueOf).orElse("not known");
  }

  @ParameterizedTest
  @CsvSource({
    "Opteron_G4, AMD EPYC 7763, false",
    "Opteron_G5, AMD EPYC 7763, false",
    "phenom, AMD EPYC 7763, false",
    "Opteron_G1, AMD EPYC 7763, true",
    "Opteron_G3, AMD EPYC 7763, true",
    "KnightsMill, Intel Xeon Gold 6338, not known",
    "Conroe, Intel Xeon Gold 6338, true",
    "ClearwaterForest, Intel Xeon 6780E, false",
    "SierraForest, Intel Xeon 6780E, true",
    "Cooperlake, Intel Xeon Gold 6338, false",
    "Cooperlake, Intel Xeon Gold 6430, true",
    "Haswell, Intel Xeon E-2388G, false",
    "Haswell-noTSX, Intel Xeon E-2388G, true",
    "Skylake-Client-IBRS, Intel Xeon E-2488, false",
    "Skylake-Client-v4, Intel Xeon E-2488, true",
    "Skylake-Server, Intel Xeon E-2388G, false",
    "Skylake-Server-v5, Intel Xeon E-2388G, false",
    "Cascadelake-Server-v5, Intel Xeon E-2388G, false",
    "Skylake-Client-v4, Intel Xeon E-2388G, true",
    "Icelake-Server-v7, Intel Xeon Gold 6430, true",
    "GraniteRapids-v5, Intel Xeon 6980P, true",
    "DiamondRapids, Intel Xeon 6980P, false",
    "DiamondRapids, AMD EPYC 9555P, false",
    "Skylake-Server, Intel Xeon Gold 6430, true"
  })
  void runs_where_each_flag_is_there(String type, String model, String expected) {
    assertThat(runs(type, model)).isEqualTo(expected);
  }

  @Test
  void the_newest_type_is_not_known_of_a_model_that_tells_nothing() {
    Cpu cpu = Cpu.builder()
        .model("Custom 64")
        .sockets(1)
        .vendor(CpuVendor.INTEL)
        .level(CpuLevel.V4)
        .build();

    assertThat(CpuType.named("DiamondRapids").orElseThrow().runsOn(cpu)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ClearwaterForest",
        "ClearwaterForest-v2",
        "ClearwaterForest-v3",
        "DiamondRapids",
        "EPYC-Genoa-v2",
        "EPYC-Milan-v3",
        "EPYC-Rome-v5",
        "EPYC-Turin",
        "EPYC-v5",
        "GraniteRapids-v2",
        "GraniteRapids-v5",
        "Icelake-Server-v7",
        "SapphireRapids-v3",
        "SapphireRapids-v6",
        "SierraForest",
        "SierraForest-v5"
      })
  void came_with_a_qemu_that_8_4_does_not_get(String type) {
    assertThat(CpuType.named(type).orElseThrow().isIn(ProductVersion.PVE_9)).isTrue();
    assertThat(CpuType.named(type).orElseThrow().isIn(ProductVersion.PVE_8_4)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x86-64-v4",
        "host",
        "max",
        "EPYC-v4",
        "EPYC-Rome-v4",
        "EPYC-Milan-v2",
        "EPYC-Genoa",
        "Icelake-Client",
        "Icelake-Server-v6",
        "SapphireRapids-v2",
        "GraniteRapids"
      })
  void is_in_both_releases(String type) {
    assertThat(CpuType.named(type).orElseThrow().isIn(ProductVersion.PVE_9)).isTrue();
    assertThat(CpuType.named(type).orElseThrow().isIn(ProductVersion.PVE_8_4)).isTrue();
  }

  @Test
  void is_not_known_in_another_spelling() {
    assertThat(CpuType.named("epyc")).isEmpty();
    assertThat(CpuType.named("x86-64-v1")).isEmpty();
    assertThat(CpuType.named("custom-web")).isEmpty();
    assertThat(CpuType.isCustom("custom-web")).isTrue();
    assertThat(CpuType.isCustom("EPYC")).isFalse();
  }
}
