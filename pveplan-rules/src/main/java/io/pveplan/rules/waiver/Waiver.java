package io.pveplan.rules.waiver;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.Visible;
import io.pveplan.rules.Finding;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The agreement to live with a finding for a while; written with {@link Waivers#waive} or read from
 * a file.
 *
 * @param key the finding, {@code NET-011[node/pve1/vmbr0]}, or the beginning of several: {@code
 *     NET-011[node/pve1} for the node and all that is below it (not for {@code node/pve10}), {@code
 *     NET-011} for the rule, {@code NET-} for the area
 * @param reason why the finding is acceptable
 * @param owner who has accepted it
 * @param until last day on which it holds
 * @param ticket where it is followed up
 * @param declaredAt the line of the file or of user code
 * @since 0.1
 */
public record Waiver(
    String key,
    String reason,
    String owner,
    LocalDate until,
    Optional<String> ticket,
    Optional<Origin> declaredAt) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * Refuses a key of another form and empty texts. Texts flow: line breaks and repeated blanks
   * count as one blank; control characters become visible.
   *
   * @param key the finding or the beginning of several
   * @param reason why the finding is acceptable
   * @param owner who has accepted it
   * @param until last day on which it holds
   * @param ticket where it is followed up
   * @param declaredAt the line of the file or of user code
   * @throws InvalidValueException if one of them is refused
   */
  public Waiver {
    WaiverKey.of(key);
    reason = filled("reason", reason);
    owner = filled("owner", owner);
    Objects.requireNonNull(until, "until");
    ticket = ticket.map(text -> filled("ticket", text));
    Objects.requireNonNull(declaredAt, "declaredAt");
  }

  /**
   * Whether it is for a finding, whatever the day.
   *
   * @param finding a finding of any rule
   * @return whether the key of the finding is the key of this waiver, or begins with it
   */
  public boolean matches(Finding finding) {
    return WaiverKey.of(key).matches(finding);
  }

  /**
   * Whether it does not hold any more.
   *
   * @param today the day of the check
   * @return whether the day is later than {@link #until}
   */
  public boolean isExpired(LocalDate today) {
    return today.isAfter(until);
  }

  static String filled(String what, String text) {
    String flowing = Visible.text(BLANKS.matcher(text).replaceAll(" ").strip());
    if (flowing.isEmpty()) {
      throw new InvalidValueException("its " + what + " is empty", "Write the " + what + ".");
    }
    return flowing;
  }

  /** {@code one switch until the new rack is built (net-team, until 2026-12-31, OPS-311)}. */
  @Override
  public String toString() {
    return reason
        + " ("
        + owner
        + ", until "
        + until
        + ticket.map(text -> ", " + text).orElse("")
        + ")";
  }
}
