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
 * <p>The HA manager moves guests, and Terraform would move them back. The arguments of a clone
 * describe how it was made; changed, for a template that was made anew or a guest that is imported,
 * they would have it destroyed and made again. A guest that the product protects is not destroyed
 * because of a changed argument, either.
 */
final class Lifecycle {

  private Lifecycle() {}

  /**
   * A resource with its lifecycle, if it has one.
   *
   * @param managed arguments that the HA manager sets
   * @param cloned arguments of the clone
   */
  static HclBlock add(
      HclBlock resource,
      Guest guest,
      Optional<HaResource> ha,
      List<String> managed,
      List<String> cloned) {
    List<HclValue> ignored = new ArrayList<>();
    if (ha.isPresent()) {
      managed.forEach(name -> ignored.add(HclValue.reference(name)));
    }
    cloned.forEach(name -> ignored.add(HclValue.reference(name)));
    if (ignored.isEmpty() && !guest.protection()) {
      return resource;
    }
    HclBlock block = HclBlock.of("lifecycle");
    if (guest.protection()) {
      block = block.set("prevent_destroy", true);
    }
    return resource.block(
        ignored.isEmpty() ? block : block.set("ignore_changes", HclValue.list(ignored)));
  }
}
