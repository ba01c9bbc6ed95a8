package io.pveplan.dsl;

/**
 * A handle that says "that guest": a virtual machine, a container or a template.
 *
 * <p>Two handles to the same VMID are equal.
 *
 * @param vmid VMID of the guest; whether it can be one is checked where it is used
 * @since 0.1
 */
public record GuestRef(int vmid) {

  /**
   * The guest with this VMID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static GuestRef of(int vmid) {
    return new GuestRef(vmid);
  }

  /** The VMID. */
  @Override
  public String toString() {
    return Integer.toString(vmid);
  }
}
