package io.pveplan.rules.backup;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * Rules about backup and restore.
 *
 * @since 0.1
 */
public final class BackupRules implements RulePack {

  /** For the service loader. */
  public BackupRules() {}

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String title() {
    return "Backup and restore";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new GuestWithoutBackup(),
        new NodeConfigurationNotSaved(),
        new EtcPveUnpacked(),
        new VolumesLeftOut(),
        new NoRestoreOrder());
  }
}
