package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.ContainerDevice;
import java.util.Objects;

/**
 * Scope of a device of the node that a container may use.
 *
 * <pre>{@code
 * c.container(
 *     310, "gpu", containerTemplate(nas, "a.tar.zst"), vmDisks, gib(8),
 *     t -> t.device("/dev/dri/renderD128", p -> p.gid(104)));
 * c.container(
 *     311, "x", containerTemplate(nas, "a.tar.zst"), vmDisks, gib(8),
 *     t -> t.device("/etc/x")); // refused: is not a device path
 * }</pre>
 *
 * @since 0.1
 */
public final class ContainerDeviceSpec extends Scope {

  final ContainerDevice.Builder device = ContainerDevice.builder();

  ContainerDeviceSpec(Definition definition, PlanPath at, String path) {
    super(definition, at);
    device.path(Objects.requireNonNull(path, "path")).declaredAt(line);
  }

  /** Sets the access mode in the container, octal with a leading zero: {@code "0660"}. */
  public ContainerDeviceSpec mode(String mode) {
    set("mode", mode, device::mode);
    return this;
  }

  /** Sets the user in the container that it belongs to; root when not set. */
  public ContainerDeviceSpec uid(int uid) {
    set("uid", uid, device::uid);
    return this;
  }

  /** Sets the group in the container that it belongs to; root when not set. */
  public ContainerDeviceSpec gid(int gid) {
    set("gid", gid, device::gid);
    return this;
  }

  /** Keeps the container from writing to it. */
  public ContainerDeviceSpec denyWrite() {
    set("denyWrite", true, device::denyWrite);
    return this;
  }
}
