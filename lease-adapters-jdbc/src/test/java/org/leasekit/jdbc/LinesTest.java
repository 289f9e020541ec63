package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import org.leasekit.billing.Derivation.Slice;
import org.leasekit.calendar.DateRange;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;

class LinesTest {

  @Property
  void whatIsWrittenIsRead(@ForAll("values") List<List<String>> values) {
    assertThat(Lines.read(Lines.write(values))).isEqualTo(values);
  }

  @Property
  void everyValueIsOneLine(@ForAll("values") List<List<String>> values) {
    assertThat(Lines.write(values).chars().filter(c -> c == '\n').count()).isEqualTo(values.size());
    assertThat(Lines.write(values)).doesNotContain("\r");
  }

  /** Texts rich in what has to be escaped. */
  @Provide
  Arbitrary<List<List<String>>> values() {
    Arbitrary<Character> hard = Arbitraries.of('\\', '\t', '\n', '\r', 't', 'n', 'r', ' ');
    Arbitrary<String> field =
        Arbitraries.frequencyOf(
            Tuple.of(3, hard.list().ofMaxSize(8).map(LinesTest::text)),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(20)));
    return field.list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(4);
  }

  private static String text(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  @Example
  void isReadable() {
    assertThat(Lines.write(List.of(List.of("SMS", "138"), List.of("WECOM", "a\tb\\")))).isEqualTo("SMS\t138\nWECOM\ta\\tb\\\\\n");
    assertThat(Lines.write(List.of())).isEmpty();
    assertThat(Lines.read("")).isEmpty();
  }

  @Example
  void aValueWithoutFieldsIsRefused() {
    assertThatThrownBy(() -> Lines.write(List.of(List.of()))).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void contactsAreReadAsWritten(@ForAll("contacts") List<Contact> contacts) {
    assertThat(ContractRows.contacts(ContractRows.contacts(contacts))).isEqualTo(contacts);
  }

  @Provide
  Arbitrary<List<Contact>> contacts() {
    Arbitrary<String> address =
        Arbitraries.strings().ofMinLength(1).ofMaxLength(64).filter(text -> !text.isBlank());
    return Combinators.combine(Arbitraries.of(Channel.SMS, Channel.WECOM), address)
        .as(Contact::new)
        .list()
        .ofMaxSize(5);
  }

  @Property
  void slicesAreReadAsWritten(
      @ForAll("ranges") List<DateRange> ranges,
      @ForAll @LongRange(min = 0) long numerator,
      @ForAll @LongRange(min = 1) long denominator) {
    List<Slice> slices = ranges.stream().map(range -> new Slice(range, numerator, denominator)).toList();
    assertThat(ReceivableRows.slices(ReceivableRows.slices(slices))).isEqualTo(slices);
  }

  @Provide
  Arbitrary<List<DateRange>> ranges() {
    Arbitrary<LocalDate> start = Arbitraries.longs().between(-200_000, 2_000_000).map(LocalDate::ofEpochDay);
    return Combinators.combine(start, Arbitraries.integers().between(1, 4000))
        .as((from, days) -> DateRange.of(from, from.plusDays(days)))
        .list()
        .ofMaxSize(6);
  }
}
