package io.pveplan.render.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A CRUSH map in the language of {@code crushtool}, compiled, and what that program makes of it. */
public final class CrushTool {

  private static final Pattern MAPPING = Pattern.compile("(?m)^CRUSH rule \\d+ x \\d+ \\[(.*)\\]$");
  private static final Pattern RULE = Pattern.compile("(?m)^rule (\\S+) \\{\\s+id (\\d+)");

  private final Path directory;
  private final Map<String, String> rules = new HashMap<>();

  private CrushTool(Path directory) {
    this.directory = directory;
  }

  /**
   * Compiles a map to the file {@code map} of a directory.
   *
   * @param text the map
   * @param directory an empty directory
   */
  public static CrushTool compile(String text, Path directory) throws IOException {
    Files.writeString(directory.resolve("new.txt"), text);
    // Ceph up to 16 wants sizes in a rule that later releases have no word for.
    Files.writeString(
        directory.resolve("old.txt"),
        text.replaceAll("(?m)^\\ttype (replicated|erasure)$", "$0\n\tmin_size 1\n\tmax_size 10"));
    RealPrograms.cephTools("cd " + directory
            + "\ncrushtool -c new.txt -o map 2>/dev/null || crushtool -c old.txt -o map\n")
        .succeeded();
    CrushTool tool = new CrushTool(directory);
    Matcher found = RULE.matcher(text);
    while (found.find()) {
      tool.rules.put(found.group(1), found.group(2));
    }
    return tool;
  }

  /**
   * Places groups by a rule.
   *
   * @param rule name of the rule
   * @param copies copies or chunks of each
   * @param groups how many groups
   * @return numbers of the OSDs of each group; 2147483647 where there is no place
   */
  public List<List<Integer>> place(String rule, int copies, int groups) {
    return place(rule, copies, groups, List.of());
  }

  private List<List<Integer>> place(String rule, int copies, int groups, List<Integer> lost) {
    String without =
        lost.stream().map(osd -> " --weight " + osd + " 0").collect(Collectors.joining());
    String out = RealPrograms.cephTools("cd " + directory + "\ncrushtool -i map --test --rule "
            + rules.get(rule) + without + " --num-rep " + copies + " --min-x 0 --max-x "
            + (groups - 1) + " --show-mappings\n")
        .succeeded();
    List<List<Integer>> placed = new ArrayList<>();
    Matcher mappings = MAPPING.matcher(out);
    while (mappings.find()) {
      placed.add(
          Arrays.stream(mappings.group(1).split(",")).map(Integer::valueOf).toList());
    }
    return placed;
  }

  /** The same, counted by OSD. */
  public Map<Integer, Integer> groupsByOsd(String rule, int copies, int groups) {
    return groupsByOsd(rule, copies, groups, List.of());
  }

  /**
   * The same while OSDs are marked out.
   *
   * @param lost numbers of these OSDs
   */
  public Map<Integer, Integer> groupsByOsd(
      String rule, int copies, int groups, List<Integer> lost) {
    Map<Integer, Integer> counted = new HashMap<>();
    place(rule, copies, groups, lost)
        .forEach(osds -> osds.forEach(osd -> counted.merge(osd, 1, Integer::sum)));
    return counted;
  }
}
