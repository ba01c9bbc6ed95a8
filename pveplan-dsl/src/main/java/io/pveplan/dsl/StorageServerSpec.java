package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.StorageServer;
import java.time.Duration;
import java.util.Arrays;

/**
 * Scope of a server that offers storage over the network.
 *
 * @since 0.1
 */
public final class StorageServerSpec extends Scope {

  final StorageServer.Builder server = StorageServer.builder();

  StorageServerSpec(Definition definition, String name) {
    super(definition, PlanPath.of("storage-server", name));
    server.name(name).declaredAt(line);
  }

  /** Adds its addresses; storages are known to lie on it by them. */
  public StorageServerSpec addresses(String... addresses) {
    set(() ->
        server.addAllAddresses(Arrays.stream(addresses).map(IpAddress::parse).toList()));
    return this;
  }

  /** Sets the number of heads or controllers that serve the same data. */
  public StorageServerSpec heads(int heads) {
    set(() -> server.heads(heads));
    return this;
  }

  /** Says that its ZFS pool has a log device (SLOG). */
  public StorageServerSpec logDevice() {
    set(() -> server.logDevice(true));
    return this;
  }

  /** Sets the latency of synchronous writes that was measured. */
  public StorageServerSpec latency(Duration latency) {
    set(() -> server.latency(latency));
    return this;
  }
}
