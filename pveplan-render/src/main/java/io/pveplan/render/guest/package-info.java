/**
 * Guests: their cloud-init documents. Begin with {@link
 * io.pveplan.render.guest.CloudInitRenderer}.
 */
@NullMarked
package io.pveplan.render.guest;

import org.jspecify.annotations.NullMarked;
