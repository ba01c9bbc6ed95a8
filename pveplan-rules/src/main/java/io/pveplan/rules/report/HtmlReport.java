package io.pveplan.rules.report;

import io.pveplan.rules.Report;
import io.pveplan.rules.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The report as one HTML file that needs nothing else: no script, no font, no picture. */
final class HtmlReport implements ReportFormat {

  private static final String STYLE = style();

  // Besides having none, the page forbids itself scripts and anything from elsewhere.
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  HtmlReport() {}

  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public String mediaType() {
    return "text/html; charset=utf-8";
  }

  @Override
  public String write(Report report) {
    return write(Contents.of(report));
  }

  String write(Contents contents) {
    Markup html = new Markup("<!DOCTYPE html>");
    html.open("html", "lang", "en");
    head(html, contents);
    html.open("body");
    header(html, contents);
    html.open("main");
    HtmlFindings.write(html, contents);
    HtmlTables.write(html, contents);
    return html.close().close().close().toString();
  }

  private static void head(Markup html, Contents contents) {
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", "Check of cluster " + contents.cluster());
    html.open("style").verbatim(STYLE).close();
    html.close();
  }

  private static void header(Markup html, Contents contents) {
    Report report = contents.report();
    html.open("header");
    html.element("h1", "Check of cluster " + contents.cluster());
    html.open("ul", "class", "counts");
    for (Severity severity : Headings.WORST_FIRST) {
      String kind = HtmlFindings.anchor(severity);
      int count = report.count(severity);
      count(html, count, count == 1 ? kind : kind + "s", kind);
    }
    count(html, report.undecided().size(), "undecided", "undecided");
    count(html, contents.suppressed().size(), "accepted", "accepted");
    html.close();
    html.element("p", Headings.sentence(contents.verdict()) + " Ran " + contents.rulesLine() + ".");
    nav(html, contents);
    html.close();
  }

  private static void count(Markup html, int count, String noun, String kind) {
    html.line("li", "class", count == 0 ? "none" : kind);
    html.inline("strong", Integer.toString(count)).text(" " + noun).endLine();
  }

  private static void nav(Markup html, Contents contents) {
    html.open("nav", "aria-label", "Sections").open("ul");
    for (Severity severity : Headings.WORST_FIRST) {
      if (!contents.findings(severity).isEmpty()) {
        link(html, HtmlFindings.anchor(severity), Headings.of(severity));
      }
    }
    HtmlTables.sections(contents).forEach((anchor, title) -> link(html, anchor, title));
    html.close().close();
  }

  private static void link(Markup html, String anchor, String title) {
    html.line("li").inline("a", title, "href", "#" + anchor).endLine();
  }

  private static String style() {
    try (InputStream resource = HtmlReport.class.getResourceAsStream("report.css")) {
      if (resource == null) {
        throw new IllegalStateException("the library lacks its file report.css");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("can not read report.css", unreadable);
    }
  }
}
