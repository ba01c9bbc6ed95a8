package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.render.testing.RealPrograms;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  @Test
  void rows_under_their_columns() {
    assertThat(Csv.columns("address", "comment")
            .row("10.20.0.11", "door, left")
            .rows(List.of(List.of("::1", "the \"big\" one"), List.of("", "")))
            .text())
        .isEqualTo("""
            address,comment
            10.20.0.11,"door, left"
            ::1,"the ""big"" one\"
            ,
            """);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      =1+1 | '=1+1
      +49 30 | '+49 30
      -2 | '-2
      @SUM(A1) | '@SUM(A1)
      ＝1 | '＝1
      ＋1 | '＋1
      a=b | a=b
      a;=b | "a;'=b"
      a; -b | "a; '-b"
      a, -b | "a, -b"
      =HYPERLINK("http://x") | "'=HYPERLINK(""http://x"")"
      """)
  void no_cell_becomes_a_formula(String cell, String written) {
    assertThat(Csv.columns("a", "b").row(cell, "c").text()).isEqualTo("a,b\n" + written + ",c\n");
  }

  @Test
  void what_can_not_be() {
    assertThatThrownBy(() -> Csv.columns("a").row("two\nlines"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("cell 'two\\nlines' holds the character U+000A");
    assertThatThrownBy(() -> Csv.columns("a").row("tab\tbed"))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> Csv.columns("a", "b").row("c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 1 cells in a table of 2");
    assertThatThrownBy(Csv::columns).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void what_is_read_back_is_what_was_written_and_no_formula(
      @ForAll @StringLength(max = 12) @CharRange(from = ' ', to = 'B') String first,
      @ForAll @StringLength(max = 12) @CharRange(from = ' ', to = 'B') String second) {
    String line = Csv.columns("a", "b").row(first, second).text().split("\n", 2)[1];
    List<String> cells = read(line);

    assertThat(cells).hasSize(2);
    assertThat(cells.get(0).replace("'", "")).isEqualTo(first.replace("'", ""));
    assertThat(cells.get(1).replace("'", "")).isEqualTo(second.replace("'", ""));
    assertThat(cells).noneMatch(cell -> cell.matches("(|.*;)\\h*[=+@-].*"));
  }

  @Test
  void python_reads_the_cells_as_they_were() {
    assertThat(RealPrograms.csvAsJson(
            Csv.columns("a", "b").row("x, \"y\"", "=1").row("é;", " z ").text()))
        .isEqualTo("[[\"a\", \"b\"], [\"x, \\\"y\\\"\", \"'=1\"], [\"é;\", \" z \"]]\n");
  }

  // RFC 4180, section 2.
  private static List<String> read(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && line.startsWith("\"\"", i)) {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }
}
