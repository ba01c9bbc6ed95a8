/**
 * Who may do what, and where secrets come from. Start at {@link
 * io.pveplan.model.access.SecretReference}.
 */
@NullMarked
package io.pveplan.model.access;

import org.jspecify.annotations.NullMarked;
