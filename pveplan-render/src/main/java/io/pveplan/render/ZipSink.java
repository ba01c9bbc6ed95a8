package io.pveplan.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files as a zip whose bytes depend on nothing but the files. */
final class ZipSink {

  // Local time, so that no time zone gets in. The very first moment of 1980 stands for "earlier" in
  // java.util.zip, which then adds the moment in UTC.
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);

  // Field offsets from PKWARE's APPNOTE, 4.3.12 and 4.3.16.
  private static final int END_LENGTH = 22;
  private static final int END_COUNT = 10;
  private static final int END_DIRECTORY_OFFSET = 16;
  private static final int ENTRY_LENGTH = 46;
  private static final int ENTRY_MADE_BY_SYSTEM = 5;
  private static final int ENTRY_NAME_LENGTH = 28;
  private static final int ENTRY_EXTRA_LENGTH = 30;
  private static final int ENTRY_EXTERNAL_ATTRIBUTES = 38;
  private static final byte UNIX = 3;
  private static final int REGULAR_FILE = 0100000;

  private ZipSink() {}

  static void write(List<Artifact> files, Path zip) {
    Path target = zip.toAbsolutePath().normalize();
    try {
      Files.createDirectories(target.getParent());
      Path fresh = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
      try {
        Files.write(fresh, bytes(files));
        Posix.set(fresh, FileMode.FILE);
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not write " + target, e);
    }
  }

  static void write(List<Artifact> files, OutputStream out) {
    try {
      out.write(bytes(files));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("can not write the zip", e);
    }
  }

  private static byte[] bytes(List<Artifact> files) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(buffer, StandardCharsets.UTF_8)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Artifact file : files) {
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(file.path());
        entry.setTimeLocal(EPOCH);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    }
    byte[] bytes = buffer.toByteArray();
    setModes(bytes, files);
    return bytes;
  }

  // java.util.zip has no way to set permissions, so they are put into the finished directory.
  private static void setModes(byte[] bytes, List<Artifact> files) {
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int end = bytes.length - END_LENGTH;
    int count = Short.toUnsignedInt(zip.getShort(end + END_COUNT));
    if (count != files.size()) {
      throw new IllegalStateException(
          "a bundle of " + files.size() + " files is too big for a zip");
    }
    int at = zip.getInt(end + END_DIRECTORY_OFFSET);
    for (Artifact file : files) {
      zip.put(at + ENTRY_MADE_BY_SYSTEM, UNIX);
      zip.putInt(at + ENTRY_EXTERNAL_ATTRIBUTES, (REGULAR_FILE | file.mode().bits()) << 16);
      at += ENTRY_LENGTH
          + Short.toUnsignedInt(zip.getShort(at + ENTRY_NAME_LENGTH))
          + Short.toUnsignedInt(zip.getShort(at + ENTRY_EXTRA_LENGTH));
    }
  }
}
