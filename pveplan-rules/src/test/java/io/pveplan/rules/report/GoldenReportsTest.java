package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenReportsTest {

  static Stream<Arguments> cases() {
    Map<String, Contents> reports = new LinkedHashMap<>();
    reports.put("busy", Samples.busy());
    reports.put("empty", Samples.empty());
    reports.put("hostile", Samples.hostile("a|b`*<i>&\"'{0}[x](y)\\#\r\n\t\u0001\u202e\ufffeé"));
    return reports.entrySet().stream()
        .flatMap(it -> Stream.of("txt", "json", "sarif", "xml", "md", "html")
            .map(extension -> Arguments.of(it.getKey(), extension, it.getValue())));
  }

  @ParameterizedTest(name = "{0}/report.{1}")
  @MethodSource("cases")
  void the_whole_file_is_as_expected(String name, String extension, Contents contents) {
    String report = Samples.write(contents, extension);

    GoldenReport.assertMatches(name + "/report." + extension, report);
  }

  @ParameterizedTest(name = "{0}/report.{1}")
  @MethodSource("cases")
  void it_ends_in_one_line_break(String name, String extension, Contents contents) {
    String report = Samples.write(contents, extension);

    assertThat(report).endsWith("\n").doesNotEndWith("\n\n").doesNotContain("\r");
  }
}
