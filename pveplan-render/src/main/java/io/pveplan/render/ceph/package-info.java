/** Ceph: scripts, previews, capacity. Begin with {@link io.pveplan.render.ceph.CephRenderer}. */
@NullMarked
package io.pveplan.render.ceph;

import org.jspecify.annotations.NullMarked;
