/**
 * Guests: the scripts that make them and their cloud-init documents. Begin with {@link
 * io.pveplan.render.guest.GuestsRenderer}.
 */
@NullMarked
package io.pveplan.render.guest;

import org.jspecify.annotations.NullMarked;
