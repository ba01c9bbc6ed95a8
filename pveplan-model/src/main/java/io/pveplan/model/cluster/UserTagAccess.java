package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Which tags users without Sys.Modify on / may give to guests: the {@code user-tag-access} entry of
 * datacenter.cfg.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableUserTagAccess.class)
@JsonDeserialize(as = ImmutableUserTagAccess.class)
public interface UserTagAccess extends Declared {

  /** Which ones; any when absent. */
  Optional<UserTags> allowed();

  /** The list that {@link UserTags#LIST} and {@link UserTags#EXISTING} go by. */
  @Value.NaturalOrder
  SortedSet<String> list();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link UserTagAccess}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableUserTagAccess.Builder {
    Builder() {}

    @Override
    public UserTagAccess build() {
      UserTagAccess built = super.build();
      new Faults().each("list", built.list(), NameFormat.TAG::require).end();
      return built;
    }
  }
}
