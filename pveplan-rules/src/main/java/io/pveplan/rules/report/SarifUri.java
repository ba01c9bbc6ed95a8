package io.pveplan.rules.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Paths as relative URI references (RFC 3986). */
final class SarifUri {

  private SarifUri() {}

  /** A file given as a path. */
  static String file(String path) {
    return named(path)
        .orElseThrow(() -> new IllegalArgumentException("\""
            + path
            + "\" is not a path from the root of the repository, as plans/prod.yaml is"));
  }

  /** A directory given as a path, with or without a slash at its end; the URI has one. */
  static String directory(String path) {
    return file(path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + "/";
  }

  /** A file as its user named it, if that is a path from the root of the repository. */
  static Optional<String> named(String file) {
    List<String> segments = Arrays.asList(file.split("/", -1));
    return segments.contains("") || segments.contains(".") || segments.contains("..")
        ? Optional.empty()
        : Optional.of(encoded(segments));
  }

  /** The source file of a class. */
  static String source(String className, String file) {
    int dot = className.lastIndexOf('.');
    String directories =
        dot < 0 ? "" : encoded(List.of(className.substring(0, dot).split("\\."))) + "/";
    return directories + encoded(file);
  }

  private static String encoded(List<String> segments) {
    return segments.stream().map(SarifUri::encoded).collect(Collectors.joining("/"));
  }

  // Everything but the unreserved characters; a colon or slash in a name must not look like a
  // scheme or directory.
  private static String encoded(String segment) {
    StringBuilder uri = new StringBuilder();
    for (byte each : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if (c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || "-._~".indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
