/** Renderers about machines and the cables between them. */
@NullMarked
package io.pveplan.render.hardware;

import org.jspecify.annotations.NullMarked;
