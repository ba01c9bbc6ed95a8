/** Plans as somebody outside of the library writes them; lines inside of it are no lines of user code. */
@NullMarked
package io.pveplan.dsl.use;

import org.jspecify.annotations.NullMarked;
