/**
 * Rules about Corosync, quorum and votes.
 *
 * <p>Start at {@link io.pveplan.rules.cluster.ClusterRules}.
 */
@NullMarked
package io.pveplan.rules.cluster;

import org.jspecify.annotations.NullMarked;
