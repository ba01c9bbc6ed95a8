package io.pveplan.render.automation;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.ha.HaResource;
import io.pveplan.render.text.HclSink;
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
   * Writes the block of a resource, if it needs one.
   *
   * @param managed arguments that the HA manager sets
   * @param made arguments that matter only while it is made, and changed would have it made anew
   */
  static void write(
      HclSink to,
      Guest guest,
      Optional<HaResource> ha,
      List<? extends HclValue> managed,
      List<? extends HclValue> made) {
    if (ha.isEmpty() && made.isEmpty() && !guest.protection()) {
      return;
    }
    List<HclValue> ignored = new ArrayList<>();
    if (ha.isPresent()) {
      ignored.addAll(managed);
    }
    ignored.addAll(made);
    to.open("lifecycle");
    if (guest.protection()) {
      to.set("prevent_destroy", true);
    }
    if (!ignored.isEmpty()) {
      to.set("ignore_changes", HclValue.list(ignored));
    }
    to.close();
  }
}
