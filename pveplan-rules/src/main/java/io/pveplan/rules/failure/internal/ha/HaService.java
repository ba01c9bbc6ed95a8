package io.pveplan.rules.failure.internal.ha;

import io.pveplan.model.ha.HaState;

/**
 * An HA resource, as the HA manager has it in its configuration.
 *
 * @param sid ID, {@code vm:100} or {@code ct:100}
 * @param node the node its configuration lies on at first
 * @param wanted state asked for
 * @param maxRestart further attempts to start it on one node
 * @param maxRelocate other nodes to try
 * @param failback whether it returns to a node of a higher priority
 * @param demand what it counts with
 */
public record HaService(
    String sid,
    String node,
    HaState wanted,
    int maxRestart,
    int maxRelocate,
    boolean failback,
    Demand demand) {}
