/**
 * Which guest can be moved to which node, what it takes, and what is in the way.
 *
 * <p>{@link io.pveplan.rules.migration.Migratability} tells it for every guest and node as data,
 * {@link io.pveplan.rules.migration.MigratabilityReport} as text and tables, and {@link
 * io.pveplan.rules.migration.Moves} makes the command of one move.
 */
@NullMarked
package io.pveplan.rules.migration;

import org.jspecify.annotations.NullMarked;
