package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.CrushRule;
import io.pveplan.model.ceph.FailureDomain;
import java.util.Objects;

/**
 * Scope of a CRUSH rule.
 *
 * <pre>{@code
 * c.crushRule("host-hdd", FailureDomain.HOST, p -> p.deviceClass("hdd"));
 * c.crushRule("host-ssd", FailureDomain.HOST, p -> p.deviceClass("a b")); // refused: is not a name
 * }</pre>
 *
 * @since 0.1
 */
public final class CrushRuleSpec extends Scope {

  final CrushRule.Builder rule = CrushRule.builder();

  CrushRuleSpec(Definition definition, String name, FailureDomain domain) {
    super(definition, PlanPath.of("ceph", "rule", Objects.requireNonNull(name, "name")));
    rule.name(name).failureDomain(Objects.requireNonNull(domain, "domain")).declaredAt(line);
  }

  /** Sets the device class of the OSDs; all OSDs when not set. */
  public CrushRuleSpec deviceClass(String deviceClass) {
    set("deviceClass", deviceClass, it -> rule.deviceClass(NameFormat.LABEL.require(it)));
    return this;
  }
}
