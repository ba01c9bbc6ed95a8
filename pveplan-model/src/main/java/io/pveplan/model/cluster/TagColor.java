package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pveplan.model.NameFormat;
import java.util.Optional;

/**
 * The color of a tag.
 *
 * @param tag the tag
 * @param background color behind the text, six hexadecimal digits: {@code aa0000}
 * @param text color of the text; black or white, whichever is easier to read, when absent
 * @since 0.1
 */
public record TagColor(
    @JsonProperty(required = true) String tag,
    @JsonProperty(required = true) String background,
    Optional<String> text) {

  /**
   * Refuses what is no tag or no color.
   *
   * @throws io.pveplan.model.InvalidValueException if one of them is of another form
   */
  public TagColor {
    NameFormat.TAG.require(tag);
    NameFormat.COLOR.require(background);
    text.ifPresent(NameFormat.COLOR::require);
  }

  /** The entry of datacenter.cfg: {@code prod:aa0000:ffffff}. */
  @Override
  public String toString() {
    return tag + ":" + background + text.map(it -> ":" + it).orElse("");
  }
}
