package io.pveplan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Formattable;
import java.util.List;
import java.util.Locale;
import java.util.MissingFormatArgumentException;
import java.util.UnknownFormatConversionException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MessageTextTest {

  @Test
  void texts_and_whole_numbers_stand_where_the_format_has_them() {
    assertThat(MessageText.of("%s of %s is %d%% full, %d left", "scsi0", List.of(1, 2), 80, 7L))
        .isEqualTo("scsi0 of [1, 2] is 80% full, 7 left");
  }

  @Test
  void what_is_more_than_that_is_written_as_well() {
    Formattable loud = (formatter, flags, width, precision) -> formatter.format("LOUD");

    assertThat(MessageText.of("%,d and %5.1f, %2$s, %s", 1234, 0.25, loud))
        .isEqualTo("1,234 and   0.3, 0.25, LOUD");
    assertThat(MessageText.of("%s", loud)).isEqualTo("LOUD");
  }

  @Test
  void a_format_that_does_not_fit_is_refused() {
    assertThatThrownBy(() -> MessageText.of("%s and %s", "one"))
        .isInstanceOf(MissingFormatArgumentException.class);
    assertThatThrownBy(() -> MessageText.of("80%", "one"))
        .isInstanceOf(UnknownFormatConversionException.class);
  }

  @Property
  void it_is_what_string_format_writes(@ForAll("formats") String format) {
    assertThat(MessageText.of(format, "a", 1, 2L, "%s"))
        .isEqualTo(String.format(Locale.ROOT, format, "a", 1, 2L, "%s"));
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of("%s", "%%", " ", "x", "%n", "%3s", "%1$s", "%S")
        .list()
        .ofMaxSize(3)
        .map(parts -> "%s" + String.join("", parts));
  }
}
