/**
 * What a plan becomes: renderers, the artifacts they make, and the bundle that holds them.
 *
 * <p>Start at {@link io.pveplan.render.Bundle}; to add a target of your own, at {@link
 * io.pveplan.render.Renderer}.
 */
@NullMarked
package io.pveplan.render;

import org.jspecify.annotations.NullMarked;
