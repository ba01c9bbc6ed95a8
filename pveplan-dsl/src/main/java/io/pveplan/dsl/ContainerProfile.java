package io.pveplan.dsl;

import io.pveplan.model.unit.DataSize;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the containers of a fleet have in common, as {@link Pveplan#containerProfile} makes it.
 *
 * <p>Its block runs once for each container. Containers are named after the profile and their
 * number; two digits at least, so that no name changes when there are a hundred of them.
 *
 * @since 0.1
 */
public final class ContainerProfile {

  private final String name;
  private final ContainerTemplate template;
  private final StorageRef rootfs;
  private final DataSize size;
  private final Consumer<? super ContainerSpec> block;

  ContainerProfile(
      String name,
      ContainerTemplate template,
      StorageRef rootfs,
      DataSize size,
      Consumer<? super ContainerSpec> block) {
    this.name = Objects.requireNonNull(name, "name");
    this.template = Objects.requireNonNull(template, "template");
    this.rootfs = Objects.requireNonNull(rootfs, "rootfs");
    this.size = Objects.requireNonNull(size, "size");
    this.block = Objects.requireNonNull(block, "block");
  }

  /** What the names of the containers begin with. */
  public String name() {
    return name;
  }

  ContainerTemplate template() {
    return template;
  }

  StorageRef rootfs() {
    return rootfs;
  }

  DataSize size() {
    return size;
  }

  Consumer<? super ContainerSpec> block() {
    return block;
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
