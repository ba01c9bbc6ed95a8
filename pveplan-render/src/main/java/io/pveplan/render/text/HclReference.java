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

  // Both as they are written, in ASCII: what it is a part of, and what comes after that.
  private final String before;
  private final String last;
  // What its attributes are parts of, once one was asked for: there may be many.
  private String dotted = "";

  private HclReference(String before, String last) {
    this.before = before;
    this.last = last;
  }

  static HclReference of(String root) {
    return new HclReference("", HclNames.identifier(root));
  }

  /**
   * An attribute of what this refers to.
   *
   * @param name name of the attribute
   * @throws io.pveplan.model.InvalidValueException if it is no identifier
   */
  public HclReference attribute(String name) {
    return new HclReference(dotted(), HclNames.identifier(name));
  }

  /**
   * An element of what this refers to.
   *
   * @param key key of the element, any text
   */
  public HclReference index(String key) {
    return new HclReference(text(), '[' + HclLine.quoted(key) + ']');
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
    return new HclReference(text(), "[" + position + ']');
  }

  String before() {
    return before;
  }

  String last() {
    return last;
  }

  String text() {
    return before + last;
  }

  private String dotted() {
    if (dotted.isEmpty()) {
      dotted = before + last + '.';
    }
    return dotted;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclReference reference && text().equals(reference.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }
}
