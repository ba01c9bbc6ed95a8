/** Entry package of the module. */
@NullMarked
package io.pveplan.render;

import org.jspecify.annotations.NullMarked;
