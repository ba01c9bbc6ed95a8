package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows the marks of Markdown and nothing about clusters. */
final class MarkdownWriter {

  // Marks that mean something anywhere in a line.
  private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>&|~$#]");
  // Marks that mean something at the beginning of a line only.
  private static final Pattern LEADING = Pattern.compile("^([+=:-]|\\d+(?=[.)]))");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private MarkdownWriter() {}

  static String write(List<Markdown.Block> blocks) {
    return blocks.stream().map(MarkdownWriter::block).collect(Collectors.joining("\n"));
  }

  private static String block(Markdown.Block block) {
    if (block instanceof Markdown.Heading heading) {
      return ("#".repeat(heading.level()) + " " + line(heading.title())).stripTrailing() + "\n";
    }
    if (block instanceof Markdown.Paragraph paragraph) {
      return line(paragraph.line()) + "\n";
    }
    if (block instanceof Markdown.Bullets bullets) {
      return bullets.items().stream()
          .map(item -> ("- " + line(item)).stripTrailing() + "\n")
          .collect(Collectors.joining());
    }
    if (block instanceof Markdown.Code code) {
      return fenced(code);
    }
    return table((Markdown.Table) block);
  }

  private static String fenced(Markdown.Code code) {
    String text = code.code().lines().map(Lines::visible).collect(Collectors.joining("\n"));
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return fence + code.language() + "\n" + text + (text.isEmpty() ? "" : "\n") + fence + "\n";
  }

  private static String table(Markdown.Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(row(table.header().stream().map(title -> line(Phrase.of(title))).toList()));
    lines.add(row(table.header().stream().map(title -> "---").toList()));
    for (List<Phrase> cells : table.rows()) {
      lines.add(row(cells.stream().map(MarkdownWriter::cell).toList()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String line(Phrase phrase) {
    return leading(spans(phrase, false));
  }

  private static String cell(Phrase phrase) {
    return spans(phrase, true);
  }

  private static String spans(Phrase phrase, boolean inTable) {
    StringBuilder out = new StringBuilder();
    for (Phrase.Span span : phrase.spans()) {
      String text = Lines.visible(span.text());
      // A table row is cut at pipes before code is looked for.
      boolean asCode = span.code() && !text.isBlank() && !(inTable && text.contains("|"));
      out.append(asCode ? code(text) : MARKS.matcher(text).replaceAll("\\\\$0"));
    }
    return out.toString().strip();
  }

  private static String leading(String line) {
    Matcher matcher = LEADING.matcher(line);
    if (!matcher.find()) {
      return line;
    }
    // A number is no list item once the mark behind it is escaped.
    int at = Character.isDigit(line.charAt(0)) ? matcher.end() : 0;
    return line.substring(0, at) + "\\" + line.substring(at);
  }

  private static String code(String text) {
    String fence = "`".repeat(longestRun(text) + 1);
    // One blank on each side is taken away by the reader.
    String pad = text.startsWith("`") || text.endsWith("`") || paddedItself(text) ? " " : "";
    return fence + pad + text + pad + fence;
  }

  private static boolean paddedItself(String text) {
    return text.startsWith(" ") && text.endsWith(" ");
  }

  private static int longestRun(String text) {
    return BACKTICKS
        .matcher(text)
        .results()
        .mapToInt(run -> run.group().length())
        .max()
        .orElse(0);
  }
}
