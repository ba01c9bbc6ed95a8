package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How the web interface shows the tags of guests: the {@code tag-style} entry of datacenter.cfg.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTagStyle.class)
@JsonDeserialize(as = ImmutableTagStyle.class)
public interface TagStyle extends Declared {

  /** How the tree draws them. */
  Optional<TagShape> shape();

  /** How they are sorted. */
  Optional<TagOrdering> ordering();

  /** Whether tags that differ in case only are two; they are one, in lower case, when absent. */
  Optional<Boolean> caseSensitive();

  /** Tags with a color of their own, one entry for each. */
  List<TagColor> colors();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link TagStyle}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableTagStyle.Builder {
    Builder() {}

    @Override
    public TagStyle build() {
      TagStyle built = super.build();
      new Faults().check("colors", () -> requireOneEach(built.colors())).end();
      return built;
    }

    private static void requireOneEach(List<TagColor> colors) {
      Set<String> seen = new HashSet<>();
      for (TagColor color : colors) {
        if (!seen.add(color.tag())) {
          throw new InvalidValueException(
              "tag " + color.tag() + " has two colors", "Give each tag one.");
        }
      }
    }
  }
}
