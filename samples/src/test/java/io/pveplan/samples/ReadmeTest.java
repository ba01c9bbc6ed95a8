package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md shows is what the library does. */
class ReadmeTest {

  private final String page = read(Path.of("..", "README.md"));

  @Test
  void the_first_plan_is_the_one_that_is_compiled() {
    String source =
        read(Path.of("src", "main", "java", "io", "pveplan", "samples", "ReadmePlan.java"));

    String plan = between(blocks("java").get(0), "cluster(\"prod\"", "});\n\n");

    assertThat(packed(source)).contains(packed(plan));
  }

  @Test
  void its_report_begins_as_shown() {
    String report = RuleBook.standard().check(ReadmePlan.plan()).toText();

    assertThat(report).startsWith(blocks("text").get(0));
  }

  @Test
  void the_refusal_is_the_one_that_is_thrown() {
    assertThat(blocks("text").get(1))
        .isEqualTo(catchThrowable(ReadmePlan::refused).getMessage() + "\n");
  }

  // The samples bring a rule of their own.
  @Test
  void the_number_of_rules_is_that_of_the_library() {
    long rules = RuleBook.standard().rules().stream()
        .filter(rule -> !rule.id().startsWith("ACME-"))
        .count();

    assertThat(page).contains("these " + rules + " rules");
  }

  @Test
  void the_quick_start_has_two_commands() {
    assertThat(blocks("sh"))
        .containsExactly("mvn -q -B process-classes -Psamples\n", "mvn -B verify\n");
  }

  @Test
  void the_rules_are_whole_files_that_are_compiled_and_tested() {
    Path tests = Path.of("src", "test", "java", "io", "pveplan", "samples", "rules");

    assertThat(packed(read(tests.resolve("RackTest.java"))))
        .isEqualTo(packed("package io.pveplan.samples.rules;" + blocks("java").get(1)));
    assertThat(packed(read(tests.resolve("NodeWithoutRackTest.java"))))
        .isEqualTo(packed("package io.pveplan.samples.rules;" + blocks("java").get(2)));
    assertThat(blocks("java").subList(1, 3))
        .allSatisfy(file -> assertThat(file.lines()).hasSizeLessThan(25));
  }

  private static ClusterPlan addresses() {
    return cluster("lab", c -> {
      var lan = c.network(
          "lan",
          "10.30.0.0/24",
          net -> net.gateway("10.30.0.1")
              .dhcp("10.30.0.100-10.30.0.199")
              .reserve("10.30.0.200-10.30.0.219", "printers")
              .vip("10.30.0.5", "proxy of the web servers"));
      c.node(
          "pve1",
          n -> n.number(11)
              .bridge("vmbr0", b -> b.over("eno1").address(lan.nodeAddress()))
              .hardware(h -> h.bmc(BmcKind.IDRAC, lan.nodeAddress(40))));
    });
  }

  @Test
  void the_addresses_are_those_of_the_plan() {
    Path source = Path.of("src", "test", "java", "io", "pveplan", "samples", "ReadmeTest.java");
    String block = blocks("java").get(3);

    assertThat(packed(read(source))).contains(packed(block.replaceAll(" // .*", "")));
    assertThat(ResolvedPlan.of(addresses()).addresses().all())
        .extracting(use -> use.address().toString())
        .containsExactly("10.30.0.1", "10.30.0.5", "10.30.0.11", "10.30.0.51");
    assertThat(block).contains("// 10.30.0.11/24\n", "// 10.30.0.51/24\n");
  }

  private List<String> blocks(String language) {
    Matcher fence = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(page);
    List<String> blocks = new ArrayList<>();
    while (fence.find()) {
      blocks.add(fence.group(1));
    }
    return blocks;
  }

  private static String between(String text, String first, String last) {
    int start = text.indexOf(first);
    return text.substring(start, text.indexOf(last, start) + last.length());
  }

  // The page breaks lines for readers, the formatter for itself.
  private static String packed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
