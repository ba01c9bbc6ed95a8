/** Backup and restore. Begin with {@link io.pveplan.model.backup.Backup}. */
@NullMarked
@PlanStyle
package io.pveplan.model.backup;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
