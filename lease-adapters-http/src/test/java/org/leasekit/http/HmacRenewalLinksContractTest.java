package org.leasekit.http;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.leasekit.http.HmacRenewalLinks.Verdict;
import org.leasekit.port.RenewalLinks;
import org.leasekit.testkit.RenewalLinksContract;

/** The rules of the port, on signed links. */
class HmacRenewalLinksContractTest extends RenewalLinksContract {

  private static final URI BASE = URI.create("https://renew.example.com/lease");

  @Override
  protected RenewalLinks links() {
    return new HmacRenewalLinks(BASE, secret(1));
  }

  @Override
  protected RenewalLinks linksWithAnotherSecret() {
    return new HmacRenewalLinks(BASE, secret(2));
  }

  @Override
  protected Optional<Opened> open(URI link, Instant now) {
    String page = BASE + "/r/";
    if (!link.toString().startsWith(page)) {
      return Optional.empty();
    }
    String token = link.toString().substring(page.length());
    Verdict verdict = new HmacRenewalLinks(BASE, secret(1)).verify(token, now);
    return verdict instanceof Verdict.Valid valid
        ? Optional.of(new Opened(valid.claims().lessor(), valid.claims().renewalCase()))
        : Optional.empty();
  }

  private static byte[] secret(int fill) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) fill);
    return secret;
  }
}
