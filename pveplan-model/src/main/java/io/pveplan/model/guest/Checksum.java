package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.Locale;
import java.util.Map;

/**
 * The checksum of a file, by which a node knows that it fetched what the planner meant.
 *
 * <pre>{@code
 * Checksum.parse("sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
 * Checksum.parse("md5:098f6bcd4621d373cade4e832627b4f6"); // refused: anybody can make another such file
 * }</pre>
 *
 * @param algorithm {@code sha256} or {@code sha512}
 * @param digits hexadecimal digits in lower case: 64 or 128 (FIPS 180-4)
 * @since 0.1
 */
public record Checksum(String algorithm, String digits) {

  private static final Map<String, Integer> LENGTHS = Map.of("sha256", 64, "sha512", 128);

  /** Refuses other algorithms, and digits that are none of them. */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public Checksum {
    if (!LENGTHS.containsKey(algorithm)) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(algorithm) + "\" is not an algorithm for checksums",
          "Use sha256 or sha512.");
    }
    if (!digits.matches("[0-9a-f]{" + LENGTHS.get(algorithm) + "}")) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(digits) + "\" is not a checksum by " + algorithm,
          "Write " + LENGTHS.get(algorithm) + " hexadecimal digits.");
    }
  }

  /**
   * Reads a checksum.
   *
   * @throws InvalidValueException if it is not {@code sha256:} or {@code sha512:} and the digits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Checksum parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not a checksum",
          "Write the algorithm first: sha256: or sha512: and the digits.");
    }
    return new Checksum(
        text.substring(0, colon), text.substring(colon + 1).toLowerCase(Locale.ROOT));
  }

  /** Algorithm and digits with a colon between. */
  @Override
  @JsonValue
  public String toString() {
    return algorithm + ":" + digits;
  }
}
