package io.pveplan.render.storage;

import static io.pveplan.dsl.Pveplan.cephFsStorage;
import static io.pveplan.dsl.Pveplan.cifs;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.esxi;
import static io.pveplan.dsl.Pveplan.fromEnvironment;
import static io.pveplan.dsl.Pveplan.fromFile;
import static io.pveplan.dsl.Pveplan.pbs;
import static io.pveplan.dsl.Pveplan.prompted;
import static io.pveplan.dsl.Pveplan.rbd;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.access.SecretReference;
import io.pveplan.render.Renderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole bundle names where secrets are, also where this machine could look them up. */
class NoSecretInFilesTest {

  // Each machine has it, and nothing that is rendered says it by chance.
  private static final String VARIABLE = "PATH";
  private static final String SECRET = "S3cretOfTheFile";
  private static final Pattern PASSWORD = Pattern.compile("--password(\\S*)[ =]?(\\S*)");

  @TempDir
  private Path directory;

  @Test
  void a_bundle_has_the_names_of_secrets_and_no_secret() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), SECRET + "\n");
    Path keyring = Files.writeString(directory.resolve("keyring"), SECRET + "\n");

    Map<String, String> bundle =
        Renderers.standard().render(plan(file.toString(), keyring.toString())).toMap();
    String all = String.join("\n", bundle.values());

    assertThat(all)
        .contains("env:" + VARIABLE, "${" + VARIABLE + ":?}", file.toString(), keyring.toString())
        .contains("\"prompt\"")
        .doesNotContain(SECRET, System.getenv(VARIABLE));
    TreeSet<String> passed = new TreeSet<>();
    Matcher password = PASSWORD.matcher(all);
    while (password.find()) {
      passed.add(password.group());
    }
    assertThat(passed).containsExactly("--password ''");
  }

  private static ResolvedPlan plan(String file, String keyring) {
    return ResolvedPlan.of(cluster("lab", c -> {
      c.node("pve1", n -> {});
      Map<String, SecretReference> kinds =
          Map.of("env", fromEnvironment(VARIABLE), "file", fromFile(file), "ask", prompted());
      for (String kind : List.of("ask", "env", "file")) {
        SecretReference secret = kinds.get(kind);
        c.storage(cifs("smb-" + kind, "192.0.2.61", "pve"), s -> s.login("pve", secret));
        c.storage(pbs("pbs-" + kind, "192.0.2.62", kind, "pve@pbs", secret), s -> {});
        c.storage(esxi("esxi-" + kind, "192.0.2.63", "root", secret), s -> {});
      }
      c.storage(rbd("remote", "vms"), s -> s.monitors("192.0.2.64").keyring(fromFile(keyring)));
      c.storage(
          cephFsStorage("remote-fs"), s -> s.monitors("192.0.2.64").keyring(fromFile(keyring)));
    }));
  }
}
