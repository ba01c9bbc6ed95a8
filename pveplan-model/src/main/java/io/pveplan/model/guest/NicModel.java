package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Model of a virtual network card.
 *
 * @since 0.1
 */
public enum NicModel {
  /** Paravirtualized; the one to take. */
  VIRTIO("virtio"),

  /** Intel 82540EM. */
  E1000("e1000"),

  /** Intel 82574L. */
  E1000E("e1000e"),

  /** Realtek RTL8139. */
  RTL8139("rtl8139"),

  /** VMware vmxnet3. */
  VMXNET3("vmxnet3");

  private final String text;

  NicModel(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
