/** The plan as a whole: what the user said, its resolved view, and what is refused. */
@NullMarked
package io.pveplan.model;

import org.jspecify.annotations.NullMarked;
