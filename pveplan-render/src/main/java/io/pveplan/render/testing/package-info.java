/**
 * Kit for the tests of renderers; it throws {@link AssertionError} and needs no test library.
 *
 * <p>Start at {@link io.pveplan.render.testing.RendererContract}.
 */
@NullMarked
package io.pveplan.render.testing;

import org.jspecify.annotations.NullMarked;
