package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A file that cloud-init writes. Its content stands in the plan and in the documents for all to
 * read, so that no secret belongs in it.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCloudInitFile.class)
@JsonDeserialize(as = ImmutableCloudInitFile.class)
public interface CloudInitFile extends Declared {

  /** Absolute path. */
  String path();

  /** Permissions in octal digits; 0644 when absent. */
  Optional<String> permissions();

  /** User, or user and group with a colon between; root:root when absent. */
  Optional<String> owner();

  /** Content: text with newlines as line ends. */
  String content();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CloudInitFile}; {@code build()} refuses what cloud-init could not write. */
  final class Builder extends ImmutableCloudInitFile.Builder {
    Builder() {}

    @Override
    public CloudInitFile build() {
      CloudInitFile built = super.build();
      new Faults()
          .check("path", () -> NameFormat.PATH.require(built.path()))
          .check(
              "permissions", () -> built.permissions().ifPresent(CloudInitForm.FILE_MODE::require))
          .check("owner", () -> built.owner().ifPresent(CloudInitForm.FILE_OWNER::require))
          .check("content", () -> CloudInitForm.requireText("content", built.content()))
          .end();
      return built;
    }
  }
}
