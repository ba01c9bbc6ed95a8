package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HclFileTest {

  private static final List<String> NAMES =
      List.of("id", "node_name", "tags", "on_boot", "cores", "a_very_long_name", "x");
  private static final List<String> TEXTS = List.of("pve1", "${not}", "a \"b\"", "two\nlines", "ä");
  private static final List<String> WRITTEN =
      List.of("\"pve1\"", "\"$${not}\"", "\"a \\\"b\\\"\"", "\"two\\nlines\"", "\"ä\"");

  @Test
  void blocks_and_objects_are_written_piece_by_piece() {
    HclFile file =
        new HclFile(1).open("resource", "pool", "a").set("id", "a").set("comment", "${x}");
    file.set("none", Optional.empty())
        .set("size", 3)
        .set("on", true)
        .open("empty")
        .close()
        .open("inner")
        .set("id", "b")
        .close()
        .set("after", HclValue.texts(List.of("x")))
        .close();
    file.open("output", "all")
        .set("description", "All.")
        .openObject("value")
        .openObject("a")
        .set("id", HclValue.reference("pool", "a").attribute("id"))
        .close()
        .set("for", HclValue.number(1))
        .set("two words", HclValue.object())
        .close()
        .set("sensitive", true)
        .close();

    assertThat(file.text()).isEqualTo("""
        resource "pool" "a" {
          id      = "a"
          comment = "$${x}"
          size    = 3
          on      = true

          empty {}

          inner {
            id = "b"
          }

          after = ["x"]
        }

        output "all" {
          description = "All."
          value = {
            a = {
              id = pool.a.id
            }
            "for"       = 1
            "two words" = {}
          }
          sensitive = true
        }
        """);
  }

  @Test
  void a_list_that_gets_too_long_ends_a_run() {
    String word = "a-word-of-twenty-chr";
    HclFile file = new HclFile()
        .open("a")
        .set("id", "x")
        .set("a_long_name", HclValue.texts(List.of(word, word, word, word)))
        .set("name", "y");

    assertThat(file.close().text()).isEqualTo("""
        a {
          id = "x"
          a_long_name = [
            "a-word-of-twenty-chr",
            "a-word-of-twenty-chr",
            "a-word-of-twenty-chr",
            "a-word-of-twenty-chr",
          ]
          name = "y"
        }
        """);
  }

  @Test
  void what_is_no_file_is_refused() {
    assertThatThrownBy(() -> new HclFile().close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no block is open");
    assertThatThrownBy(() -> new HclFile().set("id", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no block is open for id");
    assertThatThrownBy(() -> new HclFile().open("a").text())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a block is open");
    assertThatThrownBy(() -> new HclFile().open("a").openObject("b").close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an object without entries");
    assertThatThrownBy(() -> new HclFile().open("a b")).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new HclFile().open("a", "1"))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new HclFile().open("a").set("b c", 1).close())
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new HclFile().open("a").set("b", "\0").close())
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new HclGroup().add("a").set("b", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no block is open");
  }

  @Test
  void after_something_was_refused_there_is_no_file() {
    HclFile text = new HclFile().open("a").set("b", "c");
    assertThatThrownBy(() -> text.set("d", "\0")).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> text.set("e", "f"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("what was written before was refused");
    HclFile twice = new HclFile().open("a").set("b", "c").set("b", "d");
    assertThatThrownBy(twice::close).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(twice::close).hasMessage("what was written before was refused");
    HclFile label = new HclFile();
    assertThatThrownBy(() -> label.open("a", "1")).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(label::text).hasMessage("what was written before was refused");
    HclFile object = new HclFile().open("a").openObject("b").set("c", "d");
    assertThatThrownBy(() -> object.open("e"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("block e in an object");
    assertThatThrownBy(() -> new HclFile(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_row_of_a_group_stays_as_it_was_before_something_was_refused() {
    HclGroup group = new HclGroup();
    HclSink row = group.add("a").open("vm").set("id", 1).open("disk").set("size", 8);
    assertThatThrownBy(() -> row.set("b c", 1)).isInstanceOf(InvalidValueException.class);
    row.set("ssd", true).close().close();

    assertThat(HclBody.empty()
            .block(group.block(HclBlock.of("vm"), HclValue.reference("each", "value")))
            .text())
        .isEqualTo("""
            vm {
              id = 1

              disk {
                size = 8
                ssd  = true
              }
            }
            """);
  }

  @Test
  void a_name_twice_is_refused_wherever_it_stands() {
    assertThatThrownBy(() -> new HclFile().open("a").set("b", 1).set("b", 1).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("b twice in one block or object");
    assertThatThrownBy(() ->
            new HclFile().open("a").set("b", 1).open("c").close().set("b", 1).close())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HclFile().open("a").set("b", "c").openObject("b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HclFile()
            .open("a")
            .openObject("b")
            .set("c", "d")
            .close()
            .set("b", 1)
            .close())
        .isInstanceOf(IllegalArgumentException.class);
    HclSink known = new HclFile().open("a").set("b", 1).close().open("a").set("b", 2);
    assertThatThrownBy(() -> known.open("c").close().set("b", 1).close())
        .isInstanceOf(IllegalArgumentException.class);
  }

  // The lines of a run are written as those of an earlier one, which must not show.
  @Property(tries = 300)
  void a_run_looks_the_same_whatever_came_before_it(@ForAll long seed) {
    Random random = new Random(seed);
    HclFile file = new HclFile();
    HclBody body = HclBody.empty();
    List<String> expected = new ArrayList<>();
    for (int block = 0; block < 1 + random.nextInt(30); block++) {
      Map<String, Integer> values = new LinkedHashMap<>();
      for (int i = random.nextInt(4); i < NAMES.size(); i += 1 + random.nextInt(3)) {
        values.put(NAMES.get(i), random.nextInt(7));
      }
      file.open("block");
      HclBlock kept = HclBlock.of("block");
      for (Map.Entry<String, Integer> each : values.entrySet()) {
        if (each.getValue() < TEXTS.size()) {
          file.set(each.getKey(), TEXTS.get(each.getValue()));
          kept = kept.set(each.getKey(), TEXTS.get(each.getValue()));
        } else {
          file.set(each.getKey(), each.getValue() * 1000L);
          kept = kept.set(each.getKey(), each.getValue() * 1000L);
        }
      }
      file.close();
      body = body.block(kept);
      expected.add(lines(values));
    }

    assertThat(file.text()).isEqualTo(String.join("\n", expected)).isEqualTo(body.text());
  }

  private static String lines(Map<String, Integer> values) {
    if (values.isEmpty()) {
      return "block {}\n";
    }
    int width = values.keySet().stream().mapToInt(String::length).max().orElseThrow();
    StringBuilder lines = new StringBuilder("block {\n");
    values.forEach((name, value) -> lines
        .append("  ")
        .append(name)
        .append(" ".repeat(width - name.length()))
        .append(" = ")
        .append(value < TEXTS.size() ? WRITTEN.get(value) : value + "000")
        .append('\n'));
    return lines.append("}\n").toString();
  }
}
