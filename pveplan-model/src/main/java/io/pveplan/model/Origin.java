package io.pveplan.model;

import java.util.Objects;

/**
 * The line of user code that declared a part of the plan, or the line of a file.
 *
 * <p>It is printed as {@code (ProdCluster.java:24)}, which development environments turn into a
 * link. It is not part of the equality of a plan, of its JSON or of any rendered file.
 *
 * @param className fully qualified name of the class that holds the line; empty for a line of a
 *     file that is no class
 * @param file name of the source file, without directories; another file as its user named it
 * @param line number of the line, counted from 1
 * @since 0.1
 */
public record Origin(String className, String file, int line) {

  /**
   * Refuses absent parts.
   *
   * @param className fully qualified name of the class that holds the line, or empty
   * @param file name of the file
   * @param line number of the line, counted from 1
   */
  public Origin {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(file, "file");
  }

  /** The line in the form of a stack trace, without parentheses: {@code ProdCluster.java:24}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
