package io.pveplan.dsl;

import io.pveplan.model.hardware.DeviceKind;
import java.util.Objects;

/**
 * A handle that says "that device mapping".
 *
 * <p>Two handles to the same mapping are equal.
 *
 * @param kind what it stands for
 * @param id ID of the mapping
 * @since 0.1
 */
public record MappingRef(DeviceKind kind, String id) {

  /**
   * Refuses what is absent.
   *
   * @param kind what it stands for
   * @param id ID of the mapping
   */
  public MappingRef {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  /**
   * The mapping of a kind with this ID, for plans that are put together from data. Whether there is
   * one is checked when the plan freezes.
   */
  public static MappingRef named(DeviceKind kind, String id) {
    return new MappingRef(kind, id);
  }

  /** The ID. */
  @Override
  public String toString() {
    return id;
  }
}
