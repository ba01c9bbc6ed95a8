package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

  @Test
  void what_is_no_ascii_becomes_escapes() {
    assertThat(Visible.ascii("pv\u0435 a\u0301\n\uD83D\uDE00~"))
        .isEqualTo("pv\\u0435 a\\u0301\\n\\ud83d\\ude00~");
  }

  @Test
  void text_keeps_its_letters() {
    assertThat(Visible.text("caf\u00e9\u202e\t")).isEqualTo("caf\u00e9\\u202e\\t");
  }

  @Test
  void a_letter_that_only_looks_right_is_shown_as_what_it_is() {
    assertThat(Refusal.of(() -> NameFormat.NODE.require("pv\u0435")))
        .isEqualTo("\"pv\\u0435\" is not a node name [NODE-001]: Use at most 63 letters, digits and"
            + " inner dashes, not digits only, for example pve1.");
  }

  @Test
  void a_line_of_text_keeps_its_letters() {
    assertThat(Refusal.of(() -> NameFormat.LINE.require("caf\u00e9 ")))
        .startsWith("\"caf\u00e9 \" is not a line of text");
  }
}
