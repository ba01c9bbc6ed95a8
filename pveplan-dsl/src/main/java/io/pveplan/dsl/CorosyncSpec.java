package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.network.IpAddress;
import java.util.function.Consumer;

/**
 * Scope of Corosync.
 *
 * @since 0.1
 */
public final class CorosyncSpec extends Scope {

  private final Corosync.Builder corosync;

  CorosyncSpec(Definition definition, Corosync.Builder corosync) {
    super(definition, PlanPath.of("corosync"));
    this.corosync = corosync;
  }

  /**
   * Adds a link with a priority.
   *
   * <pre>{@code
   * c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10)); // link0 is used as long as it works
   * c.corosync(k -> k.link(2, ring, 256));                  // refused: is outside 0 to 255
   * }</pre>
   *
   * @param number 0 to 7
   * @param network the network it runs over
   * @param priority 0 to 255; the link with the highest is used first
   * @return this scope
   */
  public CorosyncSpec link(int number, NetworkRef network, int priority) {
    return add(CorosyncLink.builder().priority(priority), number, network);
  }

  /** Adds a link without priority: the lowest number is used first. */
  public CorosyncSpec link(int number, NetworkRef network) {
    return add(CorosyncLink.builder(), number, network);
  }

  /**
   * Sets how much each node beyond the second adds to the token timeout.
   *
   * <pre>{@code
   * c.corosync(k -> k.link(0, ring).tokenCoefficient(125));
   * c.corosync(k -> k.tokenCoefficient(-1)); // refused: is outside 0 to 1000000
   * }</pre>
   *
   * @param milliseconds 0 to 1000000
   * @return this scope
   */
  public CorosyncSpec tokenCoefficient(int milliseconds) {
    set(
        "tokenCoefficient",
        milliseconds,
        it -> corosync.tokenCoefficient(Corosync.requireTokenCoefficient(it)));
    return this;
  }

  /** Sets up a QDevice with corosync-qnetd on the host with this address. */
  public CorosyncSpec qdevice(String address) {
    return qdevice(address, q -> {});
  }

  /**
   * Sets up a QDevice with corosync-qnetd on the host with this address, with what is known of the
   * host.
   *
   * <pre>{@code
   * c.corosync(k -> k.qdevice("10.0.0.8", q -> q.rack("office").on(sw1)));
   * c.corosync(k -> k.qdevice("witness", q -> {})); // refused: is not an IP address
   * }</pre>
   *
   * @param address address of the host
   * @param block where the host is
   * @return this scope
   */
  public CorosyncSpec qdevice(String address, Consumer<? super QDeviceSpec> block) {
    return qdevice(address, false, block);
  }

  /**
   * Sets up a QDevice in spite of an odd number of nodes: it then has so many votes that the
   * cluster can not do without it.
   */
  public CorosyncSpec forcedQdevice(String address) {
    return forcedQdevice(address, q -> {});
  }

  /**
   * Sets up a QDevice in spite of an odd number of nodes, with what is known of its host.
   *
   * @param address address of the host
   * @param block where the host is
   * @return this scope
   */
  public CorosyncSpec forcedQdevice(String address, Consumer<? super QDeviceSpec> block) {
    return qdevice(address, true, block);
  }

  private CorosyncSpec qdevice(String address, boolean force, Consumer<? super QDeviceSpec> block) {
    QDeviceSpec spec = new QDeviceSpec(definition, at.child("qdevice"), force);
    declare(spec, block, () -> spec.qdevice.address(IpAddress.parse(address)).build())
        .ifPresent(corosync::qdevice);
    return this;
  }

  private CorosyncSpec add(CorosyncLink.Builder link, int number, NetworkRef network) {
    make(
            at.child("link" + number),
            () -> link.number(number)
                .network(network.name())
                .declaredAt(CallSite.here())
                .build(),
            network)
        .ifPresent(corosync::addLink);
    return this;
  }
}
