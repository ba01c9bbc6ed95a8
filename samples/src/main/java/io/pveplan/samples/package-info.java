/** Programs somebody would run. */
@NullMarked
package io.pveplan.samples;

import org.jspecify.annotations.NullMarked;
