/** Storages, ZFS pools and replication. Begin with {@link io.pveplan.model.storage.Storage}. */
@NullMarked
@PlanStyle
package io.pveplan.model.storage;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
