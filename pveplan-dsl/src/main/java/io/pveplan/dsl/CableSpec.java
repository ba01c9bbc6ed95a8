package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.unit.Length;

/**
 * Scope of a cable.
 *
 * <pre>{@code
 * n.nic("eno5").cable("eno5", sw1.port(5), k -> k.label("A-0005").length(meters(3)));
 * n.nic("eno6").cable("eno6", sw1.port(6), k -> k.label("A 6")); // refused: is not a name
 * }</pre>
 *
 * @since 0.1
 */
public final class CableSpec extends Scope {

  final Cable.Builder cable = Cable.builder();

  CableSpec(Definition definition, PlanPath at, String node, SwitchPortRef port) {
    super(definition, at);
    cable.node(node).switchName(port.device().name()).port(port.name()).declaredAt(line);
  }

  /** Sets what is written on both ends. */
  public CableSpec label(String label) {
    set("label", label, it -> cable.label(NameFormat.LABEL.require(it)));
    return this;
  }

  /** Sets the length. */
  public CableSpec length(Length length) {
    set("length", length, cable::length);
    return this;
  }
}
