/** Renderers of high availability. Begin with {@link io.pveplan.render.ha.HaRenderer}. */
@NullMarked
package io.pveplan.render.ha;

import org.jspecify.annotations.NullMarked;
