package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.storage.OpenIscsi;
import io.pveplan.model.storage.SessionStartup;
import java.time.Duration;

/**
 * Scope of what open-iscsi is told on each node that has an iSCSI storage.
 *
 * <pre>{@code
 * c.openIscsi(i -> i.replacementTimeout(seconds(15)).startup(SessionStartup.AUTOMATIC));
 * c.openIscsi(i -> i.replacementTimeout(milliseconds(1500))); // refused: whole seconds
 * }</pre>
 *
 * @since 0.1
 */
public final class OpenIscsiSpec extends Scope {

  private final OpenIscsi.Builder settings;

  OpenIscsiSpec(Definition definition, OpenIscsi.Builder settings) {
    super(definition, PlanPath.of("cluster", "openIscsi"));
    this.settings = settings;
  }

  /**
   * Sets how long commands wait for a broken session before they fail and multipath takes another
   * path; 120 s when not set.
   *
   * @param timeout 0 s to 24 h in whole seconds
   * @return this scope
   */
  public OpenIscsiSpec replacementTimeout(Duration timeout) {
    set("replacementTimeout", timeout, it -> {
      OpenIscsi.builder().replacementTimeout(it).build();
      return settings.replacementTimeout(it);
    });
    return this;
  }

  /** Sets when sessions are started; Proxmox VE logs in itself when not set. */
  public OpenIscsiSpec startup(SessionStartup startup) {
    set("startup", startup, settings::startup);
    return this;
  }
}
