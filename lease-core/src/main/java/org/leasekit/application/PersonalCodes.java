package org.leasekit.application;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseId;

/** Makes discount codes that nobody guesses without the secret: 50 bits of an HMAC, in letters hard to confuse. */
final class PersonalCodes {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final int BITS = 5;

  private PersonalCodes() {}

  /**
   * A code; the same arguments give the same one.
   *
   * @param attempt counts from 0: another one, should the last be taken
   */
  static String code(String secret, LessorId lessor, CaseId renewalCase, int attempt) {
    byte[] hash = hash(secret, lessor + "\n" + renewalCase + "\n" + attempt);
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = bits << Byte.SIZE | hash[i] & 0xFF;
    }
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt((int) (bits >>> i * BITS & (1 << BITS) - 1)));
    }
    return code.toString();
  }

  private static byte[] hash(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
