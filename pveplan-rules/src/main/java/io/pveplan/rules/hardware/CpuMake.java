package io.pveplan.rules.hardware;

import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What matters of a processor when guests move: maker, generation, and instruction set level.
 *
 * <p>The generation is read from the model where the maker writes it there: AMD EPYC has it in the
 * last digit (9354P and 9454 are of the fourth), Intel Xeon Scalable in the second (6338 is of the
 * third), as Xeon E has (E-2488 and E-2478 are of the fourth), older Xeons behind a v (E5-2690 v4).
 * Of Xeon 6 there are two from 6500 on, with P and with E cores. Of any other model it is not known.
 *
 * @param model the model without trademark signs
 * @param vendor the maker
 * @param generation family and generation
 * @param level instruction set level
 */
record CpuMake(
    String model,
    Optional<CpuVendor> vendor,
    Optional<String> generation,
    Optional<CpuLevel> level) {

  private static final Pattern MARKS = Pattern.compile("\\((?:R|TM)\\)");
  private static final Pattern EPYC =
      Pattern.compile("\\bEPYC [0-9][0-9A-Z][0-9A-Z]([0-9])[A-Z]*\\b");
  private static final Pattern XEON_SCALABLE =
      Pattern.compile("\\bXeon (?:Platinum|Gold|Silver|Bronze) [0-9]([0-9])[0-9]{2}[A-Z+]*");
  private static final Pattern XEON_6 = Pattern.compile("\\bXeon 6[5-9][0-9]{2}([PE])");
  private static final Pattern XEON_E = Pattern.compile("\\bXeon E-2([0-9])[0-9]{2}[A-Z]*\\b");
  private static final Pattern XEON_VERSION =
      Pattern.compile("\\bXeon (?:CPU )?E[357]-[0-9]{4}[A-Z]? (v[0-9])\\b");

  static CpuMake of(Cpu cpu) {
    String plain = MARKS.matcher(cpu.model()).replaceAll("");
    Optional<String> generation = generation(plain);
    return new CpuMake(
        plain,
        cpu.vendor()
            .or(() ->
                generation.map(name -> name.startsWith("AMD") ? CpuVendor.AMD : CpuVendor.INTEL)),
        generation,
        cpu.level());
  }

  /** Whether the model of one of the two would have to tell its generation to compare them. */
  boolean isOpenBeside(CpuMake other) {
    boolean perhapsOneMaker =
        vendor.isEmpty() || other.vendor.isEmpty() || vendor.equals(other.vendor);
    return generation.isEmpty() && perhapsOneMaker && !model.equals(other.model);
  }

  private static Optional<String> generation(String model) {
    return family("AMD EPYC ", EPYC.matcher(model))
        .or(() -> family("Intel Xeon Scalable ", XEON_SCALABLE.matcher(model)))
        .or(() -> family("Intel Xeon 6 ", XEON_6.matcher(model)))
        .or(() -> family("Intel Xeon E ", XEON_E.matcher(model)))
        .or(() -> family("Intel Xeon ", XEON_VERSION.matcher(model)));
  }

  private static Optional<String> family(String name, Matcher matcher) {
    return matcher.find() ? Optional.of(name + matcher.group(1)) : Optional.empty();
  }
}
