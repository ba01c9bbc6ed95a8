/** How a plan is written. Begin with {@link io.pveplan.dsl.Pveplan#cluster}. */
@NullMarked
package io.pveplan.dsl;

import org.jspecify.annotations.NullMarked;
