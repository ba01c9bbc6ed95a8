package io.pveplan.model.automation;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CPU types that the providers let pass; each has a list of its own, and the product a longer one. */
final class CpuTypes {

  private static final Set<String> BOTH = words(
      "486 athlon Broadwell Broadwell-IBRS Broadwell-noTSX Broadwell-noTSX-IBRS Cascadelake-Server",
      "Cascadelake-Server-noTSX Cascadelake-Server-v2 Cascadelake-Server-v4 Cascadelake-Server-v5",
      "Conroe Cooperlake Cooperlake-v2 core2duo coreduo EPYC EPYC-Genoa EPYC-IBPB EPYC-Milan",
      "EPYC-Rome EPYC-Rome-v2 EPYC-v3 Haswell Haswell-IBRS Haswell-noTSX Haswell-noTSX-IBRS host",
      "Icelake-Client Icelake-Client-noTSX Icelake-Server Icelake-Server-noTSX Icelake-Server-v3",
      "Icelake-Server-v4 Icelake-Server-v5 Icelake-Server-v6 IvyBridge IvyBridge-IBRS KnightsMill",
      "kvm32 kvm64 max Nehalem Opteron_G1 Opteron_G2 Opteron_G3 Opteron_G4 Opteron_G5 pentium",
      "pentium2 pentium3 phenom qemu32 qemu64 SandyBridge SandyBridge-IBRS SapphireRapids",
      "Skylake-Client Skylake-Client-IBRS Skylake-Client-noTSX-IBRS Skylake-Client-v4",
      "Skylake-Server Skylake-Server-IBRS Skylake-Server-noTSX-IBRS Skylake-Server-v4",
      "Skylake-Server-v5 Westmere Westmere-IBRS x86-64-v2 x86-64-v2-AES x86-64-v3 x86-64-v4");

  private static final Set<String> BPG =
      words("EPYC-Rome-v3 EPYC-Rome-v4 EPYC-v4 Nehalem-IBRS Penryn");

  // Its list spells Nehalem-IBRS and Penryn otherwise than the product, so they are not in here.
  private static final Set<String> TELMATE =
      words("cortex-a57 cortex-a72 EPYC-Genoa-v2 EPYC-Milan-v2 EPYC-Turin");

  private static final Set<String> TELMATE_LOWER_CASE = Stream.concat(
          BOTH.stream(), TELMATE.stream())
      .map(CpuTypes::lowerCase)
      .collect(Collectors.toSet());

  private CpuTypes() {}

  /** As in version 0.111.1. */
  static boolean knownToBpg(String type) {
    return BOTH.contains(type)
        || BPG.contains(type)
        || type.length() > 7 && type.startsWith("custom-");
  }

  /** As in version 3.0.2-rc09, which knows no custom models and takes any case. */
  static boolean knownToTelmate(String type) {
    return TELMATE_LOWER_CASE.contains(lowerCase(type));
  }

  private static String lowerCase(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private static Set<String> words(String... lines) {
    return Stream.of(lines).flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toSet());
  }
}
