package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.hardware.CpuGeneration;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

  @Test
  void is_not_known_in_another_spelling() {
    assertThat(CpuType.named("epyc")).isEmpty();
    assertThat(CpuType.named("x86-64-v1")).isEmpty();
    assertThat(CpuType.named("custom-web")).isEmpty();
    assertThat(CpuType.isCustom("custom-web")).isTrue();
    assertThat(CpuType.isCustom("EPYC")).isFalse();
  }
}
