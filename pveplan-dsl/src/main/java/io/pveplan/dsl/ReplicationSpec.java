package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;

/**
 * Scope of a replication job.
 *
 * @since 0.1
 */
public final class ReplicationSpec extends Scope {

  final ReplicationJob.Builder job = ReplicationJob.builder();

  ReplicationSpec(Definition definition, GuestRef guest, NodeRef target, int number) {
    super(definition, PlanPath.of("replication", guest.vmid() + "-" + number));
    job.number(number).target(target.name()).declaredAt(line);
  }

  /**
   * Sets when it runs, as a calendar event of Proxmox VE; every 15 minutes when not set.
   *
   * <pre>{@code
   * c.replicate(web, nodeB, s -> s.schedule("0/15"));          // every 15 minutes
   * c.replicate(db, nodeB, s -> s.schedule("mon..fri 22:00"));
   * c.replicate(web, nodeA, s -> s.schedule("every hour"));    // refused: is not a calendar event
   * }</pre>
   *
   * @param event the calendar event
   * @return this scope
   */
  public ReplicationSpec schedule(String event) {
    set(() -> job.schedule(CalendarEvent.parse(event)));
    return this;
  }

  /** Limits its rate. */
  public ReplicationSpec rate(DataRate rate) {
    set(() -> job.rate(rate));
    return this;
  }

  /** Switches the job off. */
  public ReplicationSpec disabled() {
    set(() -> job.disabled(true));
    return this;
  }

  /** Sets the comment, one line. */
  public ReplicationSpec comment(String comment) {
    set(() -> job.comment(comment));
    return this;
  }
}
