package io.pveplan.render.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file in Proxmox's section format, such as {@code storage.cfg}: {@code type: id}, then a tab, key
 * and value on each line; an empty line between sections.
 *
 * <p>Source: pve-common, {@code PVE/SectionConfig.pm}.
 *
 * @since 0.1
 */
public final class SectionConfig {

  private final List<Section> sections;

  private SectionConfig(List<Section> sections) {
    this.sections = List.copyOf(sections);
  }

  /**
   * A file of these sections.
   *
   * @param sections in the order of the file
   * @throws IllegalArgumentException if two sections have the same type and id
   */
  public static SectionConfig of(List<Section> sections) {
    Set<String> seen = new HashSet<>();
    for (Section section : sections) {
      if (!seen.add(section.title())) {
        throw new IllegalArgumentException("section " + section.title() + " twice");
      }
    }
    return new SectionConfig(sections);
  }

  /**
   * A file of these sections.
   *
   * @param sections in the order of the file
   */
  public static SectionConfig of(Section... sections) {
    return of(List.of(sections));
  }

  /** The file as text, with a final newline; empty without sections. */
  public String text() {
    return sections.stream().map(SectionConfig::lines).collect(Collectors.joining("\n"));
  }

  private static String lines(Section section) {
    StringBuilder out = new StringBuilder(section.title()).append('\n');
    section
        .keys()
        .forEach((key, value) ->
            out.append('\t').append(value.isEmpty() ? key : key + " " + value).append('\n'));
    return out.toString();
  }
}
