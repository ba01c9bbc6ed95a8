package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  void what_is_the_same_stands_once_and_what_differs_in_a_row() {
    List<HclGroup> groups = HclGroup.of(blocks(vm("a", 2), vm("bbb", 2)));

    assertThat(groups).hasSize(1);
    assertThat(text(groups.get(0))).isEqualTo("""
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

    assertThat(text(HclGroup.of(blocks(first, other)).get(0))).isEqualTo("""
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
  void blocks_of_another_shape_are_another_group() {
    HclBlock agent = vm("d", 1).block(HclBlock.of("agent").set("enabled", true));

    List<HclGroup> groups = HclGroup.of(blocks(vm("a", 1), vm("b", 3), vm("c", 1), agent));

    assertThat(groups)
        .extracting(group -> group.difference() + " " + group.keys())
        .containsExactly(" [a, c]", "disk_1_disk_2 [b]", "agent [d]");
  }

  @Test
  void a_missing_block_is_named_too_and_its_inner_ones_are_not() {
    HclBlock inner = HclBlock.of("ip").block(HclBlock.of("v4").set("a", 1));
    HclBlock full = vm("a", 1).block(HclBlock.of("init").block(inner));
    HclBlock half = vm("c", 1).block(HclBlock.of("init").block(HclBlock.of("ip")));

    assertThat(HclGroup.of(blocks(full, vm("b", 1), half)))
        .extracting(HclGroup::difference)
        .containsExactly("", "no_init", "no_init_ip_v4");
  }

  @Test
  void lifecycles_that_differ_are_of_two_shapes_since_terraform_takes_no_expressions_there() {
    List<HclGroup> groups = HclGroup.of(blocks(
        cloned("a", "node_name"), cloned("b", "node_name"), cloned("c", "clone"), kept("d")));

    assertThat(groups)
        .extracting(group -> group.difference() + " " + group.keys())
        .containsExactly(
            " [a, b]",
            "lifecycle_ignore_changes_clone_no_lifecycle_ignore_changes_node_name [c]",
            "lifecycle_prevent_destroy_no_lifecycle_ignore_changes [d]");
    assertThat(text(groups.get(0))).contains("    ignore_changes = [node_name]\n");
  }

  private static HclBlock cloned(String name, String ignored) {
    return vm(name, 1)
        .block(HclBlock.of("lifecycle")
            .set("ignore_changes", HclValue.list(HclValue.reference(ignored))));
  }

  private static HclBlock kept(String name) {
    return vm(name, 1).block(HclBlock.of("lifecycle").set("prevent_destroy", true));
  }

  @Test
  void columns_of_one_name_are_told_apart() {
    Map<String, HclBlock> blocks = new LinkedHashMap<>();
    for (int i = 0; i < 2; i++) {
      blocks.put("k" + i, HclBlock.of("b").set("a_c", i).block(HclBlock.of("a").set("c", 10 + i)));
    }

    assertThat(text(HclGroup.of(blocks).get(0))).contains("k1 = { a_c = 1, a_c_2 = 11 }");
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
    return HclGroup.of(blocks).get(0);
  }

  // Terraform's JSON syntax keeps the doubled marks.
  private static String literal(String template) {
    return template.replace("$${", "${").replace("%%{", "%{");
  }
}
