package io.pveplan.rules.report;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads what a report is as XML. */
final class Xml {

  private Xml() {}

  static Document parse(String xml) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (SAXException | IOException | ParserConfigurationException malformed) {
      throw new AssertionError(malformed.getMessage() + "\n" + xml, malformed);
    }
  }

  /** The names of the elements, each below the one it is in. */
  static String outline(String xml) {
    StringBuilder outline = new StringBuilder();
    outline(parse(xml).getDocumentElement(), 0, outline);
    return outline.toString();
  }

  private static void outline(Element element, int depth, StringBuilder outline) {
    outline.append("  ".repeat(depth)).append(element.getTagName()).append('\n');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        outline(inner, depth + 1, outline);
      }
    }
  }

  private static final class Strict implements ErrorHandler {

    @Override
    public void warning(SAXParseException problem) throws SAXException {
      throw problem;
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
      throw problem;
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
      throw problem;
    }
  }
}
