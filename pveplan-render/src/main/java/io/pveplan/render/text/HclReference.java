package io.pveplan.render.text;

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

  // Itself where it is but a name.
  private final HclReference before;
  private final Hop last;

  private HclReference(String root) {
    this.before = this;
    this.last = new Attribute(root);
  }

  private HclReference(HclReference before, Hop last) {
    this.before = before;
    this.last = last;
  }

  static HclReference of(String root) {
    return new HclReference(HclNames.identifier(root));
  }

  /**
   * An attribute of what this refers to.
   *
   * @param name name of the attribute
   * @throws io.pveplan.model.InvalidValueException if it is no identifier
   */
  public HclReference attribute(String name) {
    return new HclReference(this, new Attribute(HclNames.identifier(name)));
  }

  /**
   * An element of what this refers to.
   *
   * @param key key of the element, any text
   */
  public HclReference index(String key) {
    return new HclReference(this, new Key(new HclText(key)));
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
    return new HclReference(this, new Position(position));
  }

  boolean isName() {
    return before == this;
  }

  HclReference before() {
    return before;
  }

  /** The last step; the name itself where it is but a name. */
  Hop last() {
    return last;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclReference reference
        && isName() == reference.isName()
        && last.equals(reference.last)
        && (isName() || before.equals(reference.before));
  }

  @Override
  public int hashCode() {
    return isName() ? last.hashCode() : 31 * before.hashCode() + last.hashCode();
  }
}
