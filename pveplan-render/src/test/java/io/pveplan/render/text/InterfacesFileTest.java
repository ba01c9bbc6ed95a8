package io.pveplan.render.text;

import static io.pveplan.render.text.Stanza.Family.INET;
import static io.pveplan.render.text.Stanza.Family.INET6;
import static io.pveplan.render.text.Stanza.Method.LOOPBACK;
import static io.pveplan.render.text.Stanza.Method.MANUAL;
import static io.pveplan.render.text.Stanza.Method.STATIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InterfacesFileTest {

  private static final InterfacesFile NODE = InterfacesFile.of(
          Stanza.of("lo", INET, LOOPBACK).auto(),
          Stanza.of("nic0", INET, MANUAL).auto().option("mtu", OptionalInt.of(9000)),
          Stanza.of("nic1", INET, MANUAL).auto().option("mtu", OptionalInt.of(9000)),
          Stanza.of("nic2", INET, MANUAL),
          Stanza.of("bond0", INET, MANUAL)
              .auto()
              .option("bond-slaves", "nic0 nic1")
              .option("bond-miimon", 100)
              .option("bond-mode", "802.3ad")
              .optionIf(true, "bond-xmit-hash-policy", "layer3+4")
              .optionIf(false, "bond-primary", "nic0")
              .option("mtu", 9000),
          Stanza.of("vmbr0", INET, STATIC)
              .auto()
              .option("address", "198.51.100.11/24")
              .option("gateway", Optional.of("198.51.100.1"))
              .option("bridge-ports", "bond0")
              .option("bridge-stp", "off")
              .option("bridge-fd", 0)
              .option("mtu", OptionalInt.empty())
              .comment("management\nand guests")
              .comment(" "),
          Stanza.of("vmbr0", INET6, STATIC)
              .option("address", "2001:db8:0:1::11/64")
              .option("gateway", Optional.empty()))
      .source("/etc/network/interfaces.d/*");

  private static final String NODE_TEXT = """
      auto lo
      iface lo inet loopback

      auto nic0
      iface nic0 inet manual
      \tmtu 9000

      auto nic1
      iface nic1 inet manual
      \tmtu 9000

      iface nic2 inet manual

      auto bond0
      iface bond0 inet manual
      \tbond-slaves nic0 nic1
      \tbond-miimon 100
      \tbond-mode 802.3ad
      \tbond-xmit-hash-policy layer3+4
      \tmtu 9000

      auto vmbr0
      iface vmbr0 inet static
      \taddress 198.51.100.11/24
      \tgateway 198.51.100.1
      \tbridge-ports bond0
      \tbridge-stp off
      \tbridge-fd 0
      #management and guests

      iface vmbr0 inet6 static
      \taddress 2001:db8:0:1::11/64

      source /etc/network/interfaces.d/*
      """;

  @Test
  void a_file_is_written_as_proxmox_writes_it() {
    assertThat(NODE.text()).isEqualTo(NODE_TEXT);
  }

  @Test
  void ifupdown2_accepts_a_file() {
    RealPrograms.acceptInterfaces(NODE.text());
  }

  @Test
  void no_stanza_is_an_empty_file() {
    assertThat(InterfacesFile.of().text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "a\nb", "a\tb", "a\u2028b", "\ud83d", "\u00a0a"})
  void a_value_is_one_line_without_blanks_around(String value) {
    Stanza stanza = Stanza.of("vmbr0", INET, MANUAL);

    assertThatThrownBy(() -> stanza.option("bridge-ports", value))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\", "a\\b", "\\", "50%", "${x} %"})
  void a_value_that_ifupdown2_reads_otherwise_is_refused(String value) {
    Stanza stanza = Stanza.of("vmbr0", INET, MANUAL);

    assertThatThrownBy(() -> stanza.option("alias", value))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "vm br0", "vmbr*", "vmbr[0-9]", "vmbr?", "a#b", "a\nb", "\u00e9"})
  void a_name_is_a_plain_word(String name) {
    assertThatThrownBy(() -> Stanza.of(name, INET, MANUAL))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bridge ports", "#a", "A", "a\nb"})
  void an_option_is_a_plain_word(String option) {
    Stanza stanza = Stanza.of("vmbr0", INET, MANUAL);

    assertThatThrownBy(() -> stanza.option(option, "x"))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "interfaces.d/*", "/a b", "/a\nb", "/a\\", "/%a"})
  void a_source_is_an_absolute_path(String pattern) {
    assertThatThrownBy(() -> InterfacesFile.of().source(pattern))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void a_stanza_twice_is_refused() {
    Stanza stanza = Stanza.of("vmbr0", INET, MANUAL);

    assertThatThrownBy(() -> InterfacesFile.of(stanza, stanza))
        .hasMessage("two stanzas for vmbr0 inet");
  }

  @Test
  void a_comment_is_no_template_and_joins_no_line() {
    Stanza stanza = Stanza.of("vmbr0", INET, MANUAL).comment("50% of C:\\ \\");

    assertThat(InterfacesFile.of(stanza).text()).isEqualTo("iface vmbr0 inet manual\n#50 of C:\n");
  }

  @Test
  void ifupdown2_reads_what_was_written() {
    Hostile.Sample sample =
        Hostile.sample(1000).acceptedBy(text -> Stanza.of("a", INET, MANUAL).option("alias", text));
    List<Stanza> stanzas = new ArrayList<>();
    for (String text : sample.texts()) {
      stanzas.add(Stanza.of("if" + stanzas.size(), INET, MANUAL)
          .auto()
          .option("alias", text)
          .comment(text));
    }

    JsonNode read = JsonMapper.shared()
        .readTree(RealPrograms.readInterfaces(InterfacesFile.of(stanzas).text()));

    sample.wereRead(
        read.valueStream().map(iface -> iface.at("/config/alias").asString()).toList());
  }
}
