package io.pveplan.dsl;

/**
 * A VLAN tag of a guest's network card, as {@link Pveplan#vlan} makes it.
 *
 * @param tag the tag; checked where it is used
 * @since 0.1
 */
public record VlanOption(int tag) {}
