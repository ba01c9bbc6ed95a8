package io.pveplan.render;

import java.util.Locale;

/**
 * The permissions a file of a bundle has; there are only these three.
 *
 * @since 0.1
 */
public enum FileMode {

  /** 0644: a file everybody may read. */
  FILE(0644),
  /** 0755: a script. */
  SCRIPT(0755),
  /** 0600: a file that will hold something private once it is filled in. */
  PRIVATE(0600);

  private final int bits;

  FileMode(int bits) {
    this.bits = bits;
  }

  /** The permission bits as a number. */
  public int bits() {
    return bits;
  }

  /** The permission bits as four octal digits, for example {@code 0644}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04o", bits);
  }
}
