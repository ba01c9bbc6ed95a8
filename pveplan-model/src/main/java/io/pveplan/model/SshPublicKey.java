package io.pveplan.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a {@code .pub} file. The key starts with the name of its type once more (RFC 4253,
 * section 6.6).
 */
final class SshPublicKey {

  /** Room for an RSA key of 16384 bits, the longest that OpenSSH makes, and a comment. */
  static final int LONGEST = 8192;

  // DSA is left out: OpenSSH refuses it since 7.0 and dropped it in 10.0.
  private static final Pattern LINE = Pattern.compile(
      "(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-ssh-ed25519@openssh\\.com"
          + "|sk-ecdsa-sha2-nistp256@openssh\\.com) ([A-Za-z0-9+/]+={0,2})(?: (.+))?");

  private static final int LENGTH_BYTES = 4;

  private SshPublicKey() {}

  static boolean isWellFormed(String value) {
    Matcher parts = LINE.matcher(value);
    return parts.matches()
        && startsWithType(parts.group(2), parts.group(1))
        && (parts.group(3) == null || NameFormat.LINE.matches(parts.group(3)));
  }

  private static boolean startsWithType(String base64, String type) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    int end = LENGTH_BYTES + name.length;
    byte[] expected = Arrays.copyOf(new byte[] {0, 0, 0, (byte) name.length}, end);
    System.arraycopy(name, 0, expected, LENGTH_BYTES, name.length);
    byte[] key = decoded(base64);
    return key.length > end && Arrays.equals(key, 0, end, expected, 0, end);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
