package io.pveplan.render.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.BpgVersion;
import io.pveplan.render.Artifact;
import io.pveplan.render.testing.RealPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names and types the modules use are those of the providers' schemas, as far as {@code
 * schema.txt} lists them.
 */
class TerraformSchemaTest {

  /**
   * A line of the list.
   *
   * @param owner type of a resource, or provider
   * @param path blocks and name, with dots between; {@code #} stands for a number
   * @param type {@code string}, {@code number}, {@code bool}, {@code strings}, {@code object} or
   *     {@code block}
   */
  private record Entry(String owner, String path, String type) {}

  /**
   * What the list says of an entry.
   *
   * @param required whether the provider demands it
   * @param since minor version of bpg/proxmox that it came with, 0 for one before 0.99
   */
  private record Rule(boolean required, int since) {}

  private final Map<Entry, Rule> schema = schema();
  private final Set<Entry> used = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private BpgVersion version = BpgVersion.READ;

  @Test
  void modules_use_what_the_schemas_have_and_nothing_else() {
    TerraformCases.ALL.values().forEach(this::check);

    assertThat(faults).isEmpty();
    Set<Entry> unused = new HashSet<>(schema.keySet());
    unused.removeAll(used);
    assertThat(unused).as("no case uses these lines of schema.txt").isEmpty();
  }

  private void check(ResolvedPlan plan) {
    version = BpgTypes.of(plan).version();
    new TerraformRenderer()
        .render(plan).artifacts().stream()
            .filter(file -> file.path().endsWith(".tf"))
            .collect(Collectors.groupingBy(
                TerraformSchemaTest::provider,
                Collectors.mapping(Artifact::content, Collectors.joining("\n"))))
            .forEach((provider, text) ->
                check(provider, JsonMapper.shared().readTree(RealPrograms.hclAsJson(text))));
  }

  private static String provider(Artifact file) {
    return file.path().startsWith("terraform/bpg/") ? "bpg" : "telmate";
  }

  private void check(String provider, JsonNode module) {
    block(provider, "", module.at("/provider/proxmox/0"));
    module
        .get("resource")
        .propertyStream()
        .forEach(type -> type.getValue()
            .propertyStream()
            .forEach(resource ->
                block(shortName(type.getKey()), "", resource.getValue().get(0))));
  }

  // Both names of a type have one schema.
  private String shortName(String type) {
    String name = type.replaceFirst("^proxmox_virtual_environment_", "proxmox_");
    return schema.keySet().stream().anyMatch(entry -> entry.owner.equals(name)) ? name : type;
  }

  private void block(String owner, String path, JsonNode body) {
    Set<String> names = new TreeSet<>();
    body.propertyStream().forEach(member -> {
      if (member.getKey().equals("dynamic")) {
        member.getValue().propertyStream().forEach(repeated -> {
          String name = numbered(repeated.getKey());
          names.add(path + name);
          repeated.getValue().forEach(each -> member(owner, path + name, each.get("content")));
        });
        return;
      }
      String name = numbered(member.getKey());
      // What Terraform itself reads.
      if (path.isEmpty() && Set.of("lifecycle", "for_each", "depends_on").contains(name)) {
        return;
      }
      names.add(path + name);
      member(owner, path + name, member.getValue());
    });
    schema.forEach((entry, rule) -> {
      boolean here = entry.owner.equals(owner)
          && entry.path.startsWith(path)
          && entry.path.indexOf('.', path.length()) < 0;
      if (here && rule.required() && !names.contains(entry.path)) {
        faults.add(owner + " " + path + " lacks " + entry.path);
      }
    });
  }

  private static String numbered(String name) {
    return name.replaceFirst("^(ide|sata|scsi|virtio|ipconfig)[0-9]+$", "$1#");
  }

  private void member(String owner, String path, JsonNode value) {
    boolean isBlock = value.isArray() && !value.isEmpty() && value.get(0).isObject();
    if (isBlock) {
      use(new Entry(owner, path, "block"));
      value.forEach(each -> block(owner, path + ".", each));
      return;
    }
    if (value.isObject()) {
      use(new Entry(owner, path, "object"));
      return;
    }
    // An expression has the type that is asked for.
    boolean expression = value.isString() && value.asString().matches("(?s)\\$\\{.*\\}");
    use(schema.keySet().stream()
        .filter(entry -> expression && entry.owner.equals(owner) && entry.path.equals(path))
        .findFirst()
        .orElseGet(() -> new Entry(owner, path, type(value))));
  }

  private void use(Entry entry) {
    if (schema.containsKey(entry)) {
      used.add(entry);
      int since = schema.get(entry).since();
      if (!version.atLeast(since)) {
        faults.add(version + " has not, before 0." + since + ": " + entry);
      }
    } else {
      faults.add("not in schema.txt: " + entry);
    }
  }

  private static String type(JsonNode value) {
    if (value.isArray()) {
      return "strings";
    }
    return value.isString() ? "string" : value.isBoolean() ? "bool" : "number";
  }

  private static Map<Entry, Rule> schema() {
    Map<Entry, Rule> entries = new HashMap<>();
    for (String line : lines()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.split(" ");
      List<String> rest = List.of(words).subList(3, words.length);
      entries.put(
          new Entry(words[0], words[1], words[2]),
          new Rule(rest.contains("required"), since(rest)));
    }
    return entries;
  }

  private static int since(List<String> words) {
    return words.stream()
        .filter(word -> word.startsWith("since:0."))
        .mapToInt(word -> Integer.parseInt(word.substring("since:0.".length())))
        .findFirst()
        .orElse(0);
  }

  private static List<String> lines() {
    try (InputStream in = TerraformSchemaTest.class.getResourceAsStream("schema.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
