package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * VLAN tags from a first to a last one, both included; also a single tag.
 *
 * <pre>{@code
 * VlanRange.of(100, 199);
 * VlanRange.parse("100-199");
 * VlanRange.of(30);           // written 30
 * VlanRange.of(199, 100);     // refused: descending
 * }</pre>
 *
 * @param first the lowest tag
 * @param last the highest tag, not below the first
 * @since 0.1
 */
public record VlanRange(VlanTag first, VlanTag last) implements Comparable<VlanRange> {

  private static final Comparator<VlanRange> ORDER =
      Comparator.comparing(VlanRange::first).thenComparing(VlanRange::last);

  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?");

  /**
   * Refuses a descending range.
   *
   * @param first the lowest tag
   * @param last the highest tag
   * @throws InvalidValueException if the last tag is below the first
   */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public VlanRange {
    if (first.compareTo(last) > 0) {
      throw new InvalidValueException(
          first + "-" + last + " is a descending range of VLAN tags",
          "Write " + last + "-" + first + ".",
          VlanTag.RULE);
    }
  }

  /**
   * {@return the tags from the first to the last number}
   *
   * @param first lowest tag, 1 to 4094
   * @param last highest tag, 1 to 4094
   * @throws InvalidValueException if a number is no tag or the range is descending
   */
  public static VlanRange of(int first, int last) {
    return new VlanRange(VlanTag.of(first), VlanTag.of(last));
  }

  /**
   * {@return a single tag}
   *
   * @param tag the tag, 1 to 4094
   * @throws InvalidValueException if the number is no tag
   */
  public static VlanRange of(int tag) {
    return of(tag, tag);
  }

  /**
   * {@return the range with this text}
   *
   * @param text {@code 100-199} or {@code 30}; {@code 30-30} is refused, Proxmox wants a rising
   *     range
   * @throws InvalidValueException if the text is no such range
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static VlanRange parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not a range of VLAN tags",
          "Write a range like 100-199, or a single tag like 30.",
          VlanTag.RULE);
    }
    int first = Integer.parseInt(parts.group(1));
    if (parts.group(2) == null) {
      return of(first);
    }
    VlanRange range = of(first, Integer.parseInt(parts.group(2)));
    if (range.first.equals(range.last)) {
      throw new InvalidValueException(
          text + " is a range of one VLAN tag", "Write " + range.first + ".", VlanTag.RULE);
    }
    return range;
  }

  /**
   * {@return whether the tag lies in the range}
   *
   * @param tag any tag
   */
  public boolean contains(VlanTag tag) {
    return first.compareTo(tag) <= 0 && tag.compareTo(last) <= 0;
  }

  /** By first tag, then by last. */
  @Override
  public int compareTo(VlanRange other) {
    return ORDER.compare(this, other);
  }

  /** {@code 100-199}, or {@code 30} for a single tag. */
  @JsonValue
  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + "-" + last;
  }
}
