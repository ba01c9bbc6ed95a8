package io.pveplan.render.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A reference to something named elsewhere: {@code var.token}, {@code local.nodes["pve1"].address}.
 *
 * <pre>{@code
 * HclValue.reference("proxmox_virtual_environment_vm", "web").index("web-01").attribute("id");
 *     // proxmox_virtual_environment_vm.web["web-01"].id
 * }</pre>
 *
 * @since 0.1
 */
public final class HclReference implements HclValue {

  /** A step from a value to one of its parts. */
  sealed interface Hop {}

  record Attribute(String name) implements Hop {}

  record Key(HclText key) implements Hop {}

  record Position(int position) implements Hop {}

  private final String root;
  private final List<Hop> hops;

  private HclReference(String root, List<Hop> hops) {
    this.root = root;
    this.hops = hops;
  }

  static HclReference of(String root) {
    return new HclReference(HclNames.identifier(root), List.of());
  }

  /**
   * An attribute of what this refers to.
   *
   * @param name name of the attribute
   * @throws io.pveplan.model.InvalidValueException if it is no identifier
   */
  public HclReference attribute(String name) {
    return with(new Attribute(HclNames.identifier(name)));
  }

  /**
   * An element of what this refers to.
   *
   * @param key key of the element, any text
   */
  public HclReference index(String key) {
    return with(new Key(new HclText(key)));
  }

  /**
   * An element of what this refers to.
   *
   * @param position place of the element, counted from 0
   */
  public HclReference index(int position) {
    if (position < 0) {
      throw new IllegalArgumentException("position " + position);
    }
    return with(new Position(position));
  }

  String root() {
    return root;
  }

  List<Hop> hops() {
    return hops;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclReference reference
        && root.equals(reference.root)
        && hops.equals(reference.hops);
  }

  @Override
  public int hashCode() {
    return 31 * root.hashCode() + hops.hashCode();
  }

  private HclReference with(Hop hop) {
    if (hops.isEmpty()) {
      return new HclReference(root, List.of(hop));
    }
    if (hops.size() == 1) {
      return new HclReference(root, List.of(hops.get(0), hop));
    }
    Hop[] all = hops.toArray(new Hop[hops.size() + 1]);
    all[hops.size()] = hop;
    return new HclReference(root, Collections.unmodifiableList(Arrays.asList(all)));
  }
}
