package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file like {@code corosync.conf}: keys with values, and sections in braces, in the form in which
 * Proxmox VE writes it. Everything is sorted by name, sections of one name stay in their order.
 *
 * <pre>{@code
 * CorosyncConfig.empty()
 *     .section("totem", CorosyncConfig.empty().key("version", 2).key("cluster_name", "prod"))
 *     .text();
 *     // totem {
 *     //   cluster_name: prod
 *     //   version: 2
 *     // }
 * CorosyncConfig.empty().key("cluster_name", "my cluster");  // refused: blank in a value
 * }</pre>
 *
 * <p>Values are single words without {@code #}: Proxmox VE splits the file at blanks and takes what
 * follows {@code #} for a comment (pve-cluster, {@code PVE/Corosync.pm}).
 *
 * @since 0.1
 */
public final class CorosyncConfig {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern VALUE = Pattern.compile("[^\\s\\p{Z}\\p{C}#{}]+");

  private record Entry(String name, String value, CorosyncConfig section, boolean isSection) {}

  private static final CorosyncConfig EMPTY = new CorosyncConfig(List.of());

  private final List<Entry> entries;

  private CorosyncConfig(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** A file or section with nothing in it. */
  public static CorosyncConfig empty() {
    return EMPTY;
  }

  /**
   * The same with a key.
   *
   * @param name name of the key; a key twice is refused
   * @param value one word
   * @throws InvalidValueException if the value has blanks, control characters, braces or a hash
   *     sign
   */
  public CorosyncConfig key(String name, String value) {
    if (!VALUE.matcher(value).matches()) {
      throw new InvalidValueException(
          name + " '" + value + "' is not one word", "Use a value without blanks, #, { and }.");
    }
    if (entries.stream().anyMatch(entry -> entry.name().equals(name))) {
      throw new IllegalArgumentException("key " + name + " twice");
    }
    return with(new Entry(name, value, EMPTY, false));
  }

  /**
   * The same with a key that is a number.
   *
   * @param name name of the key
   * @param value the number
   */
  public CorosyncConfig key(String name, long value) {
    return key(name, Long.toString(value));
  }

  /**
   * The same with a section.
   *
   * @param name name of the section; there may be several of one name
   * @param section what is in it
   */
  public CorosyncConfig section(String name, CorosyncConfig section) {
    return with(new Entry(name, "", section, true));
  }

  /** The file as text; an empty line ends each section that lies in no other. */
  public String text() {
    StringBuilder out = new StringBuilder();
    write(out, "");
    return out.toString();
  }

  private void write(StringBuilder out, String indent) {
    entries.stream().sorted(Comparator.comparing(Entry::name)).forEach(entry -> {
      if (entry.isSection()) {
        out.append(indent).append(entry.name()).append(" {\n");
        entry.section().write(out, indent + "  ");
        out.append(indent).append(indent.isEmpty() ? "}\n\n" : "}\n");
      } else {
        out.append(indent)
            .append(entry.name())
            .append(": ")
            .append(entry.value())
            .append('\n');
      }
    });
  }

  private CorosyncConfig with(Entry entry) {
    if (!NAME.matcher(entry.name()).matches()) {
      throw new IllegalArgumentException("'" + entry.name() + "' is no name in corosync.conf");
    }
    List<Entry> all = new ArrayList<>(entries);
    all.add(entry);
    return new CorosyncConfig(all);
  }
}
