package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import java.util.HashSet;
import java.util.Set;

/** What the parts of cloud-init may not have in common. */
final class CloudInitCheck {

  private CloudInitCheck() {}

  /** Refuses what is no user anywhere; which of the two it may be the machine knows. */
  static void requireUser(String user) {
    if (!NameFormat.WINDOWS_USER_NAME.matches(user)) {
      NameFormat.USER_NAME.require(user);
    }
  }

  /** Refuses a login that the system of a machine has not, unless its template says which that is. */
  static void requireUserOf(Vm vm) {
    if (vm.ostype().isPresent() || vm.clone().isEmpty()) {
      NameFormat form = vm.forWindows() ? NameFormat.WINDOWS_USER_NAME : NameFormat.USER_NAME;
      vm.cloudInit().flatMap(CloudInit::user).ifPresent(form::require);
    }
  }

  static void requireSnippet(Volume volume) {
    if (!volume.directory().equals("snippets")) {
      throw new InvalidValueException(
          volume + " is not a snippet",
          "Name a file below snippets, for example nas:snippets/web.yaml.",
          "CI-007");
    }
  }

  static void requireOneOfEachName(CloudInit cloudInit) {
    Set<String> names = new HashSet<>();
    cloudInit.user().ifPresent(names::add);
    for (CloudInitAccount account : cloudInit.accounts()) {
      if (!names.add(account.name())) {
        throw new InvalidValueException(
            "user " + account.name() + " is there twice",
            "Declare each user once; the login counts.");
      }
    }
  }

  static void requireOneOfEachPath(CloudInit cloudInit) {
    Set<String> paths = new HashSet<>();
    for (CloudInitFile file : cloudInit.files()) {
      if (!paths.add(file.path())) {
        throw new InvalidValueException(
            "file " + file.path() + " is there twice", "Declare each file once.");
      }
    }
  }
}
