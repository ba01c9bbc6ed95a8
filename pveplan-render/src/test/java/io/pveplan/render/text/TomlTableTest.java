package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TomlTableTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void values_come_before_tables_and_keys_are_quoted_where_they_must() {
    TomlTable table = TomlTable.empty()
        .comments("two\nlines")
        .table("disk-setup", TomlTable.empty().set("raid", "raid1").set("copies", 2))
        .set("on", true)
        .set("size", 80.5)
        .set("keys", List.of("a", "\"b\"\\"))
        .table("a.b", TomlTable.empty().table("", TomlTable.empty()));

    assertThat(table.text()).isEqualTo("""
        # two lines
        on = true
        size = 80.5
        keys = ["a", "\\"b\\"\\\\"]

        [disk-setup]
        raid = "raid1"
        copies = 2

        ["a.b"]

        ["a.b".""]
        """);
    assertThat(JSON.readTree(RealPrograms.tomlAsJson(table.text()))).isEqualTo(JSON.readTree("""
        {"on": true, "size": 80.5, "keys": ["a", "\\"b\\"\\\\"],
         "disk-setup": {"raid": "raid1", "copies": 2}, "a.b": {"": {}}}"""));
  }

  @Test
  void an_empty_table_is_an_empty_text() {
    assertThat(TomlTable.empty().text()).isEmpty();
    assertThat(TomlTable.empty().isEmpty()).isTrue();
    assertThat(TomlTable.empty().set("a", 1).isEmpty()).isFalse();
  }

  @Test
  void a_key_stands_once() {
    TomlTable table = TomlTable.empty().set("a", 1);

    assertThatThrownBy(() -> table.set("a", "x")).hasMessage("the key a is there already");
    assertThatThrownBy(() -> table.table("a", TomlTable.empty()))
        .hasMessage("the key a is there already");
  }

  @Test
  void what_toml_has_no_form_for_is_refused() {
    assertThatThrownBy(() -> TomlTable.empty().set("a", "\uD800").text())
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> TomlTable.empty().set("a", Double.NaN))
        .hasMessage("a is no finite number: NaN");
  }

  @Test
  void large_and_small_numbers_read_back() {
    TomlTable table =
        TomlTable.empty().set("large", 1.0e20).set("small", 1.0e-20).set("long", Long.MAX_VALUE);

    assertThat(JSON.readTree(RealPrograms.tomlAsJson(table.text())))
        .isEqualTo(
            JSON.readTree("{\"large\": 1e20, \"small\": 1e-20, \"long\": 9223372036854775807}"));
  }

  @Test
  void no_text_breaks_out_of_its_place() {
    Hostile.Sample sample =
        Hostile.sample(2000).acceptedBy(text -> TomlTable.empty().set("a", text).text());
    Set<String> texts = new LinkedHashSet<>(sample.texts());
    TomlTable keys = TomlTable.empty();
    TomlTable tables = TomlTable.empty().comments(texts.toArray(String[]::new));
    for (String text : texts) {
      keys = keys.set(text, text);
      tables = tables.table(text, TomlTable.empty().set("value", List.of(text)));
    }

    JsonNode read = JSON.readTree(RealPrograms.tomlAsJson(
        TomlTable.empty().table("keys", keys).table("tables", tables).text()));

    assertThat(texts).as("seed %d", sample.seed()).hasSizeGreaterThan(100);
    assertThat(read.get("keys").propertyNames()).as("seed %d", sample.seed()).isEqualTo(texts);
    for (String text : texts) {
      assertThat(read.get("keys").get(text).asString())
          .as("seed %d", sample.seed())
          .isEqualTo(text);
      assertThat(read.get("tables").get(text).get("value").get(0).asString())
          .as("seed %d", sample.seed())
          .isEqualTo(text);
    }
  }
}
