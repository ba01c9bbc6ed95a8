package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.ContainerFeatures;

/**
 * Scope of what a container may do beyond the usual.
 *
 * <pre>{@code
 * c.container(
 *     310, "ci", containerTemplate(nas, "a.tar.zst"), vmDisks, gib(8), t -> t.features(s -> s.nesting()));
 * c.container(
 *     311, "x", containerTemplate(nas, "a.tar.zst"), vmDisks, gib(8),
 *     t -> t.features(s -> s.mount("a b"))); // refused: is not a file system
 * }</pre>
 *
 * @since 0.1
 */
public final class FeaturesSpec extends Scope {

  final ContainerFeatures.Builder features = ContainerFeatures.builder();

  FeaturesSpec(Definition definition, PlanPath at) {
    super(definition, at);
    features.declaredAt(line);
  }

  /** Lets containers, and systemd with its own isolation, work in it. */
  public FeaturesSpec nesting() {
    set("nesting", true, features::nesting);
    return this;
  }

  /** Lets it call keyctl, which Docker wants; for unprivileged containers. */
  public FeaturesSpec keyctl() {
    set("keyctl", true, features::keyctl);
    return this;
  }

  /** Lets it mount file systems of FUSE; they can stall backups. */
  public FeaturesSpec fuse() {
    set("fuse", true, features::fuse);
    return this;
  }

  /** Lets it mount file systems: {@code "nfs", "cifs"}. */
  public FeaturesSpec mount(String... fileSystems) {
    setEach("mount", fileSystems, features::addMount);
    return this;
  }
}
