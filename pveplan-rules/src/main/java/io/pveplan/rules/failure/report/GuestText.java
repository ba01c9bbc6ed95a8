package io.pveplan.rules.failure.report;

import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.Fate;
import io.pveplan.rules.failure.GuestFate;

/** Each guest as a few lines for people: which failures touch it, and what becomes of it. */
final class GuestText {

  private final Matrix matrix;
  private final StringBuilder page = new StringBuilder();

  private GuestText(Matrix matrix) {
    this.matrix = matrix;
  }

  static String of(Matrix matrix) {
    GuestText text = new GuestText(matrix);
    long single =
        matrix.rows().stream().filter(row -> row.fails() && row.failures() == 1).count();
    for (GuestRow guest : matrix.guests()) {
      text.guest(guest, single);
    }
    return text.page.toString();
  }

  private void guest(GuestRow row, long single) {
    page.append(page.isEmpty() ? "" : "\n");
    page.append(row.guest().vmid()).append(' ').append(row.guest().name());
    row.guest().node().ifPresent(node -> page.append(" on ").append(node));
    page.append(row.managed() ? ", under HA" : ", not under HA");
    page.append(row.guest().mustRun() ? ", must run" : "");
    page.append(": survives ").append(single - row.stopped()).append(" of ").append(single);
    page.append(" single failures\n");
    for (GuestRow.Touch touch : row.touches()) {
      page.append("  ")
          .append(matrix.text().event(touch.row().scenario()))
          .append(": ")
          .append(what(touch))
          .append('\n');
    }
    row.smallest()
        .filter(it -> it.failures() > 1)
        .ifPresent(it -> page.append("  does not survive: ")
            .append(matrix.text().event(it.scenario()))
            .append('\n'));
  }

  private String what(GuestRow.Touch touch) {
    GuestFate fate = touch.fate();
    if (!fate.fate().survives()) {
      return matrix.text().guest(touch.row().survival(), fate);
    }
    return fate.fate()
        + (fate.fate() == Fate.MOVED ? " to " : " on ")
        + fate.to()
        + touch
            .row()
            .survival()
            .startsWithin()
            .map(it -> " within " + FailureText.time(it))
            .orElse("")
        + fate.dataLoss().map(it -> ", losing up to " + FailureText.time(it)).orElse("");
  }
}
