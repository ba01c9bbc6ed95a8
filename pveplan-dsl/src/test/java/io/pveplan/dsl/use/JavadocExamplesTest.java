package io.pveplan.dsl.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in the Javadoc are code: what they show is compiled and run, and what they say is
 * refused is refused in those words.
 */
class JavadocExamplesTest {

  private static final Path SOURCES = Path.of("src/main/java/io/pveplan/dsl");
  private static final Pattern BLOCK =
      Pattern.compile("<pre>\\{@code\\n(.*?)}</pre>", Pattern.DOTALL);

  // What examples take for granted.
  private static final Map<String, String> CONTEXT = new LinkedHashMap<>();

  static {
    CONTEXT.put("mgmt", "c.network(\"mgmt\", \"10.20.0.0/24\", net -> net.gateway(\"10.20.0.1\"))");
    CONTEXT.put("ring", "c.network(\"ring\", \"10.20.1.0/24\", net -> net.carries(COROSYNC))");
    CONTEXT.put("storage", "c.network(\"storage\", \"172.20.50.0/24\", net -> {})");
    CONTEXT.put("guests", "c.network(\"guests\", net -> net.carries(GUEST))");
    CONTEXT.put("feedA", "c.circuit(\"feed-a\", \"ups-a\")");
    CONTEXT.put("sw1", "c.ethernetSwitch(\"sw1\", s -> s.ports(48, gbit(25)))");
    CONTEXT.put("nodes", "c.nodes(List.of(\"nodeA\", \"nodeB\"), name -> name, (n, name) -> {})");
    CONTEXT.put("nodeA", "nodes.get(0)");
    CONTEXT.put("nodeB", "nodes.get(1)");
    CONTEXT.put("nas", "c.storage(nfs(\"nas\", \"172.20.50.5\", \"/export/pve\"), s -> {})");
    CONTEXT.put(
        "backups",
        "c.storage(pbs(\"backups\", \"172.20.50.6\", \"store1\", \"a@pbs\", prompted()), s -> {})");
    CONTEXT.put("vmDisks", "c.cephPool(\"vm-disks\", p -> {})");
    CONTEXT.put("web", "c.vm(200, \"web\", v -> {})");
    CONTEXT.put("db", "c.vm(201, \"db\", v -> {})");
    CONTEXT.put("ev", "c.evpnController(\"ev\", 65000, ring)");
    CONTEXT.put("nat", "c.zone(simple(\"nat\"), z -> {})");
  }

  private record Statement(String code, String refusal) {

    boolean isRefused() {
      return !refusal.isEmpty();
    }

    boolean isAboutNode() {
      return code.startsWith("n.");
    }
  }

  private record Example(String name, List<Statement> statements) {}

  @TempDir
  private Path classes;

  @TestFactory
  Stream<DynamicTest> examples_do_what_they_say() throws IOException {
    List<Example> examples = examples();
    compile(examples);
    URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});

    assertThat(examples).hasSizeGreaterThan(95);
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> check(example, loader)));
  }

  private static void check(Example example, ClassLoader loader)
      throws ReflectiveOperationException {
    Method plan = loader.loadClass(example.name()).getDeclaredMethod("plan", int.class);
    plan.setAccessible(true);

    assertThat(plan.invoke(null, -1)).isInstanceOf(ClusterPlan.class);
    for (int i = 0; i < example.statements().size(); i++) {
      Statement statement = example.statements().get(i);
      int number = i;
      if (statement.isRefused()) {
        InvocationTargetException thrown =
            catchThrowableOfType(InvocationTargetException.class, () -> plan.invoke(null, number));

        assertThat(thrown).as(statement.code()).isNotNull();
        assertThat(thrown.getCause())
            .as(statement.code())
            .isInstanceOf(PlanDefinitionException.class)
            .hasMessageContaining(statement.refusal());
      }
    }
  }

  private static List<Example> examples() throws IOException {
    List<Example> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.sorted().toList()) {
        Matcher blocks = BLOCK.matcher(Files.readString(file));
        while (blocks.find()) {
          String type = file.getFileName().toString().replace(".java", "");
          found.add(new Example(type + "_" + found.size(), statements(blocks.group(1))));
        }
      }
    }
    return found;
  }

  private static List<Statement> statements(String block) {
    List<Statement> found = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    for (String line : block.split("\n")) {
      String text = line.replaceFirst("^ *\\* ?", "");
      int comment = text.indexOf(" // ");
      String said = comment < 0 ? "" : text.substring(comment + 4);
      code.append(comment < 0 ? text : text.substring(0, comment)).append('\n');
      if (isWhole(code.toString())) {
        String refusal = said.startsWith("refused: ") ? said.substring("refused: ".length()) : "";
        if (!code.toString().isBlank() && !code.toString().startsWith("import ")) {
          found.add(new Statement(code.toString().strip(), refusal));
        }
        code.setLength(0);
      }
    }
    return found;
  }

  private static boolean isWhole(String code) {
    long open = code.chars().filter(c -> c == '{' || c == '(').count();
    long closed = code.chars().filter(c -> c == '}' || c == ')').count();
    String text = code.strip();
    return open == closed && (text.isEmpty() || text.endsWith(";") || text.startsWith("record "));
  }

  private static String source(Example example) {
    StringBuilder all = new StringBuilder();
    example.statements().forEach(it -> all.append(it.code()).append('\n'));
    StringBuilder whole = new StringBuilder();
    StringBuilder outside = new StringBuilder();
    StringBuilder inNode = new StringBuilder();
    for (int i = 0; i < example.statements().size(); i++) {
      Statement each = example.statements().get(i);
      StringBuilder place = each.isAboutNode() ? inNode : outside;
      (each.code().contains("cluster(") ? whole : place)
          .append(
              each.isRefused() ? "if (which == " + i + ") { " + each.code() + " }" : each.code())
          .append('\n');
    }
    return """
        import static io.pveplan.dsl.Pveplan.*;
        import static io.pveplan.model.Traffic.*;
        import io.pveplan.dsl.*;
        import io.pveplan.model.*;
        import io.pveplan.model.automation.*;
        import io.pveplan.model.ceph.*;
        import io.pveplan.model.cluster.*;
        import io.pveplan.model.guest.Bios;
        import io.pveplan.model.ha.*;
        import io.pveplan.model.hardware.*;
        import io.pveplan.model.network.*;
        import io.pveplan.model.storage.ContentType;
        import io.pveplan.model.storage.IscsiProvider;
        import io.pveplan.model.storage.NfsVersion;
        import io.pveplan.model.storage.SessionStartup;
        import io.pveplan.model.storage.ZfsRaid;
        import io.pveplan.model.unit.DataRate;
        import io.pveplan.model.unit.DataSize;
        import java.time.LocalDate;
        import java.util.List;

        final class %s {
          static ClusterPlan plan(int which) {
            %s
            return cluster("prod", c -> {
              c.node("doc0", n -> n.bridge("vmbr0", b -> {}).bridge("vmbr1", b -> {}));
              %s
              %s
              c.node("doc9", n -> {
                %s
              });
            });
          }
        }
        """.formatted(example.name(), whole, context(all.toString()), outside, inNode);
  }

  private static String context(String code) {
    StringBuilder needed = new StringBuilder(code);
    List<String> names = new ArrayList<>(CONTEXT.keySet());
    StringBuilder lines = new StringBuilder();
    for (int i = names.size() - 1; i >= 0; i--) {
      String name = names.get(i);
      boolean used = Pattern.compile("(?<![\\w.\"-])" + name + "(?![\\w\"-])")
          .matcher(needed)
          .find();
      if (used && !code.contains("var " + name + " =")) {
        lines.insert(0, "var " + name + " = " + CONTEXT.get(name) + ";\n");
        needed.append(CONTEXT.get(name));
      }
    }
    return lines.toString();
  }

  private void compile(List<Example> examples) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter out = new StringWriter();
    List<String> options = List.of(
        "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    List<JavaFileObject> sources = examples.stream()
        .<JavaFileObject>map(example -> new Source(example.name(), source(example)))
        .toList();

    assertThat(compiler.getTask(out, null, null, options, null, sources).call())
        .as(out::toString)
        .isTrue();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
