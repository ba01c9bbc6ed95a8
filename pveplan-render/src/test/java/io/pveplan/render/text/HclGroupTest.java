package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HclGroupTest {

  private static final HclReference ROW = HclValue.reference("each", "value");

  private static HclBlock vm(String name, int disks) {
    HclBlock vm = HclBlock.of("resource", "vm", name).set("name", name).set("cores", 4);
    for (int disk = 0; disk < disks; disk++) {
      vm = vm.block(HclBlock.of("disk").set("slot", "scsi" + disk).set("size", 8 + name.length()));
    }
    return vm;
  }

  private static String text(HclGroup group) {
    HclBlock head = HclBlock.of("resource", "vm", "all").set("for_each", 1).blank();
    return HclBody.empty()
        .block(HclBlock.of("locals").set("all", group.table()))
        .block(group.block(head, ROW))
        .text();
  }

  private static Map<String, HclBlock> blocks(HclBlock... blocks) {
    Map<String, HclBlock> all = new LinkedHashMap<>();
    for (HclBlock block : blocks) {
      all.put(block.labels().get(1), block);
    }
    return all;
  }

  @Test
  void a_key_twice_is_refused() {
    HclGroup group = new HclGroup();
    group.add("web01", HclBlock.of("resource", "vm", "a"));

    assertThatThrownBy(() -> group.add("web01", HclBlock.of("resource", "vm", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key web01 twice in one group");
  }

  @Test
  void what_is_the_same_stands_once_and_what_differs_in_a_row() {
    assertThat(text(HclGroup.of(blocks(vm("a", 2), vm("bbb", 2))))).isEqualTo("""
        locals {
          all = {
            a   = { name = "a", disk_size = 9, disk_1_size = 9 }
            bbb = { name = "bbb", disk_size = 11, disk_1_size = 11 }
          }
        }

        resource "vm" "all" {
          for_each = 1

          name  = each.value.name
          cores = 4

          disk {
            slot = "scsi0"
            size = each.value.disk_size
          }

          disk {
            slot = "scsi1"
            size = each.value.disk_1_size
          }
        }
        """);
  }

  @Test
  void an_attribute_that_only_some_have_is_null_for_the_others() {
    HclBlock first = HclBlock.of("resource", "vm", "a").set("x", 1).set("z", 1);
    HclBlock other =
        HclBlock.of("resource", "vm", "b").set("x", 1).set("y", "two").set("z", 1);

    assertThat(text(HclGroup.of(blocks(first, other)))).isEqualTo("""
        locals {
          all = {
            a = { y = null }
            b = { y = "two" }
          }
        }

        resource "vm" "all" {
          for_each = 1

          x = 1
          y = each.value.y
          z = 1
        }
        """);
  }

  @Test
  void a_block_that_only_some_have_is_repeated_over_a_list_in_the_row() {
    HclBlock agent = vm("d", 1).block(HclBlock.of("agent").set("enabled", true));

    assertThat(text(HclGroup.of(blocks(vm("a", 1), vm("b", 3), agent)))).isEqualTo("""
        locals {
          all = {
            a = { name = "a", disk_1 = [], agent = [] }
            b = { name = "b", disk_1 = [{ slot = "scsi1" }, { slot = "scsi2" }], agent = [] }
            d = { name = "d", disk_1 = [], agent = [{}] }
          }
        }

        resource "vm" "all" {
          for_each = 1

          name  = each.value.name
          cores = 4

          disk {
            slot = "scsi0"
            size = 9
          }

          dynamic "disk" {
            for_each = each.value.disk_1

            content {
              slot = disk.value.slot
              size = 9
            }
          }

          dynamic "agent" {
            for_each = each.value.agent

            content {
              enabled = true
            }
          }
        }
        """);
  }

  @Test
  void a_block_inside_of_such_a_block_has_a_list_in_its_row() {
    HclBlock v4 = HclBlock.of("v4").set("a", 1);
    HclBlock none = HclBlock.of("resource", "vm", "a");
    HclBlock two = HclBlock.of("resource", "vm", "b")
        .block(HclBlock.of("ip").block(v4))
        .block(HclBlock.of("ip"));

    assertThat(text(HclGroup.of(blocks(none, two)))).isEqualTo("""
        locals {
          all = {
            a = { ip = [] }
            b = { ip = [{ v4 = [{}] }, { v4 = [] }] }
          }
        }

        resource "vm" "all" {
          for_each = 1

          dynamic "ip" {
            for_each = each.value.ip

            content {
              dynamic "v4" {
                for_each = ip.value.v4

                content {
                  a = 1
                }
              }
            }
          }
        }
        """);
  }

  @Test
  void what_takes_no_expressions_is_for_all_what_one_needs() {
    HclBlock head = HclBlock.of("resource", "vm", "all");
    HclGroup group = HclGroup.of(
        blocks(cloned("a", "node_name"), cloned("b", "clone"), kept("c"), cloned("d", "clone")));

    assertThat(HclBody.empty().block(group.block(head, ROW)).text()).endsWith("""

          depends_on = [file.a, file.b, file.d]

          lifecycle {
            # node_name: for all, because of a
            # clone: for all, because of b and others
            # prevent_destroy: for all, because of c
            ignore_changes  = [node_name, clone]
            prevent_destroy = true
          }
        }
        """);
  }

  private static HclBlock cloned(String name, String ignored) {
    return vm(name, 1)
        .set("depends_on", HclValue.list(HclValue.reference("file", name)))
        .block(HclBlock.of("lifecycle")
            .set("ignore_changes", HclValue.list(HclValue.reference(ignored))));
  }

  private static HclBlock kept(String name) {
    return vm(name, 1).block(HclBlock.of("lifecycle").set("prevent_destroy", true));
  }

  @Property
  void each_row_gives_its_block_again(@ForAll("bodies") @Size(min = 1, max = 6) List<HclBody> all) {
    Map<String, HclBlock> blocks = new LinkedHashMap<>();
    all.forEach(body -> blocks.put("k" + blocks.size(), HclBlock.of("b").with(body)));

    HclGroup group = HclGroup.of(blocks);

    HclBody shared = group.block(HclBlock.of("b"), ROW).body();
    group
        .table()
        .entries()
        .forEach((key, row) -> assertThat(
                tree(shared, Map.of("each", HclValue.object(Map.of("value", row)))))
            .as(key)
            .isEqualTo(tree(blocks.get(key).body(), Map.of())));
  }

  @Provide
  Arbitrary<List<HclBody>> bodies() {
    return body(3).list();
  }

  private static Arbitrary<HclBody> body(int depth) {
    Arbitrary<HclBody> flat = Arbitraries.maps(
            Arbitraries.of("a", "b", "b_c", "c"), Arbitraries.integers().between(1, 3))
        .map(values -> {
          HclBody body = HclBody.empty();
          for (Map.Entry<String, Integer> each : values.entrySet()) {
            body = body.set(each.getKey(), each.getValue());
          }
          return body;
        });
    if (depth == 0) {
      return flat;
    }
    Arbitrary<List<HclBlock>> inner = Combinators.combine(
            Arbitraries.of("b", "c", "d"), Arbitraries.lazy(() -> body(depth - 1)))
        .as((type, body) -> HclBlock.of(type).with(body))
        .list()
        .ofMaxSize(4);
    return Combinators.combine(flat, inner).as((head, blocks) -> {
      HclBody body = head;
      for (HclBlock block : blocks) {
        body = body.block(block);
      }
      return body;
    });
  }

  /** What Terraform makes of a body: attributes that are set, and blocks by their type. */
  private static Map<String, Object> tree(HclBody body, Map<String, HclValue> scope) {
    Map<String, Object> tree = new TreeMap<>();
    for (HclContent<?> each : body.steps()) {
      if (each.item() instanceof HclValue set) {
        HclValue value = value(set, scope);
        if (!value.equals(HclValue.absent())) {
          tree.put("=" + each.name(), value);
        }
      } else if (each.item() instanceof HclBlock block && block.type().equals("dynamic")) {
        String type = block.labels().get(0);
        HclValue rows = (HclValue) block.steps()[0].item();
        HclBlock content = (HclBlock) block.steps()[1].item();
        for (HclValue row : ((HclList) value(rows, scope)).values()) {
          Map<String, HclValue> inner = new HashMap<>(scope);
          inner.put(type, HclValue.object(Map.of("value", row)));
          add(tree, type, tree(content.body(), inner));
        }
      } else if (each.item() instanceof HclBlock block) {
        add(tree, block.type(), tree(block.body(), scope));
      }
    }
    return tree;
  }

  private static void add(Map<String, Object> tree, String type, Map<String, Object> block) {
    List<Object> all = new ArrayList<>((List<?>) tree.getOrDefault(type, List.of()));
    all.add(block);
    tree.put(type, all);
  }

  private static HclValue value(HclValue value, Map<String, HclValue> scope) {
    if (!(value instanceof HclReference reference)) {
      return value;
    }
    String[] names = reference.text().split("\\.");
    HclValue found = scope.get(names[0]);
    for (int i = 1; i < names.length; i++) {
      found = ((HclObject) found).entries().get(names[i]);
    }
    return found;
  }

  @Test
  void columns_of_one_name_are_told_apart() {
    Map<String, HclBlock> blocks = new LinkedHashMap<>();
    for (int i = 0; i < 2; i++) {
      blocks.put("k" + i, HclBlock.of("b").set("a_c", i).block(HclBlock.of("a").set("c", 10 + i)));
    }

    assertThat(text(HclGroup.of(blocks))).contains("k1 = { a_c = 1, a_c_2 = 11 }");
  }

  @Test
  void hashicorps_parser_reads_the_rows_that_were_written() {
    Hostile.Sample sample = Hostile.sample(500).acceptedBy(HclValue::text);
    String text = text(group(sample));

    JsonNode all = JsonMapper.shared().readTree(RealPrograms.hclAsJson(text)).at("/locals/0/all");

    List<String> read = new ArrayList<>();
    for (int i = 0; i < sample.texts().size(); i++) {
      read.add(literal(all.get("k" + i).get("text").asString()));
    }
    new Hostile.Sample(
            sample.seed(),
            sample.texts().stream()
                .map(it -> Normalizer.normalize(it, Normalizer.Form.NFC))
                .toList())
        .wereRead(read);
  }

  @Test
  void rows_are_in_the_canonical_layout() {
    RealPrograms.acceptHclLayout(text(group(Hostile.sample(300).acceptedBy(HclValue::text))));
  }

  private static HclGroup group(Hostile.Sample sample) {
    Map<String, HclBlock> blocks = new LinkedHashMap<>();
    for (int i = 0; i < sample.texts().size(); i++) {
      String text = sample.texts().get(i);
      blocks.put(
          "k" + i,
          HclBlock.of("b")
              .set("text", text)
              .set("list", HclValue.texts(List.of(text, "x")))
              .block(HclBlock.of("inner").set("number", i).set("same", text.isEmpty())));
    }
    return HclGroup.of(blocks);
  }

  // Terraform's JSON syntax keeps the doubled marks.
  private static String literal(String template) {
    return template.replace("$${", "${").replace("%%{", "%{");
  }
}
