package io.pveplan.rules.failure;

/**
 * Something that a goal needs and does not have.
 *
 * @param need what it needs
 * @param tolerated how many failures it stands, fewer than the goal says
 * @param example the first of the smallest failures that it does not stand
 * @since 0.1
 */
public record Shortfall(GoalNeed need, int tolerated, Survival example) {}
