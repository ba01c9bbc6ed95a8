package io.pveplan.render.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.SwitchPort;
import io.pveplan.model.unit.DataRate;
import java.util.List;
import java.util.Optional;

/**
 * The cables as CSV (RFC 4180), in the order of the plan. Nothing needs quotes: no name in a plan
 * has a comma, a quote or a line break, and none begins with what a spreadsheet takes for a formula.
 */
final class CablePlan {

  private final StringBuilder text = new StringBuilder("from,to,label,length,speed,networks\n");
  private final ResolvedPlan plan;

  private CablePlan(ResolvedPlan plan) {
    this.plan = plan;
    plan.plan().cables().forEach(this::add);
  }

  static CablePlan of(ResolvedPlan plan) {
    return new CablePlan(plan);
  }

  String text() {
    return text.toString();
  }

  private void add(Cable cable) {
    List<String> fields = List.of(
        cable.node() + " " + cable.nic().orElse("BMC"),
        cable.switchName() + " " + cable.port(),
        cable.label().orElse(""),
        cable.length().map(Object::toString).orElse(""),
        speed(cable).map(Object::toString).orElse(""),
        String.join(" ", networks(cable)));
    text.append(String.join(",", fields)).append('\n');
  }

  private Optional<DataRate> speed(Cable cable) {
    return cable.nic().isPresent()
        ? plan.paths().speed(cable.node(), cable.nic().get())
        : plan.paths().port(cable).flatMap(SwitchPort::speed);
  }

  private List<String> networks(Cable cable) {
    if (cable.nic().isPresent()) {
      return List.copyOf(plan.topology().networksOver(cable.node(), cable.nic().get()));
    }
    return plan
        .node(cable.node())
        .flatMap(Node::hardware)
        .flatMap(Hardware::bmc)
        .flatMap(bmc -> bmc.address().network())
        .stream()
        .toList();
  }
}
