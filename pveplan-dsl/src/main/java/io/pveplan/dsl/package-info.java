/** Entry package of the module. */
@NullMarked
package io.pveplan.dsl;

import org.jspecify.annotations.NullMarked;
