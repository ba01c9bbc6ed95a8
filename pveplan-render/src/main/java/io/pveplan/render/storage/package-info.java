/**
 * The storages of the cluster.
 *
 * <p>Start at {@link io.pveplan.render.storage.StorageRenderer}.
 */
@NullMarked
package io.pveplan.render.storage;

import org.jspecify.annotations.NullMarked;
