package io.pveplan.model.hardware;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What names of server processors tell: the makers count the generation in one digit of the number,
 * Intel in older series with a version after it. Names of workstation and desktop series are left
 * out, for their numbers mix generations.
 */
final class CpuModelName {

  // Marks and words that lscpu and shops put between the maker's own; they tell nothing.
  private static final Pattern IDLE = Pattern.compile(
      "\\((?:R|TM)\\)|[\\u00AE\\u2122]|\\b(?:CPU|Processor)\\b|@.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Map<Pattern, CpuGeneration> SERIES = series();

  private CpuModelName() {}

  static Optional<CpuGeneration> generation(String model) {
    String name = BLANKS.matcher(IDLE.matcher(model).replaceAll("")).replaceAll(" ");
    for (Map.Entry<Pattern, CpuGeneration> each : SERIES.entrySet()) {
      Matcher matcher = each.getKey().matcher(name);
      if (matcher.find()) {
        return Optional.of(each.getValue());
      }
    }
    return Optional.empty();
  }

  private static Map<Pattern, CpuGeneration> series() {
    Map<Pattern, CpuGeneration> series = new LinkedHashMap<>();
    epyc(series);
    scalable(series);
    versions(series);
    put(series, "Xeon E-2[12]\\d\\d[A-Z]*", CpuGeneration.SKYLAKE_CLIENT);
    put(series, "Xeon E-23\\d\\d[A-Z]*", CpuGeneration.ROCKET_LAKE);
    put(series, "Xeon E-24\\d\\d[A-Z]*", CpuGeneration.RAPTOR_LAKE);
    put(series, "Xeon D-15\\d\\d[A-Z]*", CpuGeneration.BROADWELL);
    put(series, "Xeon D-21\\d\\d[A-Z]*", CpuGeneration.SKYLAKE_SERVER);
    put(series, "Xeon D-[12]7\\d\\d[A-Z]*", CpuGeneration.ICE_LAKE);
    put(series, "Xeon [ELXW]55\\d\\d", CpuGeneration.NEHALEM);
    put(series, "Xeon [ELXW]56\\d\\d", CpuGeneration.WESTMERE);
    return series;
  }

  private static void epyc(Map<Pattern, CpuGeneration> series) {
    put(series, "EPYC 3\\d\\d1", CpuGeneration.NAPLES);
    put(series, "EPYC 7\\w\\w1P?", CpuGeneration.NAPLES);
    put(series, "EPYC 7\\w\\w2P?", CpuGeneration.ROME);
    put(series, "EPYC 7\\w\\w3[PX]?", CpuGeneration.MILAN);
    put(series, "EPYC 4\\w\\w4[A-Z]{0,2}", CpuGeneration.RAPHAEL);
    put(series, "EPYC [89]\\w\\w4[A-Z]{0,2}", CpuGeneration.GENOA);
    put(series, "EPYC 4\\w\\w5[A-Z]{0,2}", CpuGeneration.GRADO);
    put(series, "EPYC 9\\w\\w5[A-Z]{0,2}", CpuGeneration.TURIN);
  }

  private static void scalable(Map<Pattern, CpuGeneration> series) {
    String name = "Xeon (?:Bronze|Silver|Gold|Platinum) [3-9]";
    put(series, name + "1\\d\\d[A-Z]*", CpuGeneration.SKYLAKE_SERVER);
    put(series, name + "2\\d\\d[A-Z]*", CpuGeneration.CASCADE_LAKE);
    put(series, name + "3\\d\\dHL?", CpuGeneration.COOPER_LAKE);
    put(series, name + "3\\d\\d[A-Z]*", CpuGeneration.ICE_LAKE);
    put(series, name + "4\\d\\d[A-Z]*\\+?", CpuGeneration.SAPPHIRE_RAPIDS);
    put(series, name + "5\\d\\d[A-Z]*\\+?", CpuGeneration.EMERALD_RAPIDS);
    put(series, "Xeon (?:6 )?63\\d\\dP", CpuGeneration.RAPTOR_LAKE);
    put(series, "Xeon (?:6 )?6[5-9]\\d\\dP", CpuGeneration.GRANITE_RAPIDS);
    put(series, "Xeon (?:6 )?6\\d\\d\\dE", CpuGeneration.SIERRA_FOREST);
  }

  private static void versions(Map<Pattern, CpuGeneration> series) {
    String number = "-\\d{4}[A-Z]*";
    put(series, "Xeon E3" + number + " [vV][56]", CpuGeneration.SKYLAKE_CLIENT);
    put(series, "Xeon E[357]" + number + " [vV]4", CpuGeneration.BROADWELL);
    put(series, "Xeon E[357]" + number + " [vV]3", CpuGeneration.HASWELL);
    put(series, "Xeon E[357]" + number + " [vV]2", CpuGeneration.IVY_BRIDGE);
    put(series, "Xeon E[35]" + number + "(?! [vV])", CpuGeneration.SANDY_BRIDGE);
    put(series, "Xeon E7" + number + "(?! [vV])", CpuGeneration.WESTMERE);
  }

  private static void put(
      Map<Pattern, CpuGeneration> series, String name, CpuGeneration generation) {
    series.put(Pattern.compile("(?<!\\S)" + name + "(?![\\w+])"), generation);
  }
}
