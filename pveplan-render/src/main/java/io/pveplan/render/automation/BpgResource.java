package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.render.Step;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclValue;
import java.util.List;
import java.util.Optional;

/**
 * One resource for a part of the plan.
 *
 * @param topic name of the file it stands in, without ending
 * @param step the step of the bring-up that the part belongs to
 * @param covers the parts of the plan that it is for; none for what only Terraform needs
 * @param block the resource
 * @param importId by which the provider finds it; nothing where it can not
 */
record BpgResource(
    String topic, Step step, List<PlanPath> covers, HclBlock block, Optional<String> importId) {

  BpgResource {
    covers = List.copyOf(covers);
  }

  static BpgResource of(String topic, Step step, PlanPath at, HclBlock block, String importId) {
    return new BpgResource(topic, step, List.of(at), block, Optional.of(importId));
  }

  HclReference reference() {
    return HclValue.reference(block.labels().get(0), block.labels().get(1));
  }

  /** Kind and name, which no other resource of a module has. */
  String key() {
    return block.labels().get(0).replaceFirst("^proxmox_(virtual_environment_)?", "") + "."
        + block.labels().get(1);
  }

  BpgResource with(HclBlock other) {
    return new BpgResource(topic, step, covers, other, importId);
  }
}
