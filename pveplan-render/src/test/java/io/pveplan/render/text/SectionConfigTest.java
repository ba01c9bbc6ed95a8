package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.render.testing.Hostile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionConfigTest {

  @Test
  void sections_are_separated_by_an_empty_line() {
    SectionConfig config = SectionConfig.of(
        Section.of("zfspool", "tank-vm")
            .key("pool", "tank/vm")
            .key("content", "images,rootdir")
            .key("sparse", true)
            .key("nodes", Optional.empty()),
        Section.of("nfs", "nas")
            .key("server", Optional.of("192.0.2.60"))
            .key("export", "/export/pve backup")
            .key("max-protected-backups", 5)
            .key("port", OptionalInt.empty())
            .key("disable", false));

    assertThat(config.text()).isEqualTo("""
            zfspool: tank-vm
            \tpool tank/vm
            \tcontent images,rootdir
            \tsparse 1

            nfs: nas
            \tserver 192.0.2.60
            \texport /export/pve backup
            \tmax-protected-backups 5
            \tdisable 0
            """);
  }

  @Test
  void no_section_is_an_empty_file() {
    assertThat(SectionConfig.of().text()).isEmpty();
  }

  @Test
  void a_key_may_stand_alone() {
    Section section = Section.of("dir", "bulk").flag("disable").key("path", "/mnt/bulk");

    assertThat(SectionConfig.of(section).text())
        .isEqualTo("dir: bulk\n\tdisable\n\tpath /mnt/bulk\n");
    assertThatThrownBy(() -> section.flag("path")).hasMessage("key path twice in section bulk");
  }

  @Test
  void a_section_may_have_no_key() {
    assertThat(SectionConfig.of(Section.of("vm", "200")).text()).isEqualTo("vm: 200\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "a\nb", "a\tb", "\u00a0a", "a\u2028", "\ud83d", "\u0085"})
  void a_value_is_one_line_without_blanks_around(String value) {
    Section section = Section.of("nfs", "nas");

    assertThatThrownBy(() -> section.key("server", value))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", " a", "a\u00a0b"})
  void an_id_has_no_blanks(String id) {
    assertThatThrownBy(() -> Section.of("nfs", id)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void a_section_or_a_key_twice_is_refused() {
    assertThatThrownBy(() -> Section.of("nfs", "nas").key("a", 1).key("a", 2))
        .hasMessage("key a twice in section nas");
    assertThatThrownBy(() -> SectionConfig.of(Section.of("nfs", "a"), Section.of("nfs", "a")))
        .hasMessage("section nfs: a twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:", "A", "#a", "1"})
  void types_and_keys_are_plain_words(String word) {
    assertThatThrownBy(() -> Section.of(word, "x"))
        .isExactlyInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Section.of("nfs", "x").key(word, 1))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_reader_of_the_format_reads_what_was_written() {
    Hostile.Sample values =
        Hostile.sample(2000).acceptedBy(text -> Section.of("nfs", "nas").key("server", text));
    Hostile.Sample ids = values.acceptedBy(text -> Section.of("nfs", text));
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < values.texts().size(); i++) {
      sections.add(Section.of("nfs", "v" + i).key("server", values.texts().get(i)));
    }
    for (int i = 0; i < ids.texts().size(); i++) {
      sections.add(Section.of("dir", ids.texts().get(i) + "." + i));
    }

    List<List<String>> read = read(SectionConfig.of(sections).text());

    values.wereRead(
        read.stream().filter(s -> s.get(0).equals("nfs")).map(s -> s.get(2)).toList());
    ids.wereRead(read.stream()
        .filter(s -> s.get(0).equals("dir"))
        .map(s -> s.get(1).substring(0, s.get(1).lastIndexOf('.')))
        .toList());
  }

  // The grammar of PVE::SectionConfig: an empty line ends a section, a line of blanks is one too;
  // the colon that ends the type is the first one.
  private static List<List<String>> read(String text) {
    Pattern header = Pattern.compile("(\\S+):\\s*(\\S+)\\s*");
    Pattern line = Pattern.compile("\\s+(\\S+?)\\s+(.*\\S)\\s*");
    List<List<String>> sections = new ArrayList<>();
    for (String row : text.split("\n", -1)) {
      Matcher isLine = line.matcher(row);
      Matcher isHeader = header.matcher(row);
      if (isLine.matches()) {
        sections.get(sections.size() - 1).add(isLine.group(2));
      } else if (isHeader.matches()) {
        sections.add(new ArrayList<>(List.of(isHeader.group(1), isHeader.group(2))));
      } else {
        assertThat(row).isEmpty();
      }
    }
    return sections;
  }
}
