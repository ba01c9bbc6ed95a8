package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ReplicationRemoval;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;

/**
 * Scope of a replication job.
 *
 * <pre>{@code
 * c.replicate(web, nodeB, s -> s.rate(megabytesPerSecond(100)).comment("to the other room"));
 * c.replicate(db, nodeB, s -> s.comment("two\nlines")); // refused: is not a line of text
 * }</pre>
 *
 * @since 0.1
 */
public final class ReplicationSpec extends Scope {

  final ReplicationJob.Builder job = ReplicationJob.builder();

  ReplicationSpec(Definition definition, GuestRef guest, NodeRef target, int number) {
    super(definition, PlanPath.of("replication", guest.vmid() + "-" + number));
    job.guest(StandIn.VMID).number(number).target(target.name()).declaredAt(line);
    require("guest", guest, it -> job.guest(Vmid.of(it.vmid())));
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
    set("schedule", event, it -> job.schedule(CalendarEvent.parse(it)));
    return this;
  }

  /** Limits its rate. */
  public ReplicationSpec rate(DataRate rate) {
    set("rate", rate, job::rate);
    return this;
  }

  /** Switches the job off. */
  public ReplicationSpec disabled() {
    set("disabled", true, job::disabled);
    return this;
  }

  /**
   * Says that the job is to be removed, and what goes with it.
   *
   * @param what the snapshots on the source, or the copy on the target too
   */
  public ReplicationSpec removed(ReplicationRemoval what) {
    set("removal", what, job::removal);
    return this;
  }

  /** Sets the comment, one line. */
  public ReplicationSpec comment(String comment) {
    set("comment", comment, job::comment);
    return this;
  }
}
