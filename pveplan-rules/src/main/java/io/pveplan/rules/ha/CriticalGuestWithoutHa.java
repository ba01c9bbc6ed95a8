package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.List;

/**
 * Reports a guest with the tag for critical ones that HA does not manage.
 */
@RuleInfo(
    id = "HA-030",
    severity = Severity.INFO,
    summary = "A critical guest is not under HA",
    why = """
        The tag says that the guest is needed. Without HA it stays off after a failure of its \
        node until somebody starts it elsewhere.""",
    remedy = "Make it an HA resource, or take the tag away.",
    sources = {"Corsinvest cv4pve-diag: IG0015"},
    since = "0.1")
final class CriticalGuestWithoutHa implements Rule {

  static final RuleParameter<String> TAG = RuleParameter.of(
          "tag", "critical", "tag of critical guests", "own judgement", "a tag", String::trim)
      .must(tag -> !tag.isEmpty(), "not be empty");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    String tag = findings.parameter(TAG);
    for (Guest guest : plan.guests()) {
      if (guest.tags().contains(tag) && !(guest instanceof Vm vm && vm.template())) {
        findings.looksAt(guest.path());
        if (!plan.placement().startedByHa(guest.vmid())) {
          findings
              .on(guest.path())
              .says("%s has the tag %s, but HA does not keep it running", guest.name(), tag)
              .because("tag", tag)
              .declaredAt(guest.declaredAt());
        }
      }
    }
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(TAG);
  }
}
