package io.pveplan.model;

/**
 * Placeholder until the subjects are in.
 *
 * @param name name of the cluster
 */
public record ClusterPlan(String name) {}
