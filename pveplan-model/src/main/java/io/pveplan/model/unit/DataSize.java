package io.pveplan.model.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data, exact to the byte, from 0 up.
 *
 * <p>Binary units (KiB, MiB, GiB, TiB) are powers of 1024, decimal ones (GB, TB) powers of 1000 as
 * on the label of a disk. The one notation uses the largest unit that leaves a whole number.
 *
 * <pre>{@code
 * DataSize.gib(8);             // 8GiB
 * DataSize.parse("1024MiB");   // 1GiB
 * DataSize.gb(500);            // 500GB
 * DataSize.gb(500).toGib();    // refused: not a whole number of GiB
 * DataSize.parse("8G");        // refused: 1000 or 1024?
 * }</pre>
 *
 * @param bytes number of bytes, not negative
 * @since 0.1
 */
public record DataSize(long bytes) implements Comparable<DataSize> {

  /** Largest first; between GiB and GB the notation of a size is decided by this order. */
  private enum Unit {
    TIB("TiB", 1L << 40),
    TB("TB", 1_000_000_000_000L),
    GIB("GiB", 1L << 30),
    GB("GB", 1_000_000_000L),
    MIB("MiB", 1L << 20),
    KIB("KiB", 1L << 10),
    B("B", 1);

    private final String symbol;
    private final long bytes;

    Unit(String symbol, long bytes) {
      this.symbol = symbol;
      this.bytes = bytes;
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
      Pattern.compile("(0|[1-9][0-9]{0,18})(B|KiB|MiB|GiB|TiB|GB|TB)");

  /**
   * Refuses negative sizes.
   *
   * @param bytes number of bytes
   * @throws InvalidValueException if the number is negative
   */
  public DataSize {
    if (bytes < 0) {
      throw new InvalidValueException(bytes + "B is a negative size", "Use 0 or more.");
    }
  }

  /**
   * {@return a size in bytes}
   *
   * @param number not negative
   * @throws InvalidValueException if the number is negative
   */
  public static DataSize bytes(long number) {
    return new DataSize(number);
  }

  /**
   * {@return a size in KiB (1024 bytes)}
   *
   * @param number not negative, at most 8 EiB in total
   * @throws InvalidValueException if the number is out of range
   */
  public static DataSize kib(long number) {
    return of(number, Unit.KIB);
  }

  /**
   * {@return a size in MiB (1024 KiB)}
   *
   * @param number not negative, at most 8 EiB in total
   * @throws InvalidValueException if the number is out of range
   */
  public static DataSize mib(long number) {
    return of(number, Unit.MIB);
  }

  /**
   * {@return a size in GiB (1024 MiB)}
   *
   * @param number not negative, at most 8 EiB in total
   * @throws InvalidValueException if the number is out of range
   */
  public static DataSize gib(long number) {
    return of(number, Unit.GIB);
  }

  /**
   * {@return a size in TiB (1024 GiB)}
   *
   * @param number not negative, at most 8 EiB in total
   * @throws InvalidValueException if the number is out of range
   */
  public static DataSize tib(long number) {
    return of(number, Unit.TIB);
  }

  /**
   * {@return a size in GB (1000000000 bytes)}
   *
   * @param number not negative, at most 8 EiB in total
   * @throws InvalidValueException if the number is out of range
   */
  public static DataSize gb(long number) {
    return of(number, Unit.GB);
  }

  /**
   * {@return a size in TB (1000 GB)}
   *
   * @param number not negative, at most 8 EiB in total
   * @throws InvalidValueException if the number is out of range
   */
  public static DataSize tb(long number) {
    return of(number, Unit.TB);
  }

  /**
   * {@return the size with this text}
   *
   * @param text a whole number and one of B, KiB, MiB, GiB, TiB, GB, TB, no blank between
   * @throws InvalidValueException if the text is no such size, or too large
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static DataSize parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not a size",
          "Write a whole number and one of B, KiB, MiB, GiB, TiB, GB, TB: 8GiB, 500GB.");
    }
    try {
      return of(Long.parseLong(parts.group(1)), Unit.named(parts.group(2)));
    } catch (NumberFormatException overflow) {
      throw tooLarge(text);
    }
  }

  private static DataSize of(long number, Unit unit) {
    if (number < 0) {
      throw new InvalidValueException(
          number + unit.symbol + " is a negative size", "Use 0 or more.");
    }
    if (number > Long.MAX_VALUE / unit.bytes) {
      throw tooLarge(number + unit.symbol);
    }
    return new DataSize(number * unit.bytes);
  }

  private static InvalidValueException tooLarge(String text) {
    return new InvalidValueException(text + " is too large", "Use less than 8388608TiB.");
  }

  /**
   * {@return the sum of both sizes}
   *
   * @param other what to add
   * @throws InvalidValueException if the sum is 8388608TiB or more
   */
  public DataSize plus(DataSize other) {
    if (other.bytes > Long.MAX_VALUE - bytes) {
      throw tooLarge(this + " plus " + other);
    }
    return new DataSize(bytes + other.bytes);
  }

  /**
   * {@return this size as a number of MiB, the unit of guest memory in Proxmox}
   *
   * @throws InvalidValueException if it is not a whole number of MiB
   */
  public long toMib() {
    return whole(Unit.MIB);
  }

  /**
   * {@return this size as a number of GiB, the unit of guest disks in Proxmox}
   *
   * @throws InvalidValueException if it is not a whole number of GiB
   */
  public long toGib() {
    return whole(Unit.GIB);
  }

  private long whole(Unit unit) {
    if (bytes % unit.bytes != 0) {
      long below = bytes / unit.bytes;
      throw new InvalidValueException(
          this + " is not a whole number of " + unit.symbol,
          "Use " + below + unit.symbol + " or " + (below + 1) + unit.symbol + ".");
    }
    return bytes / unit.bytes;
  }

  /** By number of bytes. */
  @Override
  public int compareTo(DataSize other) {
    return Long.compare(bytes, other.bytes);
  }

  /**
   * A whole number and the largest unit that allows one: {@code 8GiB}, {@code 500GB}, {@code 0B}.
   */
  @JsonValue
  @Override
  public String toString() {
    for (Unit unit : Unit.values()) {
      if (bytes != 0 && bytes % unit.bytes == 0) {
        return bytes / unit.bytes + unit.symbol;
      }
    }
    return bytes + Unit.B.symbol;
  }
}
