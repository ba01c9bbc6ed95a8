package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.MountPoint;
import java.util.Objects;

/**
 * Scope of what a container has at a path.
 *
 * <pre>{@code
 * c.container(
 *     310, "db", containerTemplate(nas, "a.tar.zst"), vmDisks, gib(8),
 *     t -> t.mountPoint("/srv", vmDisks, gib(100), p -> p.backup()));
 * c.container(
 *     311, "x", containerTemplate(nas, "a.tar.zst"), vmDisks, gib(8),
 *     t -> t.bindMount("/srv", "srv")); // refused: is not an absolute path
 * }</pre>
 *
 * @since 0.1
 */
public final class MountPointSpec extends Scope {

  final MountPoint.Builder point = MountPoint.builder();

  MountPointSpec(Definition definition, PlanPath at, String path) {
    super(definition, at);
    point.path(Objects.requireNonNull(path, "path")).declaredAt(line);
  }

  /** Keeps the container from writing to it. */
  public MountPointSpec readOnly() {
    set("readOnly", true, point::readOnly);
    return this;
  }

  /** Lets backup jobs copy the volume; they leave it out when not set. */
  public MountPointSpec backup() {
    set("backup", true, point::backup);
    return this;
  }

  /** Leaves the volume out of replication jobs. */
  public MountPointSpec withoutReplication() {
    set("replicate", false, point::replicate);
    return this;
  }

  /** Says that a directory or device is the same on all nodes. */
  public MountPointSpec shared() {
    set("shared", true, point::shared);
    return this;
  }
}
