package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HclBodyTest {

  private static final HclBody MODULE = HclBody.empty()
      .comment("Storages of the cluster.")
      .block(HclBlock.of("terraform")
          .set("required_version", ">= 1.8.0")
          .block(HclBlock.of("required_providers")
              .set(
                  "proxmox",
                  HclValue.object().with("source", "bpg/proxmox").with("version", "~> 0.111.1"))))
      .block(HclBlock.of("provider", "proxmox"))
      .comment("Names only; addresses come from the variable.")
      .block(HclBlock.of("locals")
          .set("short", 1)
          .set("ratio", HclValue.number(new BigDecimal("1E-3")))
          .set("longer_name", "x")
          .set("nodes", HclValue.texts(List.of("pve1", "pve2")))
          .set(
              "by_node",
              HclValue.object()
                  .with("pve1", HclValue.object().with("address", "10.0.0.1").with("up", true))
                  .with("1.pve", HclValue.object())
                  .with("null", HclValue.absent()))
          .set("after", HclValue.list())
          .comment("a comment ends a run")
          .set("z", HclValue.reference("var", "token")))
      .block(HclBlock.of("resource", "proxmox_storage_nfs", "nas")
          .set("for_each", HclValue.reference("local", "by_node"))
          .blank()
          .set("id", HclValue.reference("each", "key"))
          .set("server", Optional.of("192.0.2.60"))
          .set("options", Optional.empty())
          .set(
              "content",
              HclValue.texts(List.of(
                  "/a/long/word/to/fill/the/line/1",
                  "/a/long/word/to/fill/the/line/2",
                  "/a/long/word/to/fill/the/line/3")))
          .set("disable", false)
          .set(
              "map",
              HclValue.list(
                  HclValue.object().with("node", "a").with("id", "b"),
                  HclValue.object().with("node", "c")))
          .set(
              "owner",
              HclValue.reference("proxmox_vm", "web").index("web-01").index(0).attribute("id"))
          .set("key", HclValue.call("file", HclValue.text("~/.ssh/id.pub")))
          .set(
              "json", HclValue.call("jsonencode", HclValue.object().with("a", 1).with("bc", 2)))
          .set(
              "merged",
              HclValue.call(
                  "merge", HclValue.object().with("a", 1), HclValue.reference("local", "b")))
          .set(
              "joined",
              HclValue.call(
                  "join",
                  HclValue.text(","),
                  HclValue.texts(List.of(
                      "/a/long/word/to/fill/the/line/1",
                      "/a/long/word/to/fill/the/line/2",
                      "/a/long/word/to/fill/the/line/3"))))
          .block(HclBlock.of("backups").set("max", 3))
          .comment("HA moves it.")
          .block(HclBlock.of("lifecycle")
              .set("ignore_changes", HclValue.list(HclValue.reference("node_name"))))
          .set("late", true));

  private static final String MODULE_TEXT = """
      # Storages of the cluster.
      terraform {
        required_version = ">= 1.8.0"

        required_providers {
          proxmox = {
            source  = "bpg/proxmox"
            version = "~> 0.111.1"
          }
        }
      }

      provider "proxmox" {}

      # Names only; addresses come from the variable.
      locals {
        short       = 1
        ratio       = 0.001
        longer_name = "x"
        nodes       = ["pve1", "pve2"]
        by_node = {
          pve1 = {
            address = "10.0.0.1"
            up      = true
          }
          "1.pve" = {}
          "null"  = null
        }
        after = []
        # a comment ends a run
        z = var.token
      }

      resource "proxmox_storage_nfs" "nas" {
        for_each = local.by_node

        id     = each.key
        server = "192.0.2.60"
        content = [
          "/a/long/word/to/fill/the/line/1",
          "/a/long/word/to/fill/the/line/2",
          "/a/long/word/to/fill/the/line/3",
        ]
        disable = false
        map = [
          {
            node = "a"
            id   = "b"
          },
          {
            node = "c"
          },
        ]
        owner = proxmox_vm.web["web-01"][0].id
        key   = file("~/.ssh/id.pub")
        json = jsonencode({
          a  = 1
          bc = 2
        })
        merged = merge(
          {
            a = 1
          },
          local.b,
        )
        joined = join(",", [
          "/a/long/word/to/fill/the/line/1",
          "/a/long/word/to/fill/the/line/2",
          "/a/long/word/to/fill/the/line/3",
        ])

        backups {
          max = 3
        }

        # HA moves it.
        lifecycle {
          ignore_changes = [node_name]
        }

        late = true
      }
      """;

  @Test
  void blocks_written_one_after_the_other_are_those_of_a_body() {
    HclBlock first = HclBlock.of("resource", "pool", "a").set("id", "${a}");
    HclBlock second = HclBlock.of("resource", "pool", "b")
        .set("tags", HclValue.texts(List.of("x", "y")))
        .block(HclBlock.of("lifecycle").set("prevent_destroy", true));
    HclFile file = new HclFile();

    file.add(first);
    file.add(second);

    assertThat(file.text()).isEqualTo("""
        resource "pool" "a" {
          id = "$${a}"
        }

        resource "pool" "b" {
          tags = ["x", "y"]

          lifecycle {
            prevent_destroy = true
          }
        }
        """);
    assertThat(file.text()).isEqualTo(HclBody.empty().block(first).block(second).text());
    assertThat(new HclFile().text()).isEmpty();
  }

  @Test
  void bodies_and_blocks_made_of_one_have_nothing_of_each_other() {
    HclBlock start = HclBlock.of("disk").set("interface", "scsi0");
    HclBlock small = start.set("size", 8);
    HclBlock large = start.set("size", 64).set("ssd", true);
    HclBody file = HclBody.empty().block(small);
    HclBody more = file.block(large);
    HclBody other = file.block(start);

    assertThat(small.with(start.body())).isEqualTo(start).hasSameHashCodeAs(start);
    assertThat(start).isNotEqualTo(small);
    assertThat(small).isNotEqualTo(large);
    assertThat(file.text()).isEqualTo("""
        disk {
          interface = "scsi0"
          size      = 8
        }
        """);
    assertThat(more.text()).isEqualTo("""
        disk {
          interface = "scsi0"
          size      = 8
        }

        disk {
          interface = "scsi0"
          size      = 64
          ssd       = true
        }
        """);
    assertThat(other.text()).isEqualTo("""
        disk {
          interface = "scsi0"
          size      = 8
        }

        disk {
          interface = "scsi0"
        }
        """);
  }

  @Test
  void threads_that_go_on_from_one_block_do_not_meet() {
    HclBlock start = HclBlock.of("disk").set("interface", "scsi0");

    List<String> texts = IntStream.range(0, 2000)
        .parallel()
        .mapToObj(number -> start.set("size", number).set("a" + number, number))
        .map(block -> HclBody.empty().block(block).text())
        .toList();

    assertThat(texts)
        .isEqualTo(IntStream.range(0, 2000)
            .mapToObj(number -> HclBody.empty()
                .block(HclBlock.of("disk")
                    .set("interface", "scsi0")
                    .set("size", number)
                    .set("a" + number, number))
                .text())
            .toList());
  }

  @Test
  void equal_numbers_are_equal_values() {
    assertThat(HclValue.number(new BigDecimal("2"))).isEqualTo(HclValue.number(2));
    assertThat(HclValue.number(new BigDecimal("2E3"))).isEqualTo(HclValue.number(2000));
    assertThat(HclBody.empty()
            .set("a", HclValue.number(new BigDecimal("1E19")))
            .set("b", HclValue.number(new BigDecimal("2.50")))
            .set("c", Long.MIN_VALUE)
            .text())
        .isEqualTo("a = 10000000000000000000\nb = 2.50\nc = -9223372036854775808\n");
  }

  @Test
  void an_object_lends_its_keys_to_others() {
    HclObject kept = HclValue.object().with("id", HclValue.absent()).with("a b", HclValue.absent());

    HclObject other = kept.withEach(key -> HclValue.text(key + "!"));

    assertThat(HclBody.empty().set("x", other).set("y", kept).text()).isEqualTo("""
        x = {
          id    = "id!"
          "a b" = "a b!"
        }
        y = {
          id    = null
          "a b" = null
        }
        """);
  }

  @Test
  void an_attribute_twice_is_refused_also_among_many() {
    HclBody body = HclBody.empty();
    for (int number = 0; number < 200; number++) {
      body = body.set("a" + number, number);
    }
    HclBody many = body;

    assertThatThrownBy(() -> many.set("a17", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attribute a17 twice in one body");
  }

  @Test
  void a_module_is_written_in_the_canonical_layout() {
    assertThat(MODULE.text()).isEqualTo(MODULE_TEXT);
  }

  @Test
  void terraform_leaves_the_layout_alone() {
    RealPrograms.acceptHclLayout(MODULE.text());
  }

  @Test
  void the_parser_of_hashicorp_accepts_a_module() {
    JsonNode read = JsonMapper.shared().readTree(RealPrograms.hclAsJson(MODULE.text()));

    assertThat(read.at("/locals/0/longer_name").asString()).isEqualTo("x");
  }

  @Test
  void nothing_is_an_empty_file() {
    assertThat(HclBody.empty().text()).isEmpty();
  }

  @Test
  void attributes_alone_make_a_file() {
    assertThat(
            HclBody.empty().set("a", 1).set("bcd", "x").blank().set("ef", true).text())
        .isEqualTo("a   = 1\nbcd = \"x\"\n\nef = true\n");
  }

  @Test
  void superfluous_empty_lines_are_left_out() {
    HclBlock block = HclBlock.of("b")
        .blank()
        .set("a", 1)
        .blank()
        .blank()
        .block(HclBlock.of("c"))
        .blank();

    assertThat(HclBody.empty().blank().block(block).blank().text())
        .isEqualTo("b {\n  a = 1\n\n  c {}\n}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "plain | \"plain\"",
        "say \"hi\" | \"say \\\"hi\\\"\"",
        "C:\\x | \"C:\\\\x\"",
        "${x} | \"$${x}\"",
        "$${x} | \"$$${x}\"",
        "%{x} | \"%%{x}\"",
        "$5 50% $$ | \"$5 50% $$\"",
        "e\u0301 | \"\u00e9\"",
        "\ud83d\ude00 | \"\ud83d\ude00\"",
        "a\u202eb | \"a\\u202eb\"",
        "a\u2028b | \"a\\u2028b\"",
      })
  void strings_are_escaped(String text, String written) {
    assertThat(HclBody.empty().set("a", text).text()).isEqualTo("a = " + written + "\n");
  }

  @Test
  void keys_are_written_in_ascii_because_they_are_aligned() {
    HclObject object = HclValue.object().with("caf\u00e9", "\u00e9").with("a\ud83d\ude00", 2);

    assertThat(HclBody.empty().set("a", object).text())
        .isEqualTo("a = {\n  \"caf\\u00e9\"   = \"\u00e9\"\n  \"a\\U0001f600\" = 2\n}\n");
  }

  @Test
  void line_breaks_are_escaped() {
    assertThat(HclBody.empty().set("a", "1\n\t2\r\u0007").text())
        .isEqualTo("a = \"1\\n\\t2\\r\\u0007\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\ud83d", "\ude00\ud83d"})
  void text_that_terraform_can_not_hold_is_refused(String text) {
    assertThatThrownBy(() -> HclValue.text(text)).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a.b", "a b", "a\"b", "${x}", "\u00e9", "-a"})
  void names_are_identifiers(String name) {
    assertThatThrownBy(() -> HclBody.empty().set(name, 1))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> HclBlock.of(name)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> HclBlock.of("a", name)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> HclValue.reference("a", name))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> HclValue.call(name)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void a_name_twice_is_refused() {
    assertThatThrownBy(() -> HclBody.empty().set("a", 1).set("a", 2))
        .hasMessage("attribute a twice in one body");
    assertThatThrownBy(() -> HclValue.object().with("\u00e9", 1).with("e\u0301", 2))
        .hasMessage("key 'e\u0301' twice in one object");
  }

  @Test
  void comments_stay_on_their_line() {
    assertThat(HclBody.empty().comment("a\nb = 1\r").comment("").text())
        .isEqualTo("# a b = 1\n#\n");
  }

  @Test
  void terraform_reads_the_strings_that_were_written() {
    Hostile.Sample sample = Hostile.sample(1000).acceptedBy(HclValue::text);
    HclBlock block = HclBlock.of("locals").set("all", HclValue.texts(sample.texts()));

    String read = RealPrograms.terraformValue(
        HclBody.empty().block(block).text(),
        "nonsensitive(join(\",\", [for s in local.all : base64encode(s)]))");

    normalized(sample)
        .wereRead(Stream.of(read.substring(1, read.length() - 1).split(",", -1))
            .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
            .toList());
  }

  @Test
  void hashicorps_parser_reads_what_was_written() {
    Hostile.Sample sample = Hostile.sample(1000).acceptedBy(HclValue::text);
    String text = locals(sample).text();

    JsonNode locals = JsonMapper.shared().readTree(RealPrograms.hclAsJson(text)).at("/locals/0");

    assertThat(locals.propertyNames()).containsExactlyInAnyOrder("keys", "list", "last");
    normalized(sample)
        .wereRead(locals
            .get("list")
            .valueStream()
            .map(node -> literal(node.asString()))
            .toList());
    Map<Integer, String> keys = new TreeMap<>();
    locals
        .get("keys")
        .propertyStream()
        .forEach(entry -> keys.put(entry.getValue().asInt(), literal(entry.getKey())));
    normalized(sample)
        .wereRead(keys.entrySet().stream().map(e -> withoutNumber(e.getValue())).toList());
  }

  @Test
  void hostile_files_are_in_the_canonical_layout() {
    Hostile.Sample sample = Hostile.sample(300).acceptedBy(HclValue::text);

    RealPrograms.acceptHclLayout(locals(sample).text());
  }

  private static HclBody locals(Hostile.Sample sample) {
    HclObject keys = HclValue.object();
    for (int i = 0; i < sample.texts().size(); i++) {
      keys = keys.with(sample.texts().get(i) + "." + i, i);
    }
    HclBlock block =
        HclBlock.of("locals").set("keys", keys).set("list", HclValue.texts(sample.texts()));
    for (String text : sample.texts()) {
      block = block.comment(text);
    }
    return HclBody.empty().block(block.set("last", true));
  }

  @Test
  void random_bodies_are_in_the_canonical_layout() {
    HclBody file = IntStream.range(0, 60)
        .mapToObj(seed -> new RandomBody(seed).block(3))
        .reduce(HclBody.empty(), HclBody::block, (one, other) -> other);

    RealPrograms.acceptHclLayout(file.text());
  }

  private static Hostile.Sample normalized(Hostile.Sample sample) {
    return new Hostile.Sample(
        sample.seed(),
        sample.texts().stream()
            .map(t -> Normalizer.normalize(t, Normalizer.Form.NFC))
            .toList());
  }

  private static String withoutNumber(String key) {
    return key.substring(0, key.lastIndexOf('.'));
  }

  // Terraform's JSON syntax keeps the doubled marks.
  private static String literal(String template) {
    return template.replace("$${", "${").replace("%%{", "%{");
  }
}
