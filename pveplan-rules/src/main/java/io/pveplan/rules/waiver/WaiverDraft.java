package io.pveplan.rules.waiver;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.rules.internal.Mistakes;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A waiver while it is written in Java; begun by {@link Waivers#waive} and complete with reason,
 * owner and last day.
 *
 * @since 0.1
 */
public final class WaiverDraft {

  private static final String MISSING = "";

  private final String key;
  private final Origin line;
  private String reason = MISSING;
  private String owner = MISSING;
  private Optional<LocalDate> until = Optional.empty();
  private Optional<String> ticket = Optional.empty();

  WaiverDraft(String key, Origin line) {
    this.key = Objects.requireNonNull(key, "key");
    this.line = line;
  }

  /**
   * Why the finding is acceptable.
   *
   * @param why a sentence or half of one
   * @return this waiver
   */
  public WaiverDraft because(String why) {
    reason = Objects.requireNonNull(why, "why");
    return this;
  }

  /**
   * Who has accepted it.
   *
   * @param who a person or a team
   * @return this waiver
   */
  public WaiverDraft owner(String who) {
    owner = Objects.requireNonNull(who, "who");
    return this;
  }

  /**
   * How long it holds.
   *
   * @param lastDay last day on which it holds
   * @return this waiver
   */
  public WaiverDraft until(LocalDate lastDay) {
    until = Optional.of(lastDay);
    return this;
  }

  /**
   * Where it is followed up.
   *
   * @param name name or address of the ticket
   * @return this waiver
   */
  public WaiverDraft ticket(String name) {
    ticket = Optional.of(name);
    return this;
  }

  /** The waiver, or only its key and line with a note of everything that is wrong. */
  WrittenWaiver finish(Mistakes mistakes) {
    boolean complete = checked(mistakes, () -> WaiverKey.of(key))
        & checked(mistakes, () -> Waiver.filled("reason", reason))
        & checked(mistakes, () -> Waiver.filled("owner", owner))
        & checked(mistakes, () -> ticket.map(text -> Waiver.filled("ticket", text)))
        & checked(mistakes, this::lastDay);
    return new WrittenWaiver(
        key,
        line,
        complete
            ? Optional.of(new Waiver(key, reason, owner, lastDay(), ticket, Optional.of(line)))
            : Optional.empty());
  }

  private LocalDate lastDay() {
    return until.orElseThrow(() -> new InvalidValueException(
        "it has no last day", "Write until(..), so that somebody looks at it again."));
  }

  private boolean checked(Mistakes mistakes, Runnable part) {
    try {
      part.run();
      return true;
    } catch (InvalidValueException refused) {
      mistakes.add("waiver " + key, line, String.valueOf(refused.getMessage()), refused.advice());
      return false;
    }
  }
}
