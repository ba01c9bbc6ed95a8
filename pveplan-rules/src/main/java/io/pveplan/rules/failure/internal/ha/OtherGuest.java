package io.pveplan.rules.failure.internal.ha;

/**
 * A running guest that is no HA resource: it stays where it is and weighs there.
 *
 * @param node its node
 * @param demand what it counts with
 */
public record OtherGuest(String node, Demand demand) {}
