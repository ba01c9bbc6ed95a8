package io.pveplan.render;

import io.pveplan.model.InvalidValueException;
import java.util.regex.Pattern;

/** The paths a bundle accepts: the same on every file system, and never outside of the bundle. */
final class BundlePath {

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._@+=,~-]+");

  private BundlePath() {}

  static void check(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.equals(".")
          || segment.equals("..")
          || !SEGMENT.matcher(segment).matches()) {
        throw new InvalidValueException(
            "'" + path + "' is no path in a bundle",
            "Use names of letters, digits and ._@+=,~- with single slashes between them, relative,"
                + " without '.' and '..'.");
      }
    }
  }

  static void checkAbsolute(String path) {
    if (!path.startsWith("/")) {
      throw new InvalidValueException(
          "'" + path + "' is not an absolute path", "Begin it with a slash.");
    }
    check(path.substring(1));
  }
}
