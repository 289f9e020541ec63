package org.leasekit.http.inbound;

import org.jspecify.annotations.Nullable;
import org.leasekit.application.OfferChoices;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.Offer;

/**
 * Draws what can be chosen in an offer: add-ons and a discount code. One form without script: whichever of its buttons is
 * pressed, what was typed travels with it, and so does the price that was shown.
 */
final class OfferSection {

  /** The id of the form, for buttons outside of it. */
  static final String FORM = "choose";

  private OfferSection() {}

  /**
   * A code that was refused.
   *
   * @param code as it was typed
   * @param why key of the text that tells why
   */
  record RefusedCode(String code, String why) {}

  static void draw(Html html, Texts texts, String action, Offer offer, OfferChoices choices, @Nullable RefusedCode refused) {
    html.open("form", "method", "post", "action", action, "id", FORM, "class", "choose", "autocomplete", "off");
    // the button that the enter key presses is the first of the form: it must not take an add-on
    html.leaf("button", texts.get("code.apply"), "class", "default", "tabindex", "-1", "aria-hidden", "true");
    hidden(html, OfferForm.SHOWN, MinorUnits.plain(offer.firstPayment()));
    hidden(html, OfferForm.OFFER, offer.fingerprint());
    if (!choices.addOns().isEmpty()) {
      html.leaf("h2", texts.get("addOn.title"));
      html.open("ul", "class", "addons");
      choices.addOns().forEach(choice -> addOn(html, texts, choice));
      html.close();
    }
    if (choices.code() == OfferChoices.Code.OPEN) {
      code(html, texts, refused);
    } else if (refused != null) {
      html.leaf("p", texts.get(refused.why()), "class", "problem", "role", "alert");
    }
    html.close();
  }

  private static void hidden(Html html, String name, String value) {
    html.empty("input", "type", "hidden", "name", name, "value", value);
  }

  private static void addOn(Html html, Texts texts, OfferChoices.Choice choice) {
    html.open("li", "class", choice.isSoldOut() ? "sold" : choice.chosen() > 0 ? "chosen" : "free");
    html.open("p");
    html.leaf("strong", choice.name());
    html.leaf("span", texts.get("addOn.price", texts.amount(choice.price())), "class", "label");
    html.leaf("span", stock(texts, choice), "class", "label");
    html.close();
    if (choice.isSoldOut()) {
      html.leaf("em", texts.get("addOn.soldOut"));
    } else {
      html.open("div", "class", "pieces");
      if (choice.chosen() > 0) {
        button(html, choice, choice.chosen() - 1, "−", texts.get("addOn.less", choice.name()));
        html.leaf("output", Integer.toString(choice.chosen()), "aria-label", texts.get("addOn.chosen"));
      }
      if (choice.left() > 0) {
        String sign = choice.chosen() > 0 ? "+" : texts.get("addOn.take");
        button(html, choice, choice.chosen() + 1, sign, texts.get("addOn.more", choice.name()));
      }
      html.close();
    }
    html.close();
  }

  private static String stock(Texts texts, OfferChoices.Choice choice) {
    return choice.left() == 0
        ? choice.chosen() == 0 ? "" : texts.get("addOn.lastTaken")
        : texts.get("addOn.left", Integer.toString(choice.left()));
  }

  private static void button(Html html, OfferChoices.Choice choice, int pieces, String sign, String label) {
    html.leaf("button", sign, "class", "small", "name", OfferForm.SET,
        "value", OfferForm.pieces(pieces, choice.id().value()), "aria-label", label);
  }

  private static void code(Html html, Texts texts, @Nullable RefusedCode refused) {
    html.open("div", "class", "code");
    html.leaf("label", texts.get("code.label"), "for", "code");
    if (refused != null) {
      html.leaf("p", texts.get(refused.why()), "class", "problem", "id", "code-problem", "role", "alert");
    }
    html.open("div", "class", "entry");
    String typed = refused == null ? "" : refused.code();
    if (refused == null) {
      html.empty("input", "id", "code", "name", OfferForm.CODE, "value", typed, "maxlength", "32",
          "autocapitalize", "characters", "spellcheck", "false");
    } else {
      html.empty("input", "id", "code", "name", OfferForm.CODE, "value", typed, "maxlength", "32",
          "autocapitalize", "characters", "spellcheck", "false", "autofocus", "autofocus",
          "aria-invalid", "true", "aria-describedby", "code-problem");
    }
    html.leaf("button", texts.get("code.apply"), "class", "small", "id", "apply");
    html.close();
    html.close();
  }
}
