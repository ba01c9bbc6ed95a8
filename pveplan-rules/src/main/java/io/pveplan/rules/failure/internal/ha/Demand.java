package io.pveplan.rules.failure.internal.ha;

/**
 * What the scheduler counts a guest with.
 *
 * @param cpus its CPUs; 0 for a container without limit, which counts as all CPUs of its node
 * @param memory bytes of memory
 */
public record Demand(double cpus, long memory) {}
