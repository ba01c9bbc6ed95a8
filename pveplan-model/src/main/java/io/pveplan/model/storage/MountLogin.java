package io.pveplan.model.storage;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps logins out of the mount options: the options end as they are in scripts, in storage.cfg and
 * in the plan that is written, and a secret would with them.
 */
final class MountLogin {

  // cifs-utils, mount.cifs(8): user, password, credentials and domain have short forms.
  private static final Pattern CIFS_SECRET = Pattern.compile("pass.*");
  private static final Pattern CIFS_LOGIN =
      Pattern.compile("user|username|cred.*|dom|domain|workg.*");

  // ceph, mount.ceph(8) and mount.fuse.ceph(8), which takes settings of Ceph after "ceph.".
  private static final Pattern CEPH_SECRET =
      Pattern.compile("secret|pass.*|(?:ceph\\.)?key|ceph\\.secret");
  private static final Pattern CEPH_LOGIN =
      Pattern.compile("secretfile|name|(?:ceph\\.)?(?:id|keyfile|keyring)|ceph\\.name");

  private MountLogin() {}

  static void requireNoneInCifs(Optional<String> options) {
    options.ifPresent(it -> require(
        it,
        CIFS_SECRET,
        CIFS_LOGIN,
        "Leave it out, and say login(user, where the password is to be had) and domain(..): the"
            + " fields username, password and domain."));
  }

  static void requireNoneInCephFs(Optional<String> options) {
    options.ifPresent(it -> require(
        it,
        CEPH_SECRET,
        CEPH_LOGIN,
        "Leave it out, and say username(..) and, for another cluster, keyring(the file with the"
            + " key): the fields username and keyring."));
  }

  // What is refused is never shown with its value. That is why the form is looked at last: its
  // message shows all options.
  private static void require(String options, Pattern secret, Pattern login, String advice) {
    for (String option : options.split(",")) {
      String name = option.replaceFirst("(?s)=.*", "").strip().toLowerCase(Locale.ROOT);
      if (secret.matcher(name).matches()) {
        throw new InvalidValueException(
            "a mount option " + shown(name) + " would show a secret in clear text", advice);
      }
      if (login.matcher(name).matches()) {
        throw new InvalidValueException(
            "the mount option " + shown(name) + " says what there is a field for", advice);
      }
    }
    NameFormat.MOUNT_OPTIONS.require(options);
  }

  // A value may follow what starts like a name: passSecret.
  private static String shown(String name) {
    return name.startsWith("pass") && !name.matches("pass(?:word2?|wd)?") ? "pass.." : name;
  }
}
