package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A document of {@code /etc/network/interfaces} in the form Proxmox itself writes: tabs, one empty
 * line between stanzas and none inside.
 *
 * <p>Proxmox ends a stanza at the first empty line, so that a file with empty lines inside loses
 * options at the next change. Source: pve-common, {@code PVE/Network/Interfaces.pm}.
 *
 * @since 0.1
 */
public final class InterfacesFile {

  private final List<Stanza> stanzas;
  private final List<String> sources;

  private InterfacesFile(List<Stanza> stanzas, List<String> sources) {
    this.stanzas = List.copyOf(stanzas);
    this.sources = List.copyOf(sources);
  }

  /**
   * A file of these stanzas.
   *
   * @param stanzas in the order of the file
   * @throws IllegalArgumentException if two stanzas have the same name and family
   */
  public static InterfacesFile of(List<Stanza> stanzas) {
    Set<String> seen = new HashSet<>();
    for (Stanza stanza : stanzas) {
      if (!seen.add(stanza.key())) {
        throw new IllegalArgumentException("two stanzas for " + stanza.key());
      }
    }
    return new InterfacesFile(stanzas, List.of());
  }

  /**
   * A file of these stanzas.
   *
   * @param stanzas in the order of the file
   */
  public static InterfacesFile of(Stanza... stanzas) {
    return of(List.of(stanzas));
  }

  /**
   * The same with a {@code source} line at its end.
   *
   * @param pattern absolute path or pattern, for example {@code /etc/network/interfaces.d/*}
   */
  public InterfacesFile source(String pattern) {
    Lines.single(pattern, "source");
    if (!pattern.startsWith("/")
        || pattern.codePoints().anyMatch(Lines::isBlank)
        || pattern.matches(".*[\\\\%].*")) {
      throw new InvalidValueException(
          "source '" + pattern + "' can not be written",
          "Use an absolute path without blanks, backslashes and percent signs.");
    }
    List<String> all = new ArrayList<>(sources);
    all.add(pattern);
    return new InterfacesFile(stanzas, all);
  }

  /** The file as text, with a final newline. */
  public String text() {
    List<String> blocks = new ArrayList<>(stanzas.stream().map(Stanza::lines).toList());
    if (!sources.isEmpty()) {
      blocks.add(sources.stream().map(s -> "source " + s + "\n").collect(Collectors.joining()));
    }
    return String.join("\n", blocks);
  }
}
