package org.leasekit.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leasekit.party.LessorId;
import org.leasekit.port.RenewalLinks;
import org.leasekit.renewal.CaseId;
import org.leasekit.testkit.RenewalLinksContract.Opened;

/** Runs the contract tests of renewal links on some that are right, and on some that break a rule. */
class BrokenLinksTest {

  /** What may be wrong with links and with what opens them, and the rule that it breaks. */
  enum Fault {
    NONE(null),
    NOT_SIGNED("RenewalLinks rule 1"),
    LESSOR_NOT_SIGNED("RenewalLinks rule 1"),
    EXPIRY_NOT_SIGNED("RenewalLinks rule 1"),
    SECRET_NOT_USED("RenewalLinks rule 1"),
    OPENS_AT_EXPIRY("RenewalLinks rule 1"),
    SIGNATURE_MAY_BE_CUT("RenewalLinks rule 1"),
    NEVER_THE_SAME("RenewalLinks rule 2");

    private final String rule;

    Fault(String rule) {
      this.rule = rule;
    }
  }

  /** Links that carry lessor, case, expiry and a signature. */
  private record Signed(Fault fault, String secret, AtomicInteger count) implements RenewalLinks {

    @Override
    public URI linkFor(LessorId lessor, CaseId renewalCase, Instant expires) {
      String claims =
          String.join(".", encoded(lessor.value()), encoded(renewalCase.value()), "" + expires.getEpochSecond());
      String salt = fault == Fault.NEVER_THE_SAME ? count.incrementAndGet() + "/" : "";
      return URI.create("https://lease.example/r/" + salt + claims + "." + signature(claims));
    }

    Optional<Opened> open(URI link, Instant now) {
      String path = link.getRawPath();
      List<String> parts = List.of(path.substring(path.lastIndexOf('/') + 1).split("\\.", -1));
      if (parts.size() != 4 || !path.startsWith("/r/") || !parts.get(2).matches("[0-9]{1,12}")) {
        return Optional.empty();
      }
      String expected = signature(String.join(".", parts.subList(0, 3)));
      Instant expires = Instant.ofEpochSecond(Long.parseLong(parts.get(2)));
      boolean open = now.isBefore(expires) || (fault == Fault.OPENS_AT_EXPIRY && now.equals(expires));
      try {
        return open && proves(parts.get(3), expected)
            ? Optional.of(
                new Opened(new LessorId(decoded(parts.get(0))), new CaseId(decoded(parts.get(1)))))
            : Optional.empty();
      } catch (IllegalArgumentException notOurs) {
        return Optional.empty();
      }
    }

    private boolean proves(String signature, String expected) {
      return switch (fault) {
        case NOT_SIGNED -> true;
        case SIGNATURE_MAY_BE_CUT -> signature.length() > 8 && expected.startsWith(signature);
        default -> expected.equals(signature);
      };
    }

    private String signature(String claims) {
      List<String> parts = List.of(claims.split("\\."));
      String signed =
          switch (fault) {
            case LESSOR_NOT_SIGNED -> parts.get(1) + parts.get(2);
            case EXPIRY_NOT_SIGNED -> parts.get(0) + "." + parts.get(1);
            default -> claims;
          };
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        String key = fault == Fault.SECRET_NOT_USED ? "none" : secret;
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String encoded(String text) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String decoded(String text) {
      return new String(Base64.getUrlDecoder().decode(text), UTF_8);
    }
  }

  /** The contract tests, on links with a fault. */
  static class UnderProof extends RenewalLinksContract {
    private static Fault fault = Fault.NONE;
    private final AtomicInteger count = new AtomicInteger();

    @Override
    protected Signed links() {
      return new Signed(fault, "ours", count);
    }

    @Override
    protected RenewalLinks linksWithAnotherSecret() {
      return new Signed(fault, "theirs", count);
    }

    @Override
    protected Optional<Opened> open(URI link, Instant now) {
      return links().open(link, now);
    }
  }

  private static KitRun run(Fault fault) {
    UnderProof.fault = fault;
    return KitRun.of(UnderProof.class);
  }

  @ParameterizedTest
  @EnumSource
  void findsTheRuleThatIsBroken(Fault fault) {
    KitRun run = run(fault);
    assertThat(run.rulesFailed())
        .as("%s", run.failed())
        .isEqualTo(fault.rule == null ? Set.of() : Set.of(fault.rule));
  }

  @Test
  void everyRuleIsBrokenBySomeLinks() {
    Set<String> broken = new TreeSet<>();
    for (Fault fault : Fault.values()) {
      if (fault.rule != null) {
        broken.add(fault.rule);
      }
    }
    assertThat(broken).isEqualTo(run(Fault.NONE).rulesTested());
  }
}
