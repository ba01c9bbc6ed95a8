package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reports a guest under HA that fits into no other node on which it may run, even if that had no
 * other guest under HA. A guest that may run on no other node is a matter of HA-016.
 */
@RuleInfo(
    id = "CAP-004",
    severity = Severity.WARNING,
    summary = "A guest under HA is too large for every other node",
    why = """
        HA restarts it on another node whether it fits or not. There it takes the memory of the guests \
        that are not under HA and stay, until the kernel kills one of them.""",
    remedy = "Use larger nodes, make the guest smaller, or move guests that are not under HA.",
    sources = "derived",
    since = "0.1")
final class NoSecondHome implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    FreeMemory free = FreeMemory.of(plan);
    for (HaResource resource : plan.ha().resources()) {
      if (plan.placement().startedByHa(resource.guest())) {
        check(resource, plan.guest(resource.guest()).orElseThrow(), free, plan, findings);
      }
    }
  }

  private static void check(
      HaResource resource, Guest guest, FreeMemory free, ResolvedPlan plan, Findings findings) {
    findings.looksAt(resource.path());
    long wanted = HostMemory.atMost(guest).bytes();
    Optional<String> home = guest.node();
    long most = Long.MIN_VALUE;
    Optional<String> unknown = Optional.empty();
    List<String> eligible = plan.placement().eligibleNodes(guest);
    for (String node : eligible) {
      OptionalLong left = free.besidesOthers(node);
      if (home.isPresent() && home.get().equals(node)) {
        continue;
      }
      if (left.isEmpty()) {
        unknown = Optional.of(unknown.orElse(node));
      } else if (left.getAsLong() >= wanted) {
        return;
      } else {
        most = Math.max(most, left.getAsLong());
      }
    }
    if (unknown.isPresent()) {
      findings.undecided(resource.path(), "memory of " + unknown.get());
    } else if (most > Long.MIN_VALUE) {
      List<String> others =
          eligible.stream().filter(node -> !node.equals(home.orElse(""))).toList();
      findings
          .on(resource.path())
          .says(
              "%s has %s of memory; of the nodes it can go to, %s, none has more than %s for it",
              guest.name(),
              HostMemory.atMost(guest),
              String.join(", ", others),
              FreeMemory.text(most))
          .because("memoryBytes", wanted)
          .because("largestFreeBytes", Math.max(0, most))
          .because("nodes", others)
          .declaredAt(guest.declaredAt().or(resource::declaredAt));
    }
  }
}
