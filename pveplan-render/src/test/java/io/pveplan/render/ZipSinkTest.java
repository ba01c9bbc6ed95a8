package io.pveplan.render;

import static io.pveplan.render.BundleTest.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipSinkTest {

  private static final Bundle BUNDLE = bundle(
      Artifact.script(Target.cluster(), Step.HA, "#!/bin/bash\n"),
      Artifact.document("empty", ""),
      Artifact.document("secret", "\u00e9\n").mode(FileMode.PRIVATE));

  @TempDir
  Path directory;

  @Test
  void a_zip_holds_files_and_permissions() throws IOException {
    Path zip = directory.resolve("x/plan.zip");

    BUNDLE.writeZip(zip);

    Map<String, String> contents = new TreeMap<>();
    Map<String, String> permissions = new TreeMap<>();
    try (FileSystem files =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
      try (Stream<Path> walk = Files.walk(files.getPath("/"))) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          String name = file.toString().substring(1);
          contents.put(name, Files.readString(file));
          permissions.put(name, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
      }
    }
    assertThat(contents).isEqualTo(BUNDLE.toMap());
    assertThat(permissions)
        .isEqualTo(Map.of(
            "MANIFEST.json", "rw-r--r--",
            "RUNBOOK.md", "rw-r--r--",
            "cluster/25-ha.sh", "rwxr-xr-x",
            "empty", "rw-r--r--",
            "secret", "rw-------"));
    assertThat(directory.resolve("x")).isDirectoryContaining(path -> path.equals(zip));
  }

  @Test
  void the_bytes_do_not_depend_on_the_place() {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      byte[] there = bytes();
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

      assertThat(bytes()).isEqualTo(there);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void an_existing_file_is_replaced_and_nothing_else_is_left() throws IOException {
    Path zip = directory.resolve("plan.zip");
    Files.writeString(zip, "old");

    BUNDLE.writeZip(zip);

    assertThat(zip).hasBinaryContent(bytes());
    try (Stream<Path> list = Files.list(directory)) {
      assertThat(list).containsExactly(zip);
    }
  }

  @Test
  void a_failed_run_leaves_the_old_file() throws IOException {
    Path zip = Files.createDirectory(directory.resolve("plan.zip"));
    Files.writeString(zip.resolve("old"), "old");

    assertThatThrownBy(() -> BUNDLE.writeZip(zip)).isInstanceOf(UncheckedIOException.class);

    try (Stream<Path> walk = Files.walk(directory)) {
      assertThat(walk).containsExactly(directory, zip, zip.resolve("old"));
    }
  }

  @Test
  void a_broken_stream_is_told() {
    assertThatThrownBy(() -> BUNDLE.writeZip(new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("full");
          }
        }))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("full");
  }

  private static byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BUNDLE.writeZip(out);
    return out.toByteArray();
  }
}
