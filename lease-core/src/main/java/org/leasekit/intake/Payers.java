package org.leasekit.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;

/** Registered payers as a table names them. */
final class Payers {

  private Payers() {}

  /** The payer of a row; null when it names none, and when what it says of one is wrong, which is found in its cells. */
  static @Nullable Payer read(Cells cells) {
    String name = cells.text(Field.PAYER_NAME);
    String id = cells.code(Field.PAYER_ID);
    String phone = cells.text(Field.PAYER_PHONE);
    if (name.isEmpty()) {
      if (!id.isEmpty() || !phone.isEmpty()) {
        cells.find(RowRule.PAYER_WITHOUT_NAME.brokenBy(cells.raw(Field.PAYER_NAME)));
      }
      return null;
    }
    Optional<List<String>> phones =
        phone.isEmpty() ? Optional.of(List.of()) : Cleaning.phones(cells.raw(Field.PAYER_PHONE));
    if (phones.isEmpty()) {
      cells.find(RowRule.PAYER_PHONE_NOT_A_NUMBER.brokenBy(cells.raw(Field.PAYER_PHONE)));
      return null;
    }
    if (name.length() > Field.PAYER_NAME.maxLength() || id.length() > Field.PAYER_ID.maxLength()) {
      return null;
    }
    List<Contact> contacts =
        phones.get().stream().limit(20).map(number -> new Contact(Channel.SMS, number)).toList();
    return new Payer(id.isEmpty() ? named(name) : new PayerId(id), name, contacts);
  }

  /** The same payer has the same id in every row and every file; case, width and white space make no difference. */
  private static PayerId named(String name) {
    String folded = Cleaning.code(name).replace(" ", "").toLowerCase(Locale.ROOT);
    return new PayerId(UUID.nameUUIDFromBytes(("payer\n" + folded).getBytes(StandardCharsets.UTF_8)).toString());
  }
}
