package io.pveplan.dsl;

/**
 * A handle that says "that guest": a virtual machine, a container or a template.
 *
 * @since 0.1
 */
public final class GuestRef {

  private final int vmid;

  private GuestRef(int vmid) {
    this.vmid = vmid;
  }

  /**
   * The guest with this VMID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static GuestRef of(int vmid) {
    return new GuestRef(vmid);
  }

  /** VMID of the guest. */
  public int vmid() {
    return vmid;
  }

  @Override
  public String toString() {
    return Integer.toString(vmid);
  }
}
