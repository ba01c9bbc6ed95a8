package io.pveplan.rules;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as people write them in a settings file or read them in a message; ISO 8601 would make 5 ms
 * {@code PT0.005S}.
 *
 * @since 0.1
 */
public final class DurationText {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6}) ?(us|ms|s|min|h|d)");

  private DurationText() {}

  static Duration read(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "us" -> Duration.ofNanos(count * 1000);
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "min" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  /**
   * A time in the largest unit that divides it; what is finer than a microsecond is cut off.
   *
   * <pre>{@code
   * DurationText.write(Duration.ofMinutes(15)); // 15min
   * DurationText.write(Duration.ofHours(72));   // 3d
   * }</pre>
   *
   * @param time the time, not negative
   * @return number and unit: us, ms, s, min, h or d
   */
  public static String write(Duration time) {
    if (time.getNano() % 1_000_000 != 0) {
      return time.toNanos() / 1000 + "us";
    }
    if (time.getNano() != 0) {
      return time.toMillis() + "ms";
    }
    long seconds = time.toSeconds();
    if (seconds == 0 || seconds % 60 != 0) {
      return seconds + "s";
    }
    if (seconds % 3600 != 0) {
      return seconds / 60 + "min";
    }
    return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
  }
}
