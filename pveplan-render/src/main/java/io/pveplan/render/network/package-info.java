/**
 * The network of the nodes.
 *
 * <p>Start at {@link io.pveplan.render.network.InterfacesRenderer}.
 */
@NullMarked
package io.pveplan.render.network;

import org.jspecify.annotations.NullMarked;
