package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.render.testing.Hostile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorosyncConfigTest {

  @Test
  void keys_and_sections_are_sorted_by_name() {
    CorosyncConfig node2 = CorosyncConfig.empty().key("nodeid", 2).key("name", "a");
    CorosyncConfig node1 = CorosyncConfig.empty().key("nodeid", 1);

    assertThat(CorosyncConfig.empty()
            .section(
                "totem",
                CorosyncConfig.empty()
                    .key("version", 2)
                    .section("interface", CorosyncConfig.empty().key("linknumber", 0))
                    .key("cluster_name", "lab"))
            .section(
                "nodelist", CorosyncConfig.empty().section("node", node2).section("node", node1))
            .text())
        .isEqualTo("""
            nodelist {
              node {
                name: a
                nodeid: 2
              }
              node {
                nodeid: 1
              }
            }

            totem {
              cluster_name: lab
              interface {
                linknumber: 0
              }
              version: 2
            }

            """);
  }

  @Test
  void what_the_format_can_not_hold_is_refused() {
    CorosyncConfig config = CorosyncConfig.empty().key("name", "a");

    assertThatThrownBy(() -> config.key("host", "a b"))
        .isExactlyInstanceOf(InvalidValueException.class)
        .hasMessageContaining("host 'a b' is not one word");
    assertThatThrownBy(() -> config.key("name", "b"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("key name twice");
    assertThatThrownBy(() -> config.section("A", config))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("'A' is no name in corosync.conf");
  }

  @Test
  void no_value_breaks_out_of_its_place() {
    Hostile.Sample sample =
        Hostile.sample(2000).acceptedBy(text -> CorosyncConfig.empty().key("name", text));
    assertThat(sample.texts()).as("seed %d", sample.seed()).isNotEmpty();

    for (String text : sample.texts()) {
      String file = CorosyncConfig.empty()
          .section("totem", CorosyncConfig.empty().key("name", text).key("version", 2))
          .text();
      assertThat(asProxmoxReads(file))
          .as("seed %d", sample.seed())
          .containsExactly("totem", "{", "name:", text, "version:", "2", "}");
    }
  }

  // pve-cluster, PVE/Corosync.pm, parse_conf: words, after comments are gone.
  private static List<String> asProxmoxReads(String file) {
    String words = file.lines()
        .map(line -> line.replaceFirst("#.*", ""))
        .collect(Collectors.joining(" "))
        .strip();
    return Arrays.asList(words.split("(?U)\\s+"));
  }
}
