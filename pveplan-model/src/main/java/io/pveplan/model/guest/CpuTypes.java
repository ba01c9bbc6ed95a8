package io.pveplan.model.guest;

import static io.pveplan.model.hardware.CpuGeneration.BROADWELL;
import static io.pveplan.model.hardware.CpuGeneration.CASCADE_LAKE;
import static io.pveplan.model.hardware.CpuGeneration.CLEARWATER_FOREST;
import static io.pveplan.model.hardware.CpuGeneration.COOPER_LAKE;
import static io.pveplan.model.hardware.CpuGeneration.GENOA;
import static io.pveplan.model.hardware.CpuGeneration.GRANITE_RAPIDS;
import static io.pveplan.model.hardware.CpuGeneration.HASWELL;
import static io.pveplan.model.hardware.CpuGeneration.ICE_LAKE;
import static io.pveplan.model.hardware.CpuGeneration.IVY_BRIDGE;
import static io.pveplan.model.hardware.CpuGeneration.MILAN;
import static io.pveplan.model.hardware.CpuGeneration.NAPLES;
import static io.pveplan.model.hardware.CpuGeneration.NEHALEM;
import static io.pveplan.model.hardware.CpuGeneration.OPTERON_G3;
import static io.pveplan.model.hardware.CpuGeneration.OPTERON_G4;
import static io.pveplan.model.hardware.CpuGeneration.OPTERON_G5;
import static io.pveplan.model.hardware.CpuGeneration.ROME;
import static io.pveplan.model.hardware.CpuGeneration.SANDY_BRIDGE;
import static io.pveplan.model.hardware.CpuGeneration.SAPPHIRE_RAPIDS;
import static io.pveplan.model.hardware.CpuGeneration.SIERRA_FOREST;
import static io.pveplan.model.hardware.CpuGeneration.SKYLAKE_CLIENT;
import static io.pveplan.model.hardware.CpuGeneration.SKYLAKE_SERVER;
import static io.pveplan.model.hardware.CpuGeneration.TURIN;
import static io.pveplan.model.hardware.CpuGeneration.WESTMERE;

import io.pveplan.model.hardware.CpuGeneration;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The CPU types of Proxmox VE: its own levels, and those of QEMU for x86-64 (qemu-server 9.2.6,
 * PVE/QemuServer/CPUConfig.pm, get_all_cpu_models; pve-qemu 11.0.0,
 * debian/cpu-models-x86_64.json).
 */
final class CpuTypes {

  private static final Map<String, CpuType> ALL = all();

  // Those with HLE and RTM, and with 3DNow!, among the models of QEMU (target/i386/cpu.c). From
  // Sapphire Rapids on all large ones have HLE and RTM.
  private static final Set<String> TRANSACTIONAL = Set.of(
      "Haswell",
      "Haswell-IBRS",
      "Broadwell",
      "Broadwell-IBRS",
      "Skylake-Client",
      "Skylake-Client-IBRS",
      "Skylake-Server",
      "Skylake-Server-IBRS",
      "Cascadelake-Server",
      "Cascadelake-Server-v2",
      "Cooperlake",
      "Cooperlake-v2",
      "Icelake-Client",
      "Icelake-Server",
      "Icelake-Server-v7");
  private static final Set<String> THREE_D_NOW = Set.of("athlon", "phenom");

  // What qemu-server 9.2.6 and pve-qemu 11.0.0 have, and qemu-server 8.4.10 has not.
  private static final Set<String> OF_RELEASE_9 = Set.of(
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
      "GraniteRapids-v3",
      "GraniteRapids-v4",
      "GraniteRapids-v5",
      "Icelake-Server-v7",
      "SapphireRapids-v3",
      "SapphireRapids-v4",
      "SapphireRapids-v5",
      "SapphireRapids-v6",
      "SierraForest",
      "SierraForest-v2",
      "SierraForest-v3",
      "SierraForest-v4",
      "SierraForest-v5");

  // Newer than every generation that the name of a model tells.
  private static final String NEWEST = "DiamondRapids";
  private static final String WITH_AVX512ER = "KnightsMill";

  private CpuTypes() {}

  static Optional<CpuType> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Whether a generation has lost flags of a type that is older, or is older itself. */
  static boolean lacks(CpuGeneration generation, String type) {
    return type.equals(NEWEST)
        || TRANSACTIONAL.contains(type) && !generation.transactional()
        || THREE_D_NOW.contains(type) && generation.compareTo(OPTERON_G3) > 0;
  }

  /** Whether all processors of its maker have the flags of a type without generation. */
  static boolean isKept(String type) {
    return !THREE_D_NOW.contains(type) && !type.equals(WITH_AVX512ER) && !type.equals(NEWEST);
  }

  static boolean isOfRelease9(String type) {
    return OF_RELEASE_9.contains(type);
  }

  private static Map<String, CpuType> all() {
    Map<String, CpuType> all = new HashMap<>();
    generic(all);
    intel(all);
    amd(all);
    return all;
  }

  private static void generic(Map<String, CpuType> all) {
    for (CpuLevel level : CpuLevel.values()) {
      if (level != CpuLevel.V1) {
        put(all, generic(level.text(), Optional.of(level), true));
      }
    }
    for (String name : new String[] {"kvm64", "qemu64"}) {
      put(all, generic(name, Optional.of(CpuLevel.V1), true));
    }
    for (String name : new String[] {"kvm32", "qemu32"}) {
      put(all, generic(name, Optional.empty(), false));
    }
    for (String name : new String[] {CpuType.HOST, "max"}) {
      put(all, generic(name, Optional.empty(), true));
    }
  }

  private static CpuType generic(String name, Optional<CpuLevel> level, boolean wide) {
    return new CpuType(name, Optional.empty(), Optional.empty(), level, wide);
  }

  private static void intel(Map<String, CpuType> all) {
    unplaced(all, CpuVendor.INTEL, false, "486 pentium pentium2 pentium3 coreduo");
    unplaced(all, CpuVendor.INTEL, true, "core2duo Conroe Penryn KnightsMill");
    unplaced(all, CpuVendor.INTEL, true, NEWEST);
    put(all, NEHALEM, "Nehalem Nehalem-IBRS");
    put(all, WESTMERE, "Westmere Westmere-IBRS");
    put(all, SANDY_BRIDGE, "SandyBridge SandyBridge-IBRS");
    put(all, IVY_BRIDGE, "IvyBridge IvyBridge-IBRS");
    put(all, HASWELL, "Haswell Haswell-IBRS Haswell-noTSX Haswell-noTSX-IBRS");
    put(all, BROADWELL, "Broadwell Broadwell-IBRS Broadwell-noTSX Broadwell-noTSX-IBRS");
    put(
        all,
        SKYLAKE_CLIENT,
        "Skylake-Client Skylake-Client-IBRS Skylake-Client-noTSX-IBRS Skylake-Client-v4");
    put(
        all,
        SKYLAKE_SERVER,
        "Skylake-Server Skylake-Server-IBRS Skylake-Server-noTSX-IBRS Skylake-Server-v4"
            + " Skylake-Server-v5");
    put(
        all,
        CASCADE_LAKE,
        "Cascadelake-Server Cascadelake-Server-v2 Cascadelake-Server-noTSX"
            + " Cascadelake-Server-v4 Cascadelake-Server-v5");
    put(all, COOPER_LAKE, "Cooperlake Cooperlake-v2");
    put(
        all,
        ICE_LAKE,
        "Icelake-Client Icelake-Client-noTSX Icelake-Server Icelake-Server-noTSX Icelake-Server-v3"
            + " Icelake-Server-v4 Icelake-Server-v5 Icelake-Server-v6 Icelake-Server-v7");
    put(
        all,
        SAPPHIRE_RAPIDS,
        "SapphireRapids SapphireRapids-v2 SapphireRapids-v3 SapphireRapids-v4 SapphireRapids-v5"
            + " SapphireRapids-v6");
    put(
        all,
        GRANITE_RAPIDS,
        "GraniteRapids GraniteRapids-v2 GraniteRapids-v3 GraniteRapids-v4 GraniteRapids-v5");
    put(
        all,
        SIERRA_FOREST,
        "SierraForest SierraForest-v2 SierraForest-v3 SierraForest-v4 SierraForest-v5");
    put(all, CLEARWATER_FOREST, "ClearwaterForest ClearwaterForest-v2 ClearwaterForest-v3");
  }

  private static void amd(Map<String, CpuType> all) {
    unplaced(all, CpuVendor.AMD, false, "athlon");
    unplaced(all, CpuVendor.AMD, true, "phenom Opteron_G1 Opteron_G2");
    put(all, OPTERON_G3, "Opteron_G3");
    put(all, OPTERON_G4, "Opteron_G4");
    put(all, OPTERON_G5, "Opteron_G5");
    put(all, NAPLES, "EPYC EPYC-IBPB EPYC-v3 EPYC-v4 EPYC-v5");
    put(all, ROME, "EPYC-Rome EPYC-Rome-v2 EPYC-Rome-v3 EPYC-Rome-v4 EPYC-Rome-v5");
    put(all, MILAN, "EPYC-Milan EPYC-Milan-v2 EPYC-Milan-v3");
    put(all, GENOA, "EPYC-Genoa EPYC-Genoa-v2");
    put(all, TURIN, "EPYC-Turin");
  }

  // No generation that is told has these as its own.
  private static void unplaced(
      Map<String, CpuType> all, CpuVendor vendor, boolean wide, String names) {
    for (String name : names.split(" ")) {
      put(all, new CpuType(name, Optional.of(vendor), Optional.empty(), Optional.empty(), wide));
    }
  }

  private static void put(Map<String, CpuType> all, CpuGeneration generation, String names) {
    for (String name : names.split(" ")) {
      put(
          all,
          new CpuType(
              name,
              Optional.of(generation.vendor()),
              Optional.of(generation),
              Optional.of(generation.level()),
              true));
    }
  }

  private static void put(Map<String, CpuType> all, CpuType type) {
    all.put(type.name(), type);
  }
}
