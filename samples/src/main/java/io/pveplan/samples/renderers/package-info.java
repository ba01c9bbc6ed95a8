/** Renderers of one's own. Begin with {@link io.pveplan.samples.renderers.CustomRenderer}. */
@NullMarked
package io.pveplan.samples.renderers;

import org.jspecify.annotations.NullMarked;
