package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class YamlTest {

  private static final Yaml USER_DATA = Yaml.of(YamlValue.map()
          .with("hostname", "web01")
          .with("fqdn", Optional.of("web01.example.net"))
          .with("locale", Optional.empty())
          .with("manage_etc_hosts", true)
          .with(
              "users",
              YamlValue.list(YamlValue.map()
                  .with("name", "ops")
                  .with("groups", YamlValue.texts("sudo", "adm"))
                  .with("shell", "/bin/bash")
                  .with("sudo", "ALL=(ALL) NOPASSWD:ALL")
                  .with("ssh_authorized_keys", YamlValue.texts("ssh-ed25519 AAAA+/x ops@a"))))
          .with(
              "write_files",
              YamlValue.list(YamlValue.map()
                  .with("path", "/etc/motd")
                  .with("permissions", "0644")
                  .with("content", "first\n  second: x\n")))
          .with("package_update", true)
          .with("packages", YamlValue.texts("qemu-guest-agent"))
          .with(
              "runcmd",
              YamlValue.list(YamlValue.texts("systemctl", "enable", "--now", "a b", "no")))
          .with("ca_certs", YamlValue.map())
          .with("bootcmd", YamlValue.list())
          .with("power_state", YamlValue.map().with("timeout", OptionalInt.of(30))))
      .cloudConfig();

  private static final String USER_DATA_TEXT = """
      #cloud-config
      hostname: web01
      fqdn: web01.example.net
      manage_etc_hosts: true
      users:
      - name: ops
        groups:
        - sudo
        - adm
        shell: /bin/bash
        sudo: "ALL=(ALL) NOPASSWD:ALL"
        ssh_authorized_keys:
        - ssh-ed25519 AAAA+/x ops@a
      write_files:
      - path: /etc/motd
        permissions: "0644"
        content: |
          first
            second: x
      package_update: true
      packages:
      - qemu-guest-agent
      runcmd:
      - - systemctl
        - enable
        - "--now"
        - a b
        - "no"
      ca_certs: {}
      bootcmd: []
      power_state:
        timeout: 30
      """;

  @Test
  void a_document_is_written_in_block_style() {
    assertThat(USER_DATA.text()).isEqualTo(USER_DATA_TEXT);
  }

  @Test
  void yamllint_accepts_a_document() {
    RealPrograms.acceptYaml(USER_DATA.text());
  }

  @Test
  void cloud_init_accepts_user_data() {
    Yaml data = Yaml.of(
            YamlValue.map().with("hostname", "web01").with("packages", YamlValue.texts("vim")))
        .cloudConfig();

    RealPrograms.acceptUserData(data.text());
  }

  @Test
  void an_empty_document_is_an_empty_map() {
    assertThat(Yaml.of(YamlValue.map()).text()).isEqualTo("{}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "N",
        "true",
        "FALSE",
        "null",
        "Null",
        "~",
        "1",
        "-1",
        "+1",
        "0644",
        "0o17",
        "0x1F",
        "0b1",
        "1_000",
        "1e3",
        ".5",
        ".inf",
        ".NaN",
        "12:30:45",
        "2026-01-01",
        "2026-01-01T00:00:00Z",
        "=",
        "<<",
        "-",
        "?",
        ":",
        "a: b",
        "a #b",
        "#a",
        "- a",
        "@a",
        "`a",
        "%a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "{a",
        "[a",
        "\"a",
        "'a",
        "a ",
        " a",
        "a\tb",
        "---",
        "..."
      })
  void what_could_be_read_as_something_else_is_quoted(String text) {
    assertThat(Yaml.of(YamlValue.map().with("k", text)).text()).startsWith("k: \"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"web01", "/bin/bash", "a b", "ssh-ed25519 AAAA+/x ops@a", "a.b-c_d", "x1"})
  void what_is_text_beyond_doubt_is_not_quoted(String text) {
    assertThat(Yaml.of(YamlValue.map().with("k", text)).text()).isEqualTo("k: " + text + "\n");
  }

  @Test
  void text_of_several_lines_is_a_literal_block() {
    YamlMap map =
        YamlValue.map().with("keep", "a\n\n b\n").with("strip", "a\nb").with("z", 1);

    assertThat(Yaml.of(map).text()).isEqualTo("""
            keep: |
              a

               b
            strip: |-
              a
              b
            z: 1
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0085b", "a\u2028b", "\u2029", "\ufeffa", "\ud83d"})
  void text_that_readers_do_not_agree_on_is_refused(String text) {
    assertThatThrownBy(() -> YamlValue.text(text)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> YamlValue.map().with(text, 1))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void a_key_twice_is_refused() {
    assertThatThrownBy(() -> YamlValue.map().with("a", 1).with("a", 2))
        .hasMessage("key 'a' twice in one map");
  }

  @Test
  void a_key_of_two_lines_is_refused() {
    assertThatThrownBy(() -> YamlValue.map().with("a\nb", 1))
        .isInstanceOf(InvalidValueException.class);
  }

  @Property(tries = 1000)
  void jackson_reads_what_was_written(
      @ForAll("hostile") String text, @ForAll("hostile") String other) {
    Assume.that(isAccepted(text) && isAccepted(other));
    YamlMap map = YamlValue.map()
        .with("a", text)
        .with("b", YamlValue.texts(other, text))
        .with("c", YamlValue.list(YamlValue.map().with("d", text).with("e", other)));

    JsonNode read = YAMLMapper.shared().readTree(Yaml.of(map).text());

    assertThat(read.at("/a").asString()).isEqualTo(text);
    assertThat(read.at("/b/0").asString()).isEqualTo(other);
    assertThat(read.at("/b/1").asString()).isEqualTo(text);
    assertThat(read.at("/c/0/d").asString()).isEqualTo(text);
    assertThat(read.at("/c/0/e").asString()).isEqualTo(other);
    assertThat(read.propertyNames()).containsExactly("a", "b", "c");
  }

  @Test
  void python_reads_what_was_written() {
    Hostile.Sample texts = Hostile.sample(2000).acceptedBy(YamlValue::text);
    Hostile.Sample keys = texts.acceptedBy(key -> YamlValue.map().with(key, 1));
    YamlMap map = YamlValue.map();
    for (int i = 0; i < keys.texts().size(); i++) {
      // Unique, and the text first: it is the beginning that readers go by.
      map = map.with(keys.texts().get(i) + "." + i, i);
    }
    String document = Yaml.of(
            YamlValue.map().with("texts", YamlValue.texts(texts.texts())).with("keys", map))
        .text();

    JsonNode read = JsonMapper.shared().readTree(RealPrograms.yamlAsJson(document));

    texts.wereRead(read.get("texts").valueStream().map(JsonNode::asString).toList());
    keys.wereRead(read.get("keys").propertyNames().stream()
        .map(key -> key.substring(0, key.lastIndexOf('.')))
        .toList());
    RealPrograms.acceptYaml(document);
  }

  @Test
  void jackson_reads_long_texts() {
    List<String> texts = Hostile.longTexts();

    JsonNode read = YAMLMapper.shared()
        .readTree(Yaml.of(YamlValue.map().with("texts", YamlValue.texts(texts))).text());

    assertThat(read.get("texts").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(texts);
  }

  @Provide
  Arbitrary<String> hostile() {
    return Hostile.texts();
  }

  private static boolean isAccepted(String text) {
    try {
      YamlValue.text(text);
      return true;
    } catch (InvalidValueException refused) {
      return false;
    }
  }
}
