package io.pveplan.rules.failure.internal.ha;

/**
 * A node as the scheduler sees it.
 *
 * @param name name
 * @param cpus logical CPUs
 * @param memory bytes of memory
 */
public record HaNode(String name, int cpus, long memory) {}
