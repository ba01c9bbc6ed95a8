/** Shared by the packages of this module and hidden from everybody else. */
@NullMarked
package io.pveplan.model.internal;

import org.jspecify.annotations.NullMarked;
