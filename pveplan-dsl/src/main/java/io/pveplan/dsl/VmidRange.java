package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.guest.Vmid;

/**
 * VMIDs side by side, as {@link Pveplan#vmids} makes them: those of the guests of a profile.
 *
 * <pre>{@code
 * var shop = vmProfile("shop", v -> v.cores(4));
 * c.vms(vmids(300, 319), shop);                  // shop01 has 300, shop20 has 319
 * c.vms(vmids(500, 509).numberedFrom(21), shop); // shop21 has 500
 * c.vms(vmids(419, 400), shop);                  // refused: ends before it begins
 * }</pre>
 *
 * @since 0.1
 */
public final class VmidRange {

  // Far more than a cluster has. Without a limit one digit too many would be a plan that never
  // ends.
  private static final int MOST = 100_000;
  private static final int HIGHEST_NUMBER = 1_000_000;

  private final int first;
  private final int last;
  private final int firstNumber;

  private VmidRange(int first, int last, int firstNumber) {
    this.first = first;
    this.last = last;
    this.firstNumber = firstNumber;
  }

  static VmidRange of(int first, int last) {
    Vmid.of(first);
    Vmid.of(last);
    if (last < first) {
      throw new InvalidValueException(
          "the range of VMIDs " + first + " to " + last + " ends before it begins",
          "Write vmids(" + last + ", " + first + ").",
          "GST-001");
    }
    if (last - first >= MOST) {
      throw new InvalidValueException(
          "the range of VMIDs " + first + " to " + last + " has " + (last - first + 1)
              + " of them, at most " + MOST + " are allowed",
          "Declare several ranges.",
          "GST-001");
    }
    return new VmidRange(first, last, 1);
  }

  /** What stands for a range that was refused: handles are handed out for it. */
  static VmidRange standIn(int first, int last) {
    int low = Math.min(first, last);
    return new VmidRange(low, low + (int) Math.min(MOST, Math.abs((long) last - first)), 1);
  }

  /**
   * The same VMIDs for guests that are counted from another number: more of a profile that has
   * guests in another range.
   *
   * @param number number of the guest with the first VMID, 0 to 1000000
   * @return the range
   */
  public VmidRange numberedFrom(int number) {
    return Scope.leaf(
        () -> {
          if (number < 0 || number > HIGHEST_NUMBER) {
            throw new InvalidValueException(
                "number " + number + " of the first guest is outside 0 to " + HIGHEST_NUMBER,
                "Use a number from 0 to " + HIGHEST_NUMBER + ".");
          }
          return new VmidRange(first, last, number);
        },
        () -> new VmidRange(first, last, 1));
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  int size() {
    return last - first + 1;
  }

  int numberOf(int vmid) {
    return firstNumber + vmid - first;
  }

  /** First and last VMID. */
  @Override
  public String toString() {
    return first + " to " + last;
  }
}
