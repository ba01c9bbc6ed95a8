package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A user that cloud-init makes beside the login. It has no password: whoever is to log in needs a
 * key.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCloudInitAccount.class)
@JsonDeserialize(as = ImmutableCloudInitAccount.class)
public interface CloudInitAccount extends Declared {

  /** Name. */
  String name();

  /** Groups besides its own; the image has to have them. */
  @Value.NaturalOrder
  SortedSet<String> groups();

  /** What it may do by sudo, as in sudoers behind the name: {@code ALL=(ALL) NOPASSWD:ALL}. */
  Optional<String> sudo();

  /** Login shell; that of the image when absent. */
  Optional<String> shell();

  /** Public SSH keys, one line each. */
  List<String> sshKeys();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CloudInitAccount}; {@code build()} refuses what no user can have. */
  final class Builder extends ImmutableCloudInitAccount.Builder {
    Builder() {}

    @Override
    public CloudInitAccount build() {
      CloudInitAccount built = super.build();
      new Faults()
          .check(() -> NameFormat.USER_NAME.require(built.name()))
          .each("groups", built.groups(), NameFormat.USER_NAME::require)
          .check("sudo", () -> built.sudo().ifPresent(NameFormat.LINE::require))
          .check("shell", () -> built.shell().ifPresent(NameFormat.PATH::require))
          .each("sshKeys", built.sshKeys(), NameFormat.SSH_KEY::require)
          .end();
      return built;
    }
  }
}
