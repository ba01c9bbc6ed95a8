package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import java.util.HashSet;
import java.util.Set;

/** What the parts of cloud-init may not have in common. */
final class CloudInitCheck {

  private CloudInitCheck() {}

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
