package io.pveplan.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A part of a plan that remembers the line of user code that declared it.
 *
 * @since 0.1
 */
public interface Declared {

  /** The line that declared it; not part of equality, of JSON or of rendered files. */
  @Value.Auxiliary
  @JsonIgnore
  Optional<Origin> declaredAt();
}
