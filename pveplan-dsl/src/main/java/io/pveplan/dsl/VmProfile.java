package io.pveplan.dsl;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the virtual machines of a fleet have in common, as {@link Pveplan#vmProfile} makes it.
 *
 * <p>Its block runs once for each guest. Guests are named after the profile and their number; two
 * digits at least, so that no name changes when there are a hundred of them.
 *
 * @since 0.1
 */
public final class VmProfile {

  private final String name;
  private final Consumer<? super VmSpec> block;

  VmProfile(String name, Consumer<? super VmSpec> block) {
    this.name = Objects.requireNonNull(name, "name");
    this.block = Objects.requireNonNull(block, "block");
  }

  /** What the names of the guests begin with. */
  public String name() {
    return name;
  }

  Consumer<? super VmSpec> block() {
    return block;
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
