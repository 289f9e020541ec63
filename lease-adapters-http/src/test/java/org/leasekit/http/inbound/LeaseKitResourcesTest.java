package org.leasekit.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.http.WebhookSignatures;
import org.leasekit.http.inbound.LeaseKitResources.Builder;

class LeaseKitResourcesTest {

  @Test
  void namesWhatIsMissing() {
    try (Garage garage = new Garage()) {
      List<UnaryOperator<Builder>> steps =
          List.of(
              b -> b.profile(LessorProfile.standard(
                  Garage.LESSOR, Garage.ZONE, Locale.CHINA, ShippedCalendars.china())),
              b -> b.renewals(garage.kit.renewals()),
              b -> b.offers(garage.kit.offers()),
              b -> b.surveys(garage.kit.surveys()),
              b -> b.payments(garage.kit.payments()),
              b -> b.links(garage.links),
              b -> b.callbackSignatures(
                  new WebhookSignatures(garage.clock, Garage.CALLBACK_SECRET)),
              b -> b.paymentPage("https://pay.example.com"),
              b -> b.signaturePage("https://sign.example.com"));
      List<String> names =
          List.of("profile", "renewals", "offers", "surveys", "payments", "links", "callbackSignatures", "paymentPage",
              "signaturePage");
      for (int without = 0; without < steps.size(); without++) {
        Builder builder = LeaseKitResources.builder();
        for (int i = 0; i < steps.size(); i++) {
          if (i != without) {
            builder = steps.get(i).apply(builder);
          }
        }
        assertThatThrownBy(builder::build)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("LeaseKitResources.builder()." + names.get(without) + "(...) is missing");
      }
      Builder whole = LeaseKitResources.builder();
      for (UnaryOperator<Builder> step : steps) {
        whole = step.apply(whole);
      }
      assertThat(whole.build().getSingletons()).hasSize(3);
    }
  }

  @Test
  void refusesAnAddressWithAnUnknownName() {
    assertThatThrownBy(() -> LeaseKitResources.builder().paymentPage("https://pay.example.com/{who}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{who}");
  }
}
