package io.pveplan.model.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data per second: the speed of a network card, the limit of a replication job.
 *
 * <p>All units are decimal. MB/s is the unit of {@code pvesr --rate} and counts bytes: 100 MB/s are
 * 800 Mbit/s. The one notation uses the largest of Gbit/s, Mbit/s, kbit/s and bit/s that leaves a
 * whole number.
 *
 * <pre>{@code
 * DataRate.gbit(25);                                 // 25Gbit/s
 * DataRate.parse("100MB/s");                         // 800Mbit/s
 * DataRate.megabytesPerSecond(100).megabytesPerSecond(); // 100
 * DataRate.parse("10G");                             // refused: bits or bytes?
 * }</pre>
 *
 * @param bitsPerSecond number of bits per second, at least 1
 * @since 0.1
 */
public record DataRate(long bitsPerSecond) implements Comparable<DataRate> {

  /** Largest first; only the units of bits are written, MB/s is read. */
  private enum Unit {
    GBIT("Gbit/s", 1_000_000_000L),
    MBIT("Mbit/s", 1_000_000L),
    KBIT("kbit/s", 1_000L),
    BIT("bit/s", 1),
    MEGABYTE("MB/s", 8_000_000L);

    private final String symbol;
    private final long bits;

    Unit(String symbol, long bits) {
      this.symbol = symbol;
      this.bits = bits;
    }

    static Unit named(String symbol) {
      for (Unit unit : values()) {
        if (unit.symbol.equals(symbol)) {
          return unit;
        }
      }
      throw new IllegalArgumentException(symbol);
    }
  }

  private static final Pattern TEXT =
      Pattern.compile("([1-9][0-9]{0,18})(bit/s|kbit/s|Mbit/s|Gbit/s|MB/s)");

  /**
   * Refuses rates that move nothing.
   *
   * @param bitsPerSecond number of bits per second
   * @throws InvalidValueException if the number is below 1
   */
  public DataRate {
    if (bitsPerSecond < 1) {
      throw tooSmall(bitsPerSecond + "bit/s");
    }
  }

  /**
   * {@return a rate in Mbit/s}
   *
   * @param number at least 1
   * @throws InvalidValueException if the number is out of range
   */
  public static DataRate mbit(long number) {
    return of(number, Unit.MBIT);
  }

  /**
   * {@return a rate in Gbit/s}
   *
   * @param number at least 1
   * @throws InvalidValueException if the number is out of range
   */
  public static DataRate gbit(long number) {
    return of(number, Unit.GBIT);
  }

  /**
   * {@return a rate in MB/s: millions of bytes per second}
   *
   * @param number at least 1
   * @throws InvalidValueException if the number is out of range
   */
  public static DataRate megabytesPerSecond(long number) {
    return of(number, Unit.MEGABYTE);
  }

  /**
   * {@return the rate with this text}
   *
   * @param text a whole number and one of bit/s, kbit/s, Mbit/s, Gbit/s, MB/s, no blank between
   * @throws InvalidValueException if the text is no such rate, or too large
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static DataRate parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not a data rate",
          "Write a whole number from 1 and one of kbit/s, Mbit/s, Gbit/s, MB/s: 25Gbit/s,"
              + " 100MB/s.");
    }
    try {
      return of(Long.parseLong(parts.group(1)), Unit.named(parts.group(2)));
    } catch (NumberFormatException overflow) {
      throw tooLarge(text);
    }
  }

  private static DataRate of(long number, Unit unit) {
    if (number < 1) {
      throw tooSmall(number + unit.symbol);
    }
    if (number > Long.MAX_VALUE / unit.bits) {
      throw tooLarge(number + unit.symbol);
    }
    return new DataRate(number * unit.bits);
  }

  private static InvalidValueException tooSmall(String text) {
    return new InvalidValueException(text + " moves no data", "Use a rate of 1bit/s or more.");
  }

  private static InvalidValueException tooLarge(String text) {
    return new InvalidValueException(text + " is too large", "Use less than 9223372036Gbit/s.");
  }

  /** {@return this rate in MB/s, exact, without trailing zeros: 12.5 for 100 Mbit/s} */
  public BigDecimal megabytesPerSecond() {
    return BigDecimal.valueOf(bitsPerSecond).divide(BigDecimal.valueOf(Unit.MEGABYTE.bits));
  }

  /** By number of bits per second. */
  @Override
  public int compareTo(DataRate other) {
    return Long.compare(bitsPerSecond, other.bitsPerSecond);
  }

  /**
   * A whole number and the largest unit of bits that allows one: {@code 25Gbit/s}, {@code
   * 800Mbit/s}.
   */
  @JsonValue
  @Override
  public String toString() {
    for (Unit unit : Unit.values()) {
      if (bitsPerSecond % unit.bits == 0) {
        return bitsPerSecond / unit.bits + unit.symbol;
      }
    }
    throw new AssertionError("every number is divisible by 1");
  }
}
