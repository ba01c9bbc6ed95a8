package io.pveplan.rules.fluent;

import io.pveplan.model.PlanPath;

/**
 * Something that belongs to a node or a guest, together with what it belongs to.
 *
 * <pre>{@code
 * .forEach(nics()).should("have the name of their node", nic ->
 *     nic.value().name().startsWith(nic.owner().name()))
 * }</pre>
 *
 * @param <O> what it belongs to
 * @param <T> what it is
 * @param owner the node or guest it belongs to
 * @param value the part itself
 * @param path its place in the plan
 * @since 0.1
 */
public record Part<O, T>(O owner, T value, PlanPath path) {}
