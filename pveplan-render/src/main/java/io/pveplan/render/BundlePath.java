package io.pveplan.render;

import io.pveplan.model.InvalidValueException;

/** The paths a bundle accepts: the same on every file system, and never outside of the bundle. */
final class BundlePath {

  private static final String SIGNS = "._@+=,~-";

  private BundlePath() {}

  static void check(String path) {
    for (String segment : path.split("/", -1)) {
      if (!isName(segment)) {
        throw new InvalidValueException(
            "'" + path + "' is no path in a bundle",
            "Use names of letters, digits and ._@+=,~- with single slashes between them, relative,"
                + " without '.' and '..'.");
      }
    }
  }

  private static boolean isName(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      if (!isAllowed(segment.charAt(i))) {
        return false;
      }
    }
    return !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
  }

  private static boolean isAllowed(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || SIGNS.indexOf(c) >= 0;
  }

  static void checkAbsolute(String path) {
    if (!path.startsWith("/")) {
      throw new InvalidValueException(
          "'" + path + "' is not an absolute path", "Begin it with a slash.");
    }
    check(path.substring(1));
  }
}
