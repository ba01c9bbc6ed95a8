package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.storage.StorageServer;
import java.time.Duration;
import java.util.Objects;

/**
 * Scope of a server that offers storage over the network.
 *
 * <pre>{@code
 * c.storageServer("nas1", s -> s.addresses("172.20.50.5").heads(2).logDevice());
 * c.storageServer("nas2", s -> s.addresses("172.20.50.5/24")); // refused: is not a single address
 * }</pre>
 *
 * @since 0.1
 */
public final class StorageServerSpec extends Scope {

  final StorageServer.Builder server = StorageServer.builder();

  StorageServerSpec(Definition definition, String name) {
    super(definition, PlanPath.of("storage-server", Objects.requireNonNull(name, "name")));
    server.name(name).declaredAt(line);
  }

  /** Adds its addresses; storages are known to lie on it by them. */
  public StorageServerSpec addresses(String... addresses) {
    setEach("addresses", addresses, it -> server.addAddress(IpAddress.parse(it)));
    return this;
  }

  /** Sets the number of heads or controllers that serve the same data. */
  public StorageServerSpec heads(int heads) {
    set("heads", heads, server::heads);
    return this;
  }

  /** Says that its ZFS pool has a log device (SLOG). */
  public StorageServerSpec logDevice() {
    set("logDevice", true, server::logDevice);
    return this;
  }

  /** Sets the latency of synchronous writes that was measured. */
  public StorageServerSpec latency(Duration latency) {
    set("latency", latency, server::latency);
    return this;
  }

  /** Sets the MTU of its interfaces, 1280 to 65520. */
  public StorageServerSpec mtu(int mtu) {
    set("mtu", mtu, it -> server.mtu(Mtu.of(it)));
    return this;
  }
}
