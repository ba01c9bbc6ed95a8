package io.pveplan.render.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.SwitchPort;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.Length;
import io.pveplan.render.text.Csv;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The cables as tables, in the order of the plan. */
final class CablePlan {

  private static final String METERS = "m";
  private static final int DECIMALS_OF_METER = 2;
  private static final String INTERFACE = "dcim.interface";
  private static final String BMC = "BMC";

  private final ResolvedPlan plan;

  private CablePlan(ResolvedPlan plan) {
    this.plan = plan;
  }

  static CablePlan of(ResolvedPlan plan) {
    return new CablePlan(plan);
  }

  String text() {
    return Csv.columns("from", "to", "label", "length", "speed", "networks")
        .rows(plan.plan().cables().stream().map(this::row).toList())
        .text();
  }

  private List<String> row(Cable cable) {
    return List.of(
        cable.node() + " " + cable.nic().orElse(BMC),
        cable.switchName() + " " + cable.port(),
        cable.label().orElse(""),
        cable.length().map(Object::toString).orElse(""),
        speed(cable).map(Object::toString).orElse(""),
        String.join(" ", networks(cable)));
  }

  /**
   * The table for the bulk import of NetBox; columns and choices are those of CableImportForm in
   * netbox/dcim/forms/bulk_import.py (4.6).
   */
  String netBox() {
    return Csv.columns(
            "side_a_device",
            "side_a_type",
            "side_a_name",
            "side_b_device",
            "side_b_type",
            "side_b_name",
            "status",
            "label",
            "length",
            "length_unit")
        .rows(plan.plan().cables().stream().map(CablePlan::netBox).toList())
        .text();
  }

  private static List<String> netBox(Cable cable) {
    return List.of(
        cable.node(),
        INTERFACE,
        cable.nic().orElse(BMC),
        cable.switchName(),
        INTERFACE,
        cable.port(),
        "planned",
        cable.label().orElse(""),
        cable.length().map(CablePlan::meters).orElse(""),
        cable.length().map(it -> METERS).orElse(""));
  }

  private static String meters(Length length) {
    return BigDecimal.valueOf(length.centimeters(), DECIMALS_OF_METER).toPlainString();
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
