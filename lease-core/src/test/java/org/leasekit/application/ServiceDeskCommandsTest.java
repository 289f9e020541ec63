package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.LeaseKit;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.escalation.Trigger;
import org.leasekit.memory.MemoryStores;
import org.leasekit.memory.SettableClock;
import org.leasekit.outcome.InvalidCommand;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.MessageGateway;
import org.leasekit.servicedesk.GeoPoint;
import org.leasekit.servicedesk.Impact;
import org.leasekit.servicedesk.Urgency;

class ServiceDeskCommandsTest {
  private static final LessorId LESSOR = new LessorId("lessor-1");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final WorkingCalendar ALWAYS = WorkingCalendar.alwaysOpen();
  private static final ServiceDeskProfile PROFILE =
      ServiceDeskProfile.standard(
          LESSOR, SHANGHAI, ALWAYS, Map.of("day", ALWAYS), new StaffId("owner"));

  private static Validator validator(Locale locale) {
    return Validation.byProvider(HibernateValidator.class)
        .configure()
        .defaultLocale(locale)
        .messageInterpolator(
            new ParameterMessageInterpolator(
                Set.of(Locale.ENGLISH, Locale.CHINESE), locale, false))
        .buildValidatorFactory()
        .getValidator();
  }

  private static LeaseKit.Builder builder(Locale locale) {
    return LeaseKit.builder()
        .profile(
            LessorProfile.standard(LESSOR, SHANGHAI, locale, ShippedCalendars.china()))
        .stores(new MemoryStores())
        .gateway(message -> MessageGateway.Delivery.DELIVERED)
        .links((lessor, renewalCase, expires) -> URI.create("https://x.example/"))
        .validator(validator(locale))
        .clock(new SettableClock(Instant.parse("2026-03-02T01:00:00Z")));
  }

  private static ReportFault fault(String asset, List<String> photos) {
    return new ReportFault(
        "R-1", asset, "S-1", "12F", "COOLING", Impact.SINGLE, Urgency.LOW, null, photos, null, null);
  }

  /** What is missing is named, in the reader's language. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | assetId: the asset must be named: scan or copy the number on its label; faultKind: the kind of fault must be chosen; impact: must be given; photos: at least one photo must be attached; place: the place must be described, for example the floor and the room; requestId: must be given; siteId: the site must be named; urgency: must be given
          zh | assetId: 必须填写资产编号：请扫描或抄录标签上的编号; faultKind: 必须选择故障类型; impact: 必须填写; photos: 必须至少上传一张照片; place: 必须说明具体位置，例如楼层和房间; requestId: 必须填写; siteId: 必须填写地点; urgency: 必须填写
          """)
  void whatIsMissingInAReportIsNamed(String language, String expected) {
    Outcome<ReportedFault> reported =
        builder(Locale.forLanguageTag(language)).serviceDesk(PROFILE).build().serviceDesk()
            .report(
                new ReportFault(
                    "", " ", null, "", "", null, null, null, List.of(), null, null));
    InvalidCommand invalid = (InvalidCommand) reported.rejection();
    List<String> said = new ArrayList<>();
    invalid.violations().forEach(one -> said.add(one.field() + ": " + one.message()));
    assertThat(String.join("; ", said)).isEqualTo(expected);
  }

  @Test
  void whatIsTooMuchIsNamedToo() {
    ServiceDeskService desk =
        builder(Locale.ENGLISH).serviceDesk(PROFILE).build().serviceDesk();
    assertThat(desk.report(fault("A".repeat(65), List.of("p"))).rejection().message(Locale.ENGLISH))
        .isEqualTo("assetId: must be at most 64 characters");
    List<String> many = Collections.nCopies(21, "p");
    assertThat(desk.report(fault("A", many)).rejection().message(Locale.ENGLISH))
        .isEqualTo("photos: must be at most 20");
    assertThat(desk.report(fault("A", List.of("p", " "))).rejection().message(Locale.ENGLISH))
        .contains("must be given");
    assertThat(
            desk.rate(new RateService("R-1", "T-1", 6, "")).rejection().message(Locale.ENGLISH))
        .isEqualTo("stars: must be 1 to 5 stars");
    CheckInOnSite nowhere =
        new CheckInOnSite(
            "R-1", "ann", 91, 0, -1, Instant.EPOCH, Instant.EPOCH, false);
    assertThat(desk.checkIn(nowhere).rejection().message(Locale.ENGLISH))
        .isEqualTo(
            "accuracyMetres: must be zero or more; latitude: is not a position on the earth");
    assertThat(
            desk.complete(new CompleteWork("R-1", "ann", " ", List.of(), null))
                .rejection()
                .message(Locale.ENGLISH))
        .isEqualTo(
            "note: what was done must be described; photos: at least one photo must be attached");
  }

  @Test
  void aKitWithoutAServiceDeskSaysSo() {
    LeaseKit kit = builder(Locale.ENGLISH).build();
    kit.runDue();
    assertThatThrownBy(kit::serviceDesk)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("serviceDesk");
    assertThatThrownBy(kit::serviceDeskSweep).hasMessageContaining("serviceDesk");
  }

  @Test
  void aStageWhereNoTargetWarnsIsRefused() {
    Stage stage =
        new Stage(
            "70%",
            new Trigger.ShareOfTarget(70),
            List.of(new StageAction(Channel.WECOM, Condition.ALWAYS)));
    TargetPolicy policy = new TargetPolicy("p", 1, List.of(stage));
    assertThatThrownBy(() -> PROFILE.withTerms(PROFILE.terms(), policy))
        .hasMessageContaining("70%")
        .hasMessageContaining("[50, 80]");
  }

  @Test
  void theCrowFliesAtItsSpeed() {
    GeoPoint place = new GeoPoint(31, 121);
    StaffId ann = new StaffId("ann");
    // a hundredth of a degree of latitude is 1,112 metres
    assertThat(
            new CrowFlies(10).to(place, Map.of(ann, new GeoPoint(31.01, 121)), Instant.EPOCH))
        .isEqualTo(Map.of(ann, Duration.ofSeconds(111)));
    assertThatThrownBy(() -> new CrowFlies(0)).hasMessageContaining("metresPerSecond");
    assertThatThrownBy(() -> new CrowFlies(Double.NaN)).hasMessageContaining("metresPerSecond");
  }
}
