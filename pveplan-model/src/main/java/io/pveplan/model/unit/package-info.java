/** Amounts with their unit: sizes and rates. Start at {@link io.pveplan.model.unit.DataSize}. */
@NullMarked
package io.pveplan.model.unit;

import org.jspecify.annotations.NullMarked;
