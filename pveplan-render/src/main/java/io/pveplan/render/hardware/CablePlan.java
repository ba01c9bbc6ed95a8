package io.pveplan.render.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Rack;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Nic;
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
    return Csv.columns(
            "from", "to", "label", "length", "speed", "networks", "mac", "from rack", "to rack")
        .rows(plan.plan().cables().stream().map(this::row).toList())
        .text();
  }

  private List<String> row(Cable cable) {
    return List.of(
        end(cable),
        cable.switchName() + " " + cable.port(),
        label(cable),
        cable.length().map(Object::toString).orElse(""),
        speed(cable).map(Object::toString).orElse(""),
        String.join(" ", networks(cable)),
        mac(cable),
        rack(plan.node(cable.node()).flatMap(Node::hardware).flatMap(Hardware::rack)),
        rack(plan.paths().device(cable.switchName()).flatMap(Switch::rack)));
  }

  private String mac(Cable cable) {
    return cable
        .nic()
        .flatMap(nic -> plan.topology().named(cable.node(), nic))
        .filter(Nic.class::isInstance)
        .map(Nic.class::cast)
        .flatMap(Nic::mac)
        .map(MacAddress::toString)
        .orElse("");
  }

  private String rack(Optional<String> name) {
    return name.map(it -> plan.plan().racks().stream()
            .filter(rack -> rack.name().equals(it))
            .findFirst()
            .flatMap(Rack::room)
            .map(room -> it + ", room " + room)
            .orElse(it))
        .orElse("");
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
        label(cable),
        cable.length().map(CablePlan::meters).orElse(""),
        cable.length().map(it -> METERS).orElse(""));
  }

  private static String end(Cable cable) {
    return cable.node() + " " + cable.nic().orElse(BMC);
  }

  /** What the plan says, else the end at the node, which no two cables share. */
  private static String label(Cable cable) {
    return cable.label().orElseGet(() -> end(cable));
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
