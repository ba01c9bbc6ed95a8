package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;

/**
 * Scope of the way that migrations or replication jobs take.
 *
 * @since 0.1
 */
public final class MigrationNetworkSpec extends Scope {

  final MigrationSettings.Builder settings = MigrationSettings.builder();

  MigrationNetworkSpec(Definition definition, PlanPath at) {
    super(definition, at);
    settings.declaredAt(line);
  }

  /** Sets the network they use. */
  public MigrationNetworkSpec over(NetworkRef network) {
    set(() -> settings.network(network.name()));
    return this;
  }

  /** Sends memory unencrypted: for private networks only. */
  public MigrationNetworkSpec insecure() {
    set(() -> settings.type(MigrationType.INSECURE));
    return this;
  }
}
