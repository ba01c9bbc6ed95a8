package io.pveplan.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads {@code MANIFEST.json}. */
final class Manifest {

  private static final String FORMAT = "pveplan-bundle";
  private static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.shared();

  private Manifest() {}

  static String text(Collection<Artifact> files) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("formatVersion", VERSION);
    ArrayNode list = root.putArray("files");
    files.stream()
        .sorted((one, other) -> one.path().compareTo(other.path()))
        .forEach(file -> describe(file, list.addObject()));
    // The default indenter would take the line end of the machine.
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JSON.writer().with(printer).writeValueAsString(root) + "\n";
  }

  private static void describe(Artifact file, ObjectNode entry) {
    entry.put("path", file.path());
    entry.put("sha256", sha256(file.content()));
    entry.put("mode", file.mode().toString());
    entry.put("target", file.target().toString());
    file.nodePath().ifPresent(path -> entry.put("nodePath", path));
    if (file.preview()) {
      entry.put("preview", true);
    }
    file.step().ifPresent(step -> entry.put("step", step.number()));
    entry.put("renderer", file.renderer());
  }

  /** The paths a manifest names; empty when the text is no manifest of a bundle. */
  static Optional<SortedSet<String>> paths(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
    if (!root.path("format").asString("").equals(FORMAT)) {
      return Optional.empty();
    }
    SortedSet<String> paths = new TreeSet<>();
    root.path("files").forEach(file -> paths.add(file.path("path").asString("")));
    return Optional.of(paths);
  }

  private static String sha256(String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
