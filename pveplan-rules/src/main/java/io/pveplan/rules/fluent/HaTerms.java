package io.pveplan.rules.fluent;

import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import java.util.OptionalInt;

/**
 * High availability, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule restarts = rule("ACME-015", WARNING)
 *     .forEach(haResources())
 *     .should(have(maxRestart(), between(1, 3)))
 *     .fix("Allow one to three restarts.");
 * }</pre>
 *
 * @since 0.1
 */
public final class HaTerms {

  private HaTerms() {}

  /** {@return the HA resources} */
  public static Subjects<HaResource> haResources() {
    return Subjects.declared(
        "HA resource",
        "HA resources",
        plan -> plan.ha().resources(),
        HaResource::path,
        resource -> resource.guest().toString());
  }

  /** {@return the HA rules that bind guests to nodes} */
  public static Subjects<NodeAffinity> nodeAffinities() {
    return Subjects.declared(
        "node affinity rule",
        "node affinity rules",
        plan -> plan.ha().nodeAffinities(),
        NodeAffinity::path,
        NodeAffinity::name);
  }

  /** {@return the HA rules that keep guests together or apart} */
  public static Subjects<ResourceAffinity> resourceAffinities() {
    return Subjects.declared(
        "resource affinity rule",
        "resource affinity rules",
        plan -> plan.ha().resourceAffinities(),
        ResourceAffinity::path,
        ResourceAffinity::name);
  }

  /** {@return state HA keeps a guest in} */
  public static Fact<HaResource, HaState> haState() {
    return Fact.always("a state", HaResource::state);
  }

  /** {@return how often HA starts a guest again on its node, as the plan says or as filled in} */
  public static Fact<HaResource, Integer> maxRestart() {
    return Fact.number("a max_restart", HaResource::maxRestart);
  }

  /** {@return how often HA starts a guest on another node, as the plan says or as filled in} */
  public static Fact<HaResource, Integer> maxRelocate() {
    return Fact.number("a max_relocate", HaResource::maxRelocate);
  }

  /** {@return comment of an HA resource} */
  public static Fact<HaResource, String> haComment() {
    return Fact.said("a comment", HaResource::comment);
  }

  /** {@return holds for a rule that allows no other node} */
  public static Condition<NodeAffinity> areStrict() {
    return Conditions.condition("are strict", NodeAffinity::strict);
  }

  /** {@return number of nodes of a node affinity rule} */
  public static Fact<NodeAffinity, Integer> ruleNodes() {
    return Fact.count("node", "nodes", rule -> OptionalInt.of(rule.nodes().size()));
  }

  /** {@return whether guests are kept together or apart} */
  public static Fact<ResourceAffinity, Affinity> affinity() {
    return Fact.always("an affinity", ResourceAffinity::affinity);
  }

  /** {@return number of guests of a resource affinity rule} */
  public static Fact<ResourceAffinity, Integer> ruleResources() {
    return Fact.count(
        "resource", "resources", rule -> OptionalInt.of(rule.resources().size()));
  }
}
