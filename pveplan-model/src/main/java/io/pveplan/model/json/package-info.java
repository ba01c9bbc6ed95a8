/** The written form of a plan. Begin with {@link io.pveplan.model.json.PlanFormat}. */
@NullMarked
package io.pveplan.model.json;

import org.jspecify.annotations.NullMarked;
