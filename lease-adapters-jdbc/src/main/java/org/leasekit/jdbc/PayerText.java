package org.leasekit.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;

/** A registered payer as lines: id and name, then a line for each contact; no lines for none. */
final class PayerText {

  private PayerText() {}

  /** Null for none: what a column without a value says. */
  static @Nullable String write(@Nullable Payer payer) {
    return payer == null ? null : Lines.write(lines(payer));
  }

  static @Nullable Payer read(@Nullable String text) {
    return text == null ? null : read(Lines.read(text));
  }

  static List<List<String>> lines(@Nullable Payer payer) {
    if (payer == null) {
      return List.of();
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of(payer.id().value(), payer.name()));
    payer.contacts().forEach(contact -> lines.add(List.of(contact.channel().name(), contact.address())));
    return lines;
  }

  static @Nullable Payer read(List<List<String>> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    List<String> who = lines.get(0);
    List<Contact> contacts =
        lines.stream()
            .skip(1)
            .map(fields -> new Contact(Channel.valueOf(fields.get(0)), fields.get(1)))
            .toList();
    return new Payer(new PayerId(who.get(0)), who.get(1), contacts);
  }
}
