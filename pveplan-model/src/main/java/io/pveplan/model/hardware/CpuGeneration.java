package io.pveplan.model.hardware;

import java.util.Optional;

/**
 * Generations of x86 server processors and the instruction set level each of them has (pve-docs:
 * qm.adoc, QEMU CPU Types; qm-vcpu-list.adoc).
 *
 * <p>Those of one maker are in an order in which a later one runs what an earlier one of its level,
 * or of a lower one, runs, but for what its maker took out again. By and large that is their age; small processors come before the large
 * ones whose CPU type has more flags.
 *
 * <pre>{@code
 * CpuGeneration.ofModel("AMD EPYC 9354P");  // GENOA
 * CpuGeneration.ofModel("Custom 64");       // empty: the name tells nothing
 * }</pre>
 *
 * @since 0.1
 */
public enum CpuGeneration {
  /** Xeon 5500. */
  NEHALEM(CpuVendor.INTEL, CpuLevel.V2),
  /** Xeon 5600, E7 of the first version. */
  WESTMERE(CpuVendor.INTEL, CpuLevel.V2_AES),
  /** Xeon E3 and E5 of the first version. */
  SANDY_BRIDGE(CpuVendor.INTEL, CpuLevel.V2_AES),
  /** Xeon E3, E5 and E7 v2. */
  IVY_BRIDGE(CpuVendor.INTEL, CpuLevel.V2_AES),
  /** Xeon E3, E5 and E7 v3. */
  HASWELL(CpuVendor.INTEL, CpuLevel.V3),
  /** Xeon E3, E5 and E7 v4, D-1500. */
  BROADWELL(CpuVendor.INTEL, CpuLevel.V3),
  /** Xeon E3 v5 and v6, E-2100 and E-2200: Skylake and its successors without AVX-512. */
  SKYLAKE_CLIENT(CpuVendor.INTEL, CpuLevel.V3),
  /** Xeon Scalable, first generation, D-2100. */
  SKYLAKE_SERVER(CpuVendor.INTEL, CpuLevel.V4),
  /** Xeon Scalable, second generation. */
  CASCADE_LAKE(CpuVendor.INTEL, CpuLevel.V4),
  /** Xeon E-2300. */
  ROCKET_LAKE(CpuVendor.INTEL, CpuLevel.V4),
  /** Xeon Scalable, third generation for four and eight sockets. */
  COOPER_LAKE(CpuVendor.INTEL, CpuLevel.V4),
  /** Xeon Scalable, third generation, D-1700 and D-2700. */
  ICE_LAKE(CpuVendor.INTEL, CpuLevel.V4),
  /** Xeon E-2400 and 6300P: without AVX-512. */
  RAPTOR_LAKE(CpuVendor.INTEL, CpuLevel.V3),
  /** Xeon Scalable, fourth generation. */
  SAPPHIRE_RAPIDS(CpuVendor.INTEL, CpuLevel.V4),
  /** Xeon Scalable, fifth generation. */
  EMERALD_RAPIDS(CpuVendor.INTEL, CpuLevel.V4),
  /** Xeon 6 with performance cores. */
  GRANITE_RAPIDS(CpuVendor.INTEL, CpuLevel.V4),
  /** Xeon 6 with efficiency cores: without AVX-512. */
  SIERRA_FOREST(CpuVendor.INTEL, CpuLevel.V3),
  /** Xeon 6+ with efficiency cores: without AVX-512. */
  CLEARWATER_FOREST(CpuVendor.INTEL, CpuLevel.V3),

  /** Opteron of family 10h. */
  OPTERON_G3(CpuVendor.AMD, CpuLevel.V2),
  /** Opteron of family 15h, Bulldozer. */
  OPTERON_G4(CpuVendor.AMD, CpuLevel.V2_AES),
  /** Opteron of family 15h, Piledriver. */
  OPTERON_G5(CpuVendor.AMD, CpuLevel.V2_AES),
  /** EPYC 7001 and 3000: Zen. */
  NAPLES(CpuVendor.AMD, CpuLevel.V3),
  /** EPYC 7002: Zen 2. */
  ROME(CpuVendor.AMD, CpuLevel.V3),
  /** EPYC 7003: Zen 3. */
  MILAN(CpuVendor.AMD, CpuLevel.V3),
  /** EPYC 9004, 8004 and 4004: Zen 4. */
  GENOA(CpuVendor.AMD, CpuLevel.V4),
  /** EPYC 9005 and 4005: Zen 5. */
  TURIN(CpuVendor.AMD, CpuLevel.V4);

  private final CpuVendor vendor;
  private final CpuLevel level;

  CpuGeneration(CpuVendor vendor, CpuLevel level) {
    this.vendor = vendor;
    this.level = level;
  }

  /** The maker. */
  public CpuVendor vendor() {
    return vendor;
  }

  /** The highest level that all processors of the generation have. */
  public CpuLevel level() {
    return level;
  }

  /** Whether its processors have what those of another generation have, as far as QEMU tells. */
  public boolean runs(CpuGeneration other) {
    return vendor == other.vendor
        && compareTo(other) >= 0
        && level.compareTo(other.level) >= 0
        && !dropped(other);
  }

  // QEMU, target/i386/cpu.c: FMA4, XOP and TBM of the old Opterons are not in Zen, AVX512_BF16 is
  // not in Ice Lake. CLWB is in all large Xeons, but not in Rocket Lake (LLVM,
  // X86TargetParser.cpp, FeaturesRocketlake).
  private boolean dropped(CpuGeneration other) {
    return switch (other) {
      case OPTERON_G4, OPTERON_G5 -> compareTo(OPTERON_G5) > 0;
      case COOPER_LAKE -> this == ICE_LAKE;
      case SKYLAKE_SERVER, CASCADE_LAKE -> this == ROCKET_LAKE;
      default -> false;
    };
  }

  /** Whether its processors have transactional memory (HLE and RTM), which small Xeons lost. */
  public boolean transactional() {
    return switch (this) {
      case HASWELL,
          BROADWELL,
          SKYLAKE_CLIENT,
          SKYLAKE_SERVER,
          CASCADE_LAKE,
          COOPER_LAKE,
          ICE_LAKE,
          SAPPHIRE_RAPIDS,
          EMERALD_RAPIDS,
          GRANITE_RAPIDS -> true;
      default -> false;
    };
  }

  /**
   * {@return the generation that the name of a model tells, as its maker writes it; with or without
   * the maker's name before it}
   *
   * @param model name of the model
   */
  public static Optional<CpuGeneration> ofModel(String model) {
    return CpuModelName.generation(model);
  }
}
