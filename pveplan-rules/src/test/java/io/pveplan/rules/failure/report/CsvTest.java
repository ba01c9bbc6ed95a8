package io.pveplan.rules.failure.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void cells_are_quoted_where_they_have_to_be() {
    Csv table = new Csv("name", "number", "yes");
    table.row("plain", 1, true);
    table.row("a, b", -2, false);
    table.row("say \"hi\"", 3, "");
    table.row(" edge", "two\r\nlines", "tab\there");

    assertThat(table).hasToString("""
        name,number,yes
        plain,1,true
        "a, b",-2,false
        "say ""hi""\",3,
        " edge",two lines,tab\there
        """);
  }

  @Test
  void no_text_becomes_a_formula() {
    Csv table = new Csv("a", "b", "c");
    table.row("=1+1", "+1", "-1");
    table.row("@SUM(A1)", " =1", "x; =1");
    table.row("\t=1", "＝1", "\r=1");

    assertThat(table).hasToString("""
        a,b,c
        '=1+1,'+1,'-1
        '@SUM(A1)," '=1",x; '=1
        "\t'=1",'＝1," '=1"
        """);
  }

  @Test
  void a_row_of_another_length_is_refused() {
    Csv table = new Csv("a", "b");

    assertThatThrownBy(() -> table.row("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 1 cells in a table of 2");
  }
}
