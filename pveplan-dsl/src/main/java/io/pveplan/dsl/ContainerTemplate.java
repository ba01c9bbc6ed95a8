package io.pveplan.dsl;

import io.pveplan.model.guest.Volume;
import java.util.Objects;

/**
 * The template a container is made from, as {@link Pveplan#containerTemplate} makes it.
 *
 * @param storage the storage it lies on
 * @param file name of the file
 * @since 0.1
 */
public record ContainerTemplate(StorageRef storage, String file) {

  /** Refuses absent parts. */
  public ContainerTemplate {
    Objects.requireNonNull(storage, "storage");
    Objects.requireNonNull(file, "file");
  }

  Volume volume() {
    return new Volume(storage.name(), "vztmpl", file);
  }
}
