package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * High availability, all of it or nothing: a rule that the script makes needs its resources, and the
 * script of this step runs before Terraform does.
 */
final class TerraformHa {

  private static final int ATTEMPTS = 10;

  private final ResolvedPlan plan;
  private final TerraformShare share;
  private boolean refused;

  TerraformHa(ResolvedPlan plan, TerraformShare share) {
    this.plan = plan;
    this.share = share;
  }

  void add() {
    Ha ha = plan.written().ha().orElseGet(plan::ha);
    if (ha.resources().isEmpty()) {
      return;
    }
    if (plan.release() == ProductVersion.PVE_8_4) {
      refuse(
          PlanPath.of("ha"),
          "Proxmox VE 8.4 has groups instead of rules, and version 9 makes rules of them, which"
              + " Terraform would go on to take for groups");
      return;
    }
    List<PlanPath> all = new ArrayList<>();
    for (HaResource resource : ha.resources()) {
      all.add(resource.path());
      refusal(resource).ifPresent(reason -> refuse(resource.path(), reason));
    }
    ha.nodeAffinities().forEach(rule -> {
      all.add(rule.path());
      look(rule.path(), rule.name(), rule.comment());
    });
    ha.resourceAffinities().forEach(rule -> {
      all.add(rule.path());
      look(rule.path(), rule.name(), rule.comment());
    });
    if (refused) {
      refuse(
          PlanPath.of("ha"),
          "what the provider can not express of HA resources and rules leaves all of them to the"
              + " script");
    } else {
      all.forEach(at -> share.take(at, Step.HA));
    }
  }

  private void look(PlanPath at, String name, Optional<String> comment) {
    if (!name.matches(".*[A-Za-z0-9]")) {
      refuse(at, "the provider takes names of rules that end in a letter or digit");
    }
    if (comment.filter(TerraformHa::hasBlankEnds).isPresent()) {
      refuse(at, "the provider takes no blanks at the ends of a comment");
    }
  }

  private Optional<String> refusal(HaResource resource) {
    if (tooMany(resource.maxRestart()) || tooMany(resource.maxRelocate())) {
      return Optional.of("the provider takes at most " + ATTEMPTS + " attempts");
    }
    if (resource.failback().isPresent() && !share.version().atLeast(107)) {
      return Optional.of(share.since(107, "failback"));
    }
    return resource
        .comment()
        .filter(TerraformHa::hasBlankEnds)
        .map(it -> "the provider takes no blanks at the ends of a comment");
  }

  private static boolean tooMany(OptionalInt attempts) {
    return attempts.orElse(0) > ATTEMPTS;
  }

  private static boolean hasBlankEnds(String comment) {
    return comment.isEmpty() || !comment.equals(comment.strip());
  }

  private void refuse(PlanPath at, String reason) {
    refused = true;
    share.refuse(at, Step.HA, TerraformShare.PROTECTION, reason);
  }
}
