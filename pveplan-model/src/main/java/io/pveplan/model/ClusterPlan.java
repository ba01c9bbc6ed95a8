package io.pveplan.model;

/** Placeholder until the subjects are in. */
public record ClusterPlan(String name) {}
