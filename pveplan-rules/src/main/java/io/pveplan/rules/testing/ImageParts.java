package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Checksum;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Image;
import io.pveplan.model.guest.Volume;
import java.util.LinkedHashSet;
import java.util.Set;

/** Every other plan has the templates of its containers among its images. */
final class ImageParts {

  private static final String SUM = "sha256:" + "0".repeat(64);

  private ImageParts() {}

  static ClusterPlan into(ClusterPlan plan, long seed) {
    if (seed % 2 != 0) {
      return plan;
    }
    Set<Volume> templates = new LinkedHashSet<>();
    for (Guest guest : plan.guests()) {
      if (guest instanceof Container container) {
        templates.add(container.ostemplate());
      }
    }
    ClusterPlan.Builder with = ClusterPlan.builder().from(plan);
    for (Volume template : templates) {
      with.addImages(Image.builder()
          .volume(template)
          .url("https://images.example.net/" + template.file())
          .checksum(Checksum.parse(SUM))
          .build());
    }
    return with.build();
  }
}
