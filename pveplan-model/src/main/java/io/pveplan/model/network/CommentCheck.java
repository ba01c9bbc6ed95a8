package io.pveplan.model.network;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;

/** The comment of an interface: lines with a line feed between. */
final class CommentCheck {

  private CommentCheck() {}

  static void require(String comment) {
    if (comment.isEmpty()) {
      NameFormat.LINE.require(comment);
    }
    for (String line : comment.split("\n", -1)) {
      if (line.isEmpty()) {
        throw new InvalidValueException(
            "the comment has an empty line", "Write something on each line, or leave it out.");
      }
      NameFormat.LINE.require(line);
    }
  }
}
