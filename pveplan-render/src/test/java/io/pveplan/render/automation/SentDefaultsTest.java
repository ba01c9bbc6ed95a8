package io.pveplan.render.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider sends its defaults where a module says nothing. Where they are not what Proxmox VE takes
 * by itself, {@code defaults.txt} has them, and each block of a module says what is to be.
 */
class SentDefaultsTest {

  /**
   * An argument that is never left out.
   *
   * @param owner type of a resource
   * @param block where it stands, with dots between; empty for the resource
   * @param name its name
   */
  private record Always(String owner, String block, String name) {}

  private final List<Always> always = new ArrayList<>();
  private final Set<Always> seen = new HashSet<>();
  private final Set<String> missing = new HashSet<>();

  @Test
  void no_default_of_a_provider_takes_the_place_of_one_of_the_product() {
    for (String line : lines()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] words = line.split(" ", 3);
        int dot = words[1].lastIndexOf('.');
        always.add(new Always(
            words[0], words[1].substring(0, Math.max(dot, 0)), words[1].substring(dot + 1)));
      }
    }
    new TreeMap<>(TerraformCases.ALL).values().forEach(this::check);

    assertThat(missing).isEmpty();
    assertThat(always).as("no case has a block of these lines").allMatch(seen::contains);
  }

  private void check(ResolvedPlan plan) {
    Map<String, String> modules = new TerraformRenderer()
        .render(plan).artifacts().stream()
            .filter(file -> file.path().endsWith(".tf"))
            .collect(Collectors.groupingBy(
                file -> file.path().substring(0, file.path().lastIndexOf('/')),
                TreeMap::new,
                Collectors.mapping(Artifact::content, Collectors.joining("\n"))));
    modules.values().forEach(text -> {
      JsonNode resources =
          JsonMapper.shared().readTree(RealPrograms.hclAsJson(text)).path("resource");
      resources
          .propertyStream()
          .forEach(type -> type.getValue()
              .propertyStream()
              .forEach(each ->
                  block(type.getKey(), "", each.getKey(), each.getValue().get(0))));
    });
  }

  private void block(String owner, String path, String label, JsonNode body) {
    Map<String, List<JsonNode>> blocks = new HashMap<>();
    body.propertyStream().forEach(member -> {
      JsonNode value = member.getValue();
      if (member.getKey().equals("dynamic")) {
        value
            .propertyStream()
            .forEach(repeated -> repeated
                .getValue()
                .forEach(each -> blocks
                    .computeIfAbsent(repeated.getKey(), key -> new ArrayList<>())
                    .add(
                        each.get("content").isArray()
                            ? each.get("content").get(0)
                            : each.get("content"))));
      } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
        value.forEach(each ->
            blocks.computeIfAbsent(member.getKey(), key -> new ArrayList<>()).add(each));
      }
    });
    for (Always argument : always) {
      if (argument.owner.equals(owner) && argument.block.equals(path)) {
        seen.add(argument);
        if (!body.has(argument.name) && !blocks.containsKey(argument.name)) {
          missing.add(owner + "." + label + " " + path + " " + argument.name);
        }
      }
    }
    blocks.forEach((name, each) -> {
      String numbered = name.replaceFirst("^(ide|sata|scsi|virtio)[0-9]+$", "$1#");
      each.forEach(
          inner -> block(owner, path.isEmpty() ? numbered : path + "." + numbered, label, inner));
    });
  }

  private static List<String> lines() {
    try (InputStream in = SentDefaultsTest.class.getResourceAsStream("defaults.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
