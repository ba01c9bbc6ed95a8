package io.pveplan.rules.hardware;

import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What matters of a processor when guests move: family with generation, and instruction set level.
 *
 * <p>The generation is read from the model where the maker writes it there: AMD EPYC has it in the
 * last digit (9354P and 9454 are of the fourth), Intel Xeon Scalable in the second (6338 is of the
 * third), older Xeons behind a v (E5-2690 v4). Any other model is a generation of its own.
 */
record CpuMake(String generation, Optional<CpuLevel> level) {

  private static final Pattern MARKS = Pattern.compile("\\((?:R|TM)\\)");
  private static final Pattern EPYC =
      Pattern.compile("\\bEPYC [0-9][0-9A-Z][0-9A-Z]([0-9])[A-Z]*\\b");
  private static final Pattern XEON_SCALABLE =
      Pattern.compile("\\bXeon (?:Platinum|Gold|Silver|Bronze) [0-9]([0-9])[0-9]{2}[A-Z+]*");
  private static final Pattern XEON_VERSION =
      Pattern.compile("\\bXeon (?:CPU )?E[357]-[0-9]{4}[A-Z]? (v[0-9])\\b");

  static CpuMake of(Cpu cpu) {
    return new CpuMake(generation(cpu.model()), cpu.level());
  }

  /** Whether guests find the same processor, as far as the plan tells. */
  boolean isLike(CpuMake other) {
    boolean levelsDiffer =
        level.isPresent() && other.level.isPresent() && !level.equals(other.level);
    return generation.equals(other.generation) && !levelsDiffer;
  }

  private static String generation(String model) {
    String plain = MARKS.matcher(model).replaceAll("");
    return family("AMD EPYC ", EPYC.matcher(plain))
        .or(() -> family("Intel Xeon Scalable ", XEON_SCALABLE.matcher(plain)))
        .or(() -> family("Intel Xeon ", XEON_VERSION.matcher(plain)))
        .orElse(plain);
  }

  private static Optional<String> family(String name, Matcher matcher) {
    return matcher.find() ? Optional.of(name + matcher.group(1)) : Optional.empty();
  }
}
