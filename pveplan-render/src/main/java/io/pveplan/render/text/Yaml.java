package io.pveplan.render.text;

/**
 * A YAML document that readers of YAML 1.1 and of 1.2 understand alike.
 *
 * <pre>{@code
 * Yaml.of(YamlValue.map().with("hostname", "web01").with("answer", "no")).cloudConfig().text();
 *     // #cloud-config
 *     // hostname: web01
 *     // answer: "no"
 * }</pre>
 *
 * <p>Block style throughout, two blanks per level, text of several lines as a literal block, and no
 * document marker.
 *
 * @since 0.1
 */
public final class Yaml {

  // cloud-init tells the kind of a document by exactly this line.
  private static final String CLOUD_CONFIG = "#cloud-config\n";

  private final String firstLine;
  private final YamlMap root;

  private Yaml(String firstLine, YamlMap root) {
    this.firstLine = firstLine;
    this.root = root;
  }

  /**
   * A document.
   *
   * @param root the map at its top
   */
  public static Yaml of(YamlMap root) {
    return new Yaml("", root);
  }

  /** The same with {@code #cloud-config} as its first line. */
  public Yaml cloudConfig() {
    return new Yaml(CLOUD_CONFIG, root);
  }

  /** The document as text, with a final newline. */
  public String text() {
    return firstLine + YamlWriter.write(root);
  }
}
