package io.pveplan.render.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Hands rendered text to the programs that read it in real life.
 *
 * <p>Where a program is missing the test is skipped with its name; with {@code
 * PVEPLAN_CONFORMANCE=required} in the environment it fails. Only terraform stays optional: no
 * package archive of a Linux distribution carries it, and HashiCorp's parser judges the same text.
 */
public final class RealPrograms {

  /** What a program answered. */
  public record Outcome(int status, String output) {

    /** Asserts that it found nothing to say. */
    public void isSilent() {
      assertThat(this).isEqualTo(new Outcome(0, ""));
    }

    /** Asserts that it succeeded, and gives its output. */
    public String succeeded() {
      assertThat(status).as(output).isZero();
      return output;
    }
  }

  private static final String IFUPDOWN2_CONF = "/etc/network/ifupdown2/ifupdown2.conf";

  private static final String NOT_JUDGED = "error: recv() error: [Errno 22] Invalid argument";

  // ifupdown2 writes its state to /run/network and takes its settings from one fixed place.
  private static final String IN_NAMESPACE =
      "mkdir -p /run/network && mount -t tmpfs none /run/network"
          + " && mount --bind \"$1\" "
          + IFUPDOWN2_CONF
          + " && ip link set lo up && shift && exec \"$@\"";

  // Proxmox VE writes "none" for a bridge without ports, and takes an MTU on a bridge. Debian's
  // ifupdown2 warns of both and does as told: "none" names no interface it has to wait for.
  // The words of Open vSwitch it knows only beside that.
  private static final Pattern TOLERATED = Pattern.compile(
      "warning: \\S+: (?:bridge-ports: invalid value \"none\": .*|bridge inherits mtu .*)"
          + "|error: .*: unsupported keyword \\(ovs_\\w+\\)"
          + "|warning: \\S+: unsupported attribute 'ovs_\\w+'.*");

  private RealPrograms() {}

  /** Runs {@code bash -n} and shellcheck, down to its level "info". */
  public static void acceptShell(String script) {
    run(script, need("bash"), "-n").isSilent();
    run(script, need("shellcheck"), "--severity=info", "--format=gcc", "-").isSilent();
  }

  /** Runs a script with bash. */
  public static Outcome bash(String script) {
    return run(script, need("bash"));
  }

  /** Runs a script that calls Ceph's tools for maps. */
  public static Outcome cephTools(String script) {
    need("crushtool");
    need("osdmaptool");
    return bash(script);
  }

  /** Runs ifupdown2's syntax check with all its add-ons, away from the interfaces of the machine. */
  public static void acceptInterfaces(String text) {
    Outcome outcome = ifupdown2(text, "ifup", "--syntax-check", "--all");
    String rest = outcome
        .output()
        .lines()
        .filter(line -> !TOLERATED.matcher(line).matches())
        .collect(Collectors.joining("\n"));
    assertThat(rest).isEmpty();
    assertThat(outcome.output().isEmpty() && outcome.status() != 0)
        .as("status %d without a word", outcome.status())
        .isFalse();
  }

  /** What ifupdown2 understood, as JSON. */
  public static String readInterfaces(String text) {
    return ifupdown2(text, "ifquery", "--format", "json", "--all").succeeded();
  }

  // Now and then the kernel refuses ifupdown2 the list of interfaces: then it has not judged the
  // file.
  private static Outcome ifupdown2(String text, String program, String... options) {
    Outcome outcome = ifupdown2Once(text, program, options);
    for (int again = 0; again < 2 && outcome.output().contains(NOT_JUDGED); again++) {
      outcome = ifupdown2Once(text, program, options);
    }
    return outcome;
  }

  private static Outcome ifupdown2Once(String text, String program, String... options) {
    String path = need(program);
    needNamespaces();
    Path directory = scratch();
    try {
      String settings = Files.readString(Path.of(IFUPDOWN2_CONF));
      Path conf = directory.resolve("ifupdown2.conf");
      // Proxmox VE's package allows several VLAN-aware bridges, Debian's does not.
      Files.writeString(
          conf,
          settings
              .replaceAll("(?m)^addon_syntax_check=.*$", "addon_syntax_check=1")
              .replaceAll("(?m)^(multiple_vlan_aware_bridge_support)=.*$", "$1=1"));
      Path file = directory.resolve("interfaces");
      Files.writeString(file, text);
      Stream<String> command =
          Stream.of("unshare", "-n", "-m", "bash", "-c", IN_NAMESPACE, "-", conf.toString(), path);
      Stream<String> arguments = Stream.of("-i", file.toString());
      return run(
          "",
          Stream.of(command, Stream.of(options), arguments)
              .flatMap(words -> words)
              .toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(directory);
    }
  }

  /**
   * Runs the formatter of Terraform, which has nothing to change: as a package of npm, and
   * terraform itself where it is installed.
   */
  public static void acceptHclLayout(String text) {
    formatAsPackage(text);
    if (!find("terraform").isEmpty()) {
      formatByTerraform(text);
    }
  }

  static void formatByTerraform(String text) {
    assertThat(terraform(text, "fmt", "-no-color", "-").succeeded()).isEqualTo(text);
  }

  /** Evaluates an expression beside a file {@code main.tf}; one that needs no provider. */
  public static String terraformValue(String text, String expression) {
    Path directory = scratch();
    try {
      Files.writeString(directory.resolve("main.tf"), text);
      return terraform(expression + "\n", "-chdir=" + directory, "console")
          .succeeded()
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(directory);
    }
  }

  private static Outcome terraform(String input, String... arguments) {
    if (find("terraform").isEmpty()) {
      Assumptions.abort("terraform is not installed");
    }
    return run(
        input, Stream.concat(Stream.of("terraform"), Stream.of(arguments)).toArray(String[]::new));
  }

  static void formatAsPackage(String text) {
    String program = "require(process.argv[1]).format(require('fs').readFileSync(0, 'utf8'))"
        + ".then(text => process.stdout.write(text),"
        + " e => { console.log(String(e)); process.exit(1); })";
    assertThat(node(text, program, "@cdktn", "hcl-tools").succeeded()).isEqualTo(text);
  }

  /**
   * What HashiCorp's parser read, as JSON; strings are in the form of Terraform's JSON syntax, in
   * which <code>${</code> still opens a template.
   */
  public static String hclAsJson(String text) {
    String program =
        "require(process.argv[1]).parse('main.tf', require('fs').readFileSync(0, 'utf8'))"
            + ".then(read => console.log(JSON.stringify(read)),"
            + " e => { console.log(String(e)); process.exit(1); })";
    return node(text, program, "@cdktf", "hcl2json").succeeded();
  }

  private static Outcome node(String input, String program, String scope, String name) {
    String modules = System.getenv().getOrDefault("PVEPLAN_NODE_MODULES", "");
    Path module = Path.of(modules, scope, name);
    if (!Files.isDirectory(module)) {
      missing(scope + "/" + name + " below PVEPLAN_NODE_MODULES");
    }
    return run(input, need("node"), "-e", program, module.toString());
  }

  /** What Python's YAML 1.1 reader read, as JSON. */
  public static String yamlAsJson(String text) {
    if (run("", need("python3"), "-c", "import yaml").status() != 0) {
      missing("python3 with yaml");
    }
    String program = "import json, sys, yaml\n"
        + "print(json.dumps(yaml.safe_load(sys.stdin.buffer.read()), default=repr))";
    return run(text, "python3", "-c", program).succeeded();
  }

  /** What Python's TOML reader read, as JSON. */
  public static String tomlAsJson(String text) {
    if (run("", need("python3"), "-c", "import tomllib").status() != 0) {
      missing("python3 with tomllib");
    }
    String program = "import json, sys, tomllib\nprint(json.dumps(tomllib.load(sys.stdin.buffer)))";
    return run(text, "python3", "-c", program).succeeded();
  }

  /** What Python's reader of CSV read, as JSON. */
  public static String csvAsJson(String text) {
    String program = "import csv, io, json, sys\n"
        + "text = io.StringIO(sys.stdin.buffer.read().decode(), newline='')\n"
        + "print(json.dumps(list(csv.reader(text, strict=True)), ensure_ascii=False))";
    return run(text, need("python3"), "-X", "utf8", "-c", program).succeeded();
  }

  /** Runs yamllint with its relaxed rules, except for the length of lines. */
  public static void acceptYaml(String text) {
    String rules = "{extends: relaxed, rules: {line-length: disable}}";
    run(text, need("yamllint"), "--strict", "-f", "parsable", "-d", rules, "-").isSilent();
  }

  /** Runs {@code cloud-init schema} on user-data. */
  public static void acceptUserData(String text) {
    String program = need("cloud-init");
    Path directory = scratch();
    try {
      Path file = directory.resolve("user-data");
      Files.writeString(file, text);
      run("", program, "schema", "--config-file", file.toString()).succeeded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(directory);
    }
  }

  /**
   * Hands network-config, version 2, to the reader of cloud-init and to netplan, which reads the
   * same format.
   */
  public static void acceptNetworkConfig(String text) {
    String netplan = need("netplan");
    // The package of the distribution belongs to its own Python.
    String python = "/usr/bin/python3";
    if (run("", python, "-c", "import yaml, cloudinit.net.network_state").status() != 0) {
      missing(python + " with yaml and cloudinit");
    }
    String reader = "import sys, yaml\n"
        + "from cloudinit.net import network_state\n"
        + "read = network_state.parse_net_config_data(yaml.safe_load(sys.stdin))\n"
        + "assert read is not None\n"
        + "list(read.iter_interfaces())\n"
        + "list(read.iter_routes())\n";
    run(text, python, "-c", reader).isSilent();
    Path directory = scratch();
    try {
      Path file = Files.createDirectories(directory.resolve("etc/netplan")).resolve("50.yaml");
      Files.writeString(file, "network:\n" + text.indent(2));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      run("", netplan, "generate", "--root-dir", directory.toString()).succeeded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(directory);
    }
  }

  /**
   * Runs {@code corosync -t} as each node of the file, in a name space that has its host name and
   * all addresses, with a key made for it.
   */
  public static void acceptCorosync(String text) {
    String program = need("corosync");
    needNamespaces();
    Path directory = scratch();
    try {
      Path key = directory.resolve("authkey");
      Files.write(key, new byte[256]);
      Path file = directory.resolve("corosync.conf");
      Files.writeString(file, text.replaceFirst("(?m)^totem \\{$", "totem {\n  keyfile: " + key));
      String addresses = found(text, "ring[0-7]_addr: (\\S+)")
          .map(it -> "ip address add " + it + (it.contains(":") ? "/128" : "/32") + " dev lo && ")
          .collect(Collectors.joining());
      List<String> nodes = found(text, "  name: (\\S+)").toList();
      assertThat(nodes).isNotEmpty();
      for (String node : nodes) {
        String script = "hostname " + node + " && ip link set lo up && " + addresses + "exec "
            + program + " -t -c " + file;
        run("", "unshare", "-n", "-u", "bash", "-c", script).succeeded();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(directory);
    }
  }

  /** Lets chronyd read a file and print its directives. */
  public static void acceptChrony(String text) {
    Path directory = scratch();
    try {
      Path file = Files.writeString(directory.resolve("chrony.conf"), text);
      run("", need("chronyd"), "-p", "-f", file.toString()).succeeded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(directory);
    }
  }

  /**
   * Lets multipath read a file {@code multipath.conf}, away from the devices of the machine. Where
   * there is no device mapper it ends behind that, so only what it says of the file counts.
   */
  public static void acceptMultipath(String text) {
    String program = need("multipath");
    needNamespaces();
    Path directory = scratch();
    try {
      Path file = Files.writeString(directory.resolve("multipath.conf"), text);
      // Its one place, and that of what it keeps, may not be there on a machine without multipath.
      String script = "file=$(cat " + file + "; echo .) && mount -t tmpfs none /etc"
          + " && printf '%s' \"${file%.}\" >/etc/multipath.conf && exec " + program + " -T";
      Outcome outcome = run("", "unshare", "-m", "bash", "-c", script);
      assertThat(outcome.output().lines().filter(line -> line.contains("multipath.conf")))
          .isEmpty();
      assertThat(outcome.output()).isNotEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(directory);
    }
  }

  /** What the resolver of the C library finds in a file {@code /etc/hosts}. */
  public static String readHosts(String text, String... names) {
    needNamespaces();
    Path directory = scratch();
    try {
      Path file = Files.writeString(directory.resolve("hosts"), text);
      String script = "mount --bind " + file + " /etc/hosts && for name in "
          + String.join(" ", names) + "; do getent -s files hosts \"$name\"; done";
      return run("", "unshare", "-m", "bash", "-c", script).succeeded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(directory);
    }
  }

  private static Stream<String> found(String text, String pattern) {
    return Pattern.compile("(?m)^ *" + pattern + "$")
        .matcher(text)
        .results()
        .map(found -> found.group(1));
  }

  private static void needNamespaces() {
    need("unshare");
    if (run("", "unshare", "-n", "-m", "true").status() != 0) {
      missing("the right to make name spaces (unshare -n -m)");
    }
  }

  private static String need(String program) {
    List<Path> found = find(program);
    if (found.isEmpty()) {
      missing(program);
    }
    return found.get(0).toString();
  }

  private static List<Path> find(String program) {
    // Where daemons and network programs lie is not on everybody's PATH.
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .toList();
  }

  private static void missing(String what) {
    if ("required".equals(System.getenv("PVEPLAN_CONFORMANCE"))) {
      // Not an AssertionError: that would be the verdict of a judge.
      throw new IllegalStateException(what + " is missing, and PVEPLAN_CONFORMANCE=required");
    }
    Assumptions.abort(what + " is missing");
  }

  private static Outcome run(String input, String... command) {
    Path directory = scratch();
    try {
      Path in = Files.writeString(directory.resolve("in"), input, StandardOpenOption.CREATE_NEW);
      Path out = directory.resolve("out");
      ProcessBuilder builder = new ProcessBuilder(command)
          .redirectInput(in.toFile())
          .redirectErrorStream(true)
          .redirectOutput(out.toFile());
      builder
          .environment()
          .putAll(Map.of(
              "LC_ALL", "C.UTF-8",
              "TF_CLI_CONFIG_FILE", "/dev/null",
              "CHECKPOINT_DISABLE", "1"));
      Process process = builder.start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " did not end");
      }
      return new Outcome(
          process.exitValue(), new String(Files.readAllBytes(out), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      delete(directory);
    }
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("pveplan-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
