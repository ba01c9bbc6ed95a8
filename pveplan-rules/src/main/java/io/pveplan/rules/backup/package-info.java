/**
 * Rules about backup and restore.
 *
 * <p>Start at {@link io.pveplan.rules.backup.BackupRules}.
 */
@NullMarked
package io.pveplan.rules.backup;

import org.jspecify.annotations.NullMarked;
