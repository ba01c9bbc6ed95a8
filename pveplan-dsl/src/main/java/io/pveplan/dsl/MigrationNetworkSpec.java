package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;

/**
 * Scope of the way that migrations or replication jobs take.
 *
 * <pre>{@code
 * c.migration(m -> m.over(ring).insecure());
 * c.replication(m -> m.over(NetworkRef.named("no"))); // refused: there is no network
 * }</pre>
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
    set("network", network, it -> settings.network(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /** Sends memory through SSH tunnels, as is done when nothing is set. */
  public MigrationNetworkSpec secure() {
    set("type", MigrationType.SECURE, settings::type);
    return this;
  }

  /** Sends memory unencrypted: for private networks only. */
  public MigrationNetworkSpec insecure() {
    set("type", MigrationType.INSECURE, settings::type);
    return this;
  }
}
