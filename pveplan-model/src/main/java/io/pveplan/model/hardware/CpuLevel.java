package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Instruction set level of a processor: those of the x86-64 psABI, and the one between them that
 * Proxmox VE has a CPU type for.
 *
 * @since 0.1
 */
public enum CpuLevel {
  /** Baseline. */
  V1("x86-64-v1"),

  /** From Intel Nehalem and AMD Opteron_G3 on. */
  V2("x86-64-v2"),

  /** V2 with AES: from Intel Westmere and AMD Opteron_G4 on. */
  V2_AES("x86-64-v2-AES"),

  /** From Intel Haswell and AMD EPYC on. */
  V3("x86-64-v3"),

  /** AVX-512: from Intel Skylake server and AMD EPYC of the fourth generation on. */
  V4("x86-64-v4");

  private final String text;

  CpuLevel(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
