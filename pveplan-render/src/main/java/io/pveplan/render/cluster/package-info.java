/**
 * What makes nodes of machines and a cluster of nodes: names, time, packages, Corosync, the options
 * of the datacenter.
 *
 * <p>Start at {@link io.pveplan.render.cluster.ClusterRenderer}.
 */
@NullMarked
package io.pveplan.render.cluster;

import org.jspecify.annotations.NullMarked;
