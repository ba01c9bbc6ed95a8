package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.json.PlanFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Plans that no rule of the library has anything to say against, to be broken in one place by
 * {@link PlanChanges}.
 *
 * <pre>{@code
 * verify(new NodeWithoutRack()).on(HealthyPlans.threeNodes()).passes();
 * verify(new NodeWithoutRack())
 *     .on(withHardware(HealthyPlans.threeNodes(), "pve2", it -> it.rack(Optional.empty())))
 *     .reportsExactly("ACME-001[node/pve2]");
 * }</pre>
 *
 * <p>They tell every fact that a rule of the library needs, and change when a new rule needs more.
 *
 * @since 0.1
 */
public final class HealthyPlans {

  private static final ClusterPlan THREE_NODES = read("three-nodes.json");
  private static final ClusterPlan ONE_NODE = read("one-node.json");

  private HealthyPlans() {}

  /**
   * Three nodes pve1 to pve3 with Ceph, ZFS replication, NFS, iSCSI, HA, SDN, backup and Terraform.
   * The guests: 200 and 201 under HA, 210 a clone of template 9000, 220 replicated from pve1 to
   * pve2, 230 behind the SDN on pve3.
   *
   * @return always the same plan
   */
  public static ClusterPlan threeNodes() {
    return THREE_NODES;
  }

  /**
   * A single node pve1 with a ZFS pool, one guest 100 and a backup server.
   *
   * @return always the same plan
   */
  public static ClusterPlan oneNode() {
    return ONE_NODE;
  }

  private static ClusterPlan read(String file) {
    try (InputStream text = HealthyPlans.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(text, file).readAllBytes();
      return PlanFormat.JSON.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
