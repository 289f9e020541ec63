package org.leasekit.http.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;

/** What every page has in common: head, bar, foot, and the headers it is sent with. */
final class PageFrame {

  private static final String CSS = css();

  private final String brand;
  private final String securityPolicy;

  /**
   * @param brand what the lessor is called
   * @param publicBase the address that tenants open; forms lead there
   */
  PageFrame(String brand, URI publicBase) {
    this.brand = brand;
    String origin = publicBase.getScheme() + "://" + publicBase.getRawAuthority();
    this.securityPolicy =
        "default-src 'none'; style-src '" + hash(CSS) + "'; img-src 'self' data:; form-action 'self' "
            + origin + "; base-uri 'none'; frame-ancestors 'none'";
  }

  /** The value of {@code Content-Security-Policy}: no script, one style sheet, no other host. */
  String securityPolicy() {
    return securityPolicy;
  }

  /**
   * A whole page.
   *
   * @param title of the window
   * @param wishes the reader's, with the size that is shown
   * @param state a class for the style sheet
   * @param content fills the main element
   */
  String page(String title, Preferences wishes, String state, Consumer<Html> content) {
    Texts texts = wishes.texts();
    boolean large = Boolean.TRUE.equals(wishes.large());
    Html html = new Html();
    html.open("html", "lang", texts.language().tag(), "class", large ? "large" : "standard");
    head(html, title);
    html.open("body", "class", state);
    bar(html, wishes, large);
    html.open("main");
    content.accept(html);
    html.close();
    html.leaf("footer", texts.get("foot.personal"));
    return html.close().close().toString();
  }

  private void head(Html html, String title) {
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "robots", "content", "noindex, nofollow");
    html.empty("meta", "name", "format-detection", "content", "telephone=no");
    html.empty("meta", "name", "color-scheme", "content", "light");
    html.empty("link", "rel", "icon", "href", "data:,");
    html.leaf("title", title + " · " + brand);
    html.style(CSS);
    html.close();
  }

  private void bar(Html html, Preferences wishes, boolean large) {
    Texts texts = wishes.texts();
    Preferences otherLanguage = wishes.in(texts.language().other());
    html.open("header");
    html.leaf("span", brand, "class", "brand");
    html.open("nav", "aria-label", texts.get("bar.label"));
    html.leaf(
        "a",
        texts.get(large ? "bar.standard" : "bar.large"),
        "href",
        wishes.large(!large).query());
    html.leaf(
        "a",
        texts.get("bar.language"),
        "href",
        otherLanguage.query(),
        "lang",
        otherLanguage.language().tag(),
        "hreflang",
        otherLanguage.language().tag());
    html.close().close();
  }

  private static String hash(String css) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String css() {
    try (InputStream in = PageFrame.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("resource is missing: page.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("page.css", e);
    }
  }
}
