/**
 * Networks, addresses and the interfaces of nodes. Begin with {@link
 * io.pveplan.model.network.Network}.
 */
@NullMarked
@PlanStyle
package io.pveplan.model.network;

import io.pveplan.model.internal.PlanStyle;
import org.jspecify.annotations.NullMarked;
