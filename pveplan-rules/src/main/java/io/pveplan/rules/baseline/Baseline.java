package io.pveplan.rules.baseline;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBookDefinitionException;
import io.pveplan.rules.internal.FileNode;
import io.pveplan.rules.internal.FileText;
import io.pveplan.rules.internal.Mistakes;
import io.pveplan.rules.waiver.WaiverRules;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * What was found in a plan on some day and is accepted because it is there: only what comes later
 * is reported.
 *
 * <pre>{@code
 * Files.writeString(file, Baseline.of(report).toText());          // once
 *
 * Baseline baseline = Baseline.read(Files.readString(file));
 * Report report = RuleBook.standard().baseline(baseline).check(plan);
 * report.findings();                                              // what is new
 * baseline.without(report.gone()).toText();                       // the file without what is repaired
 *
 * Baseline.read("known: [NET-011]");  // refused: no formatVersion, and no key of a finding
 * }</pre>
 *
 * <p>What is said of waivers is never part of it: an expired waiver does not become old news.
 *
 * @param keys keys of the findings, {@code NET-011[node/pve1/vmbr0]}, sorted
 * @since 0.1
 */
public record Baseline(SortedSet<String> keys) {

  private static final int FORMAT_VERSION = 1;
  private static final Pattern KEY = Pattern.compile("[A-Z]{2,8}-[0-9]{3}\\[.+]", Pattern.DOTALL);

  private static final ObjectWriter YAML = YAMLMapper.builder()
      .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
      .disable(YAMLWriteFeature.SPLIT_LINES)
      .build()
      .writer();

  /**
   * Copies the keys.
   *
   * @param keys keys of findings
   * @throws InvalidValueException if one is no key of a finding, or that of a rule about waivers
   */
  public Baseline {
    keys.forEach(Baseline::demandKey);
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
  }

  /**
   * All that a report holds and no waiver waives.
   *
   * @param report a report of the plan as it is
   * @return its findings, new and known
   */
  public static Baseline of(Report report) {
    TreeSet<String> keys = new TreeSet<>();
    Stream.of(report.findings(), report.known())
        .flatMap(List::stream)
        .filter(finding -> !WaiverRules.include(finding.ruleId()))
        .forEach(finding -> keys.add(finding.key()));
    return new Baseline(keys);
  }

  /**
   * Reads what {@link #toText} wrote.
   *
   * @param text YAML or JSON; unknown fields are refused
   * @return the baseline
   * @throws RuleBookDefinitionException if the text has another form, or holds what is no key of a
   *     finding; all of it at once, each with its place and line
   */
  public static Baseline read(String text) {
    return read(text, "baseline");
  }

  /**
   * Reads what {@link #toText} wrote, saying the name of the file where it says lines.
   *
   * @param text YAML or JSON; unknown fields are refused
   * @param file name of the file, with or without directories
   * @return the baseline
   * @throws RuleBookDefinitionException as in {@link #read(String)}
   */
  public static Baseline read(String text, String file) {
    Mistakes mistakes = new Mistakes("the baseline");
    TreeSet<String> keys = new TreeSet<>();
    FileText.read(text, file, mistakes).ifPresent(root -> {
      Map<String, FileNode> fields = root.fields("formatVersion", "known");
      root.demandVersion(FORMAT_VERSION);
      root.demand("known");
      if (fields.containsKey("known")) {
        fields.get("known").items().forEach(item -> key(item).ifPresent(keys::add));
      }
    });
    mistakes.refuseIfAny();
    return new Baseline(keys);
  }

  private static Optional<String> key(FileNode item) {
    try {
      Optional<String> key = item.text();
      key.ifPresent(Baseline::demandKey);
      return key;
    } catch (InvalidValueException refused) {
      item.refuse(String.valueOf(refused.getMessage()), refused.advice());
      return Optional.empty();
    }
  }

  private static void demandKey(String key) {
    if (!KEY.matcher(key).matches() || !Visible.text(key).equals(key)) {
      throw new InvalidValueException(
          "\"" + key + "\" is no key of a finding",
          "Write a key as reports show it: NET-011[node/pve1/vmbr0].");
    }
    if (WaiverRules.include(key)) {
      throw new InvalidValueException(
          "\"" + key + "\" would hide what is said of waivers",
          "Take it out, and mend or remove the waiver.");
    }
  }

  /**
   * Whether a finding was there.
   *
   * @param finding a finding of any rule
   * @return whether its key is one of these
   */
  public boolean knows(Finding finding) {
    return keys.contains(finding.key());
  }

  /**
   * This baseline and another one.
   *
   * @param other what else was found before; the same key in both counts once
   * @return all keys of both
   */
  public Baseline and(Baseline other) {
    TreeSet<String> both = new TreeSet<>(keys);
    both.addAll(other.keys);
    return new Baseline(both);
  }

  /**
   * The baseline without some of its keys, usually {@link Report#gone}.
   *
   * @param gone keys to take out
   * @return the rest
   */
  public Baseline without(Collection<String> gone) {
    TreeSet<String> rest = new TreeSet<>(keys);
    gone.forEach(rest::remove);
    return new Baseline(rest);
  }

  /** {@return the baseline as YAML, one key to a line, for {@link #read}; equal ones alike} */
  public String toText() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("formatVersion", FORMAT_VERSION);
    document.put("known", keys);
    return YAML.writeValueAsString(document);
  }
}
