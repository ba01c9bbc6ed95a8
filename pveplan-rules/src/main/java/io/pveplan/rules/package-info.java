/** Entry package of the module. */
@NullMarked
package io.pveplan.rules;

import org.jspecify.annotations.NullMarked;
