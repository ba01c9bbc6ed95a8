package io.pveplan.rules.waiver;

import io.pveplan.model.InvalidValueException;
import io.pveplan.rules.internal.FileNode;
import io.pveplan.rules.internal.FileText;
import io.pveplan.rules.internal.Mistakes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a file of waivers. */
final class WaiversText {

  private static final int FORMAT_VERSION = 1;
  // LocalDate also reads years of other lengths, and with a sign.
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private WaiversText() {}

  static List<WrittenWaiver> read(String text, String file, Mistakes mistakes) {
    List<WrittenWaiver> waivers = new ArrayList<>();
    FileText.read(text, file, mistakes).ifPresent(root -> {
      Map<String, FileNode> fields = root.fields("formatVersion", "waivers");
      root.demandVersion(FORMAT_VERSION);
      root.demand("waivers");
      if (fields.containsKey("waivers")) {
        fields.get("waivers").items().forEach(item -> waiver(item).ifPresent(waivers::add));
      }
    });
    return waivers;
  }

  private static Optional<WrittenWaiver> waiver(FileNode node) {
    Map<String, FileNode> fields = node.fields("key", "reason", "owner", "until", "ticket");
    node.demand("key", "reason", "owner", "until");
    Optional<String> key = value(fields, "key", text -> WaiverKey.of(text).text());
    Optional<String> reason = value(fields, "reason", text -> Waiver.filled("reason", text));
    Optional<String> owner = value(fields, "owner", text -> Waiver.filled("owner", text));
    Optional<LocalDate> until = value(fields, "until", WaiversText::day);
    Optional<String> ticket = value(fields, "ticket", text -> Waiver.filled("ticket", text));
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Optional<Waiver> waiver = reason.isEmpty() || owner.isEmpty() || until.isEmpty()
        ? Optional.empty()
        : Optional.of(new Waiver(
            key.get(), reason.get(), owner.get(), until.get(), ticket, Optional.of(node.line())));
    return Optional.of(new WrittenWaiver(key.get(), node.line(), waiver));
  }

  private static <T> Optional<T> value(
      Map<String, FileNode> fields, String name, Function<String, T> reader) {
    FileNode node = fields.get(name);
    if (node == null) {
      return Optional.empty();
    }
    try {
      return node.text().map(reader);
    } catch (InvalidValueException refused) {
      node.refuse(String.valueOf(refused.getMessage()), refused.advice());
      return Optional.empty();
    }
  }

  private static LocalDate day(String text) {
    if (!DAY.matcher(text).matches()) {
      throw noDay(text);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException refused) {
      throw noDay(text);
    }
  }

  private static InvalidValueException noDay(String text) {
    return new InvalidValueException(
        "\"" + text + "\" is no day", "Write year, month and day: 2026-12-31.");
  }
}
