package io.pveplan.render.automation;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.ha.HaResource;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Terraform leaves alone once a guest is there.
 *
 * <p>The HA manager moves guests, and Terraform would move them back. The arguments of a clone, the
 * names of cloud-init documents, the template of a container describe how it was made; changed, for a
 * template that was made anew or a guest that is imported, they would have it destroyed and made
 * again. A guest that the product protects is not destroyed
 * because of a changed argument, either.
 */
final class Lifecycle {

  private Lifecycle() {}

  /**
   * A resource with its lifecycle, if it has one.
   *
   * @param managed arguments that the HA manager sets
   * @param made arguments that matter only while it is made, and changed would have it made anew
   */
  static HclBlock add(
      HclBlock resource,
      Guest guest,
      Optional<HaResource> ha,
      List<? extends HclValue> managed,
      List<? extends HclValue> made) {
    if (ha.isEmpty() && made.isEmpty() && !guest.protection()) {
      return resource;
    }
    List<HclValue> ignored = new ArrayList<>();
    if (ha.isPresent()) {
      ignored.addAll(managed);
    }
    ignored.addAll(made);
    HclBlock block = HclBlock.of("lifecycle");
    if (guest.protection()) {
      block = block.set("prevent_destroy", true);
    }
    return resource.block(
        ignored.isEmpty() ? block : block.set("ignore_changes", HclValue.list(ignored)));
  }
}
