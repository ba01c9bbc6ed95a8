package io.pveplan.render.ha;

import io.pveplan.model.PlanPath;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of a section: those it has, in the order of the file, and those it could have, which
 * are deleted where somebody set them.
 */
final class HaOptions {

  private static final String DISABLE = "disable";

  private final String type;
  private final String id;
  private final Map<String, String> inFile = new LinkedHashMap<>();
  private final Map<String, String> onLine = new LinkedHashMap<>();
  private final List<String> unset = new ArrayList<>();

  HaOptions(String type, String id) {
    this.type = type;
    this.id = id;
  }

  HaOptions option(String key, String value) {
    inFile.put(key, value);
    onLine.put(key, value);
    return this;
  }

  HaOptions option(String key, Optional<String> value) {
    value.ifPresentOrElse(it -> option(key, it), () -> unset.add(key));
    return this;
  }

  HaOptions option(String key, OptionalInt value) {
    value.ifPresentOrElse(it -> option(key, Integer.toString(it)), () -> unset.add(key));
    return this;
  }

  /** One that is left out where it is not set. */
  HaOptions when(String key, boolean set) {
    return option(key, set ? Optional.of("1") : Optional.empty());
  }

  /** A comment that the file holds encoded. */
  HaOptions encodedComment(Optional<String> comment) {
    option("comment", comment);
    comment.ifPresent(it -> inFile.put("comment", encoded(it)));
    return this;
  }

  /** The flag that stands alone in the file. */
  HaOptions disable(boolean disabled) {
    when(DISABLE, disabled);
    return this;
  }

  HaEntry entry(HaFile file, PlanPath at, String title, Command add, Command set) {
    Section section = Section.of(type, id);
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> option : inFile.entrySet()) {
      boolean alone = option.getKey().equals(DISABLE);
      section = alone ? section.flag(DISABLE) : section.key(option.getKey(), option.getValue());
      lines.add(alone ? DISABLE : option.getKey() + " " + option.getValue());
    }
    Command adding = with(add);
    Command setting = with(set);
    if (!unset.isEmpty()) {
      setting =
          setting.flag("--delete", String.join(",", unset.stream().sorted().toList()));
    }
    return new HaEntry(file, at, title, type + ": " + id, lines, section, adding, setting);
  }

  private Command with(Command command) {
    Command whole = command;
    for (Map.Entry<String, String> option : onLine.entrySet()) {
      whole = whole.flag("--" + option.getKey(), option.getValue());
    }
    return whole;
  }

  // pve-common, src/PVE/ParseUtils.pm encode_text.
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each >= ' ' && each <= '~' && each != '%' && each != ':') {
        encoded.append((char) each);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", each));
      }
    }
    return encoded.toString();
  }
}
