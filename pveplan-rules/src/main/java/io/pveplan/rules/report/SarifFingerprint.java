package io.pveplan.rules.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** What makes two results of two runs the same finding: its key, not its line or wording. */
final class SarifFingerprint {

  private SarifFingerprint() {}

  /**
   * Under our name, and under the only one that GitHub's code scanning reads. It would compute the
   * latter from the line of code, and take the nodes that one loop declares for one alert (GitHub
   * docs, SARIF support for code scanning, fingerprint generation).
   */
  static SortedMap<String, String> of(String key) {
    SortedMap<String, String> fingerprints = new TreeMap<>();
    fingerprints.put("pveplanKey/v1", key);
    fingerprints.put("primaryLocationLineHash", hash(key) + ":1");
    return fingerprints;
  }

  // Sixteen digits, as many as the hashes it replaces.
  private static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
