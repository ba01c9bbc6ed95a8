/**
 * Rules about local and shared storage. Begin with {@link io.pveplan.rules.storage.StorageRules}.
 */
@NullMarked
package io.pveplan.rules.storage;

import org.jspecify.annotations.NullMarked;
