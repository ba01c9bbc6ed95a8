package io.pveplan.rules.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.hardware.Cpu;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuMakeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "AMD EPYC 7551P, AMD EPYC 1",
    "AMD EPYC 7H12 64-Core Processor, AMD EPYC 2",
    "AMD EPYC 75F3, AMD EPYC 3",
    "AMD EPYC 9354P, AMD EPYC 4",
    "EPYC 9454, AMD EPYC 4",
    "AMD EPYC 9575F, AMD EPYC 5",
    "Intel Xeon Gold 6130, Intel Xeon Scalable 1",
    "Intel(R) Xeon(R) Silver 4210R CPU @ 2.40GHz, Intel Xeon Scalable 2",
    "Intel Xeon Gold 6338, Intel Xeon Scalable 3",
    "Intel Xeon Platinum 8480+, Intel Xeon Scalable 4",
    "Intel(R) Xeon(R) CPU E5-2690 v4 @ 2.60GHz, Intel Xeon v4",
    "Intel Xeon E5-2630L v3, Intel Xeon v3",
    "Intel Xeon E-2388G, Intel Xeon E 3",
    "Intel(R) Xeon(R) E-2488, Intel Xeon E 4",
    "Intel(R) Xeon(R) 6740P, Intel Xeon 6 P",
    "Intel Xeon 6780E, Intel Xeon 6 E",
    "Intel Xeon 6369P, ''",
    "AMD Ryzen 9 7950X, ''",
    "AMD EPYC 97, ''",
  })
  void the_generation_is_read_from_the_model(String model, String generation) {
    assertThat(CpuMake.of(Cpu.builder().model(model).sockets(1).build())
            .generation()
            .orElse(""))
        .isEqualTo(generation);
  }
}
