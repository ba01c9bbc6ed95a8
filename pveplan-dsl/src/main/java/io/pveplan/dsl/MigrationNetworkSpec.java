package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;

/**
 * Scope of the way that migrations or replication jobs take.
 *
 * @since 0.1
 */
public final class MigrationNetworkSpec extends Scope {

  private final MigrationSettings.Builder settings;

  MigrationNetworkSpec(Definition definition, PlanPath at, MigrationSettings.Builder settings) {
    super(definition, at);
    this.settings = settings;
  }

  /** Sets the network they use. */
  public MigrationNetworkSpec over(NetworkRef network) {
    set(() -> settings.network(NameFormat.LABEL.require(network.name())), network);
    return this;
  }

  /** Sends memory through SSH tunnels, as is done when nothing is set. */
  public MigrationNetworkSpec secure() {
    set(() -> settings.type(MigrationType.SECURE));
    return this;
  }

  /** Sends memory unencrypted: for private networks only. */
  public MigrationNetworkSpec insecure() {
    set(() -> settings.type(MigrationType.INSECURE));
    return this;
  }
}
