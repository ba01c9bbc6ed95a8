package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.Visible;
import java.util.regex.Pattern;

/**
 * What the installer recognizes a disk by: a property that udev tells of it, and what it has to look
 * like.
 *
 * <pre>{@code
 * new DiskFilter("ID_MODEL", "EXAMPLE_BOOT_480*");
 * new DiskFilter("model", "EXAMPLE*");  // refused: is not a udev property
 * }</pre>
 *
 * @param property name of the property, as {@code udevadm info} shows it
 * @param pattern the value; {@code *} and {@code ?} stand for any characters
 * @since 0.1
 */
public record DiskFilter(
    @JsonProperty(required = true) String property,
    @JsonProperty(required = true) String pattern) {

  private static final Pattern PROPERTY = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  /** Refuses what is no property, and patterns that are no line of text. */
  public DiskFilter {
    if (!PROPERTY.matcher(property).matches()) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(property) + "\" is not a udev property",
          "Use capitals, digits and underscores, as udevadm info shows it, for example ID_MODEL.");
    }
    NameFormat.LINE.require(pattern);
  }
}
