package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.WishList;

final class WishStore implements WishList {

  private static final String KNOWN =
      """
      SELECT tenant FROM lk_person_wishes
      WHERE lessor = :lessor AND tenant IN (<keys>) AND role = :role AND name = :name <currentRead>
      """;

  private static final String INSERT =
      """
      INSERT INTO lk_person_wishes (
        lessor, tenant, role, name, opted_out, silent_addresses, large_type, in_person, language, tags,
        said_by, said_at)
      VALUES (
        :lessor, :tenant, :role, :name, :optedOut, :silentAddresses, :largeType, :inPerson, :language, :tags,
        :saidBy, :saidAt)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_person_wishes SET
        opted_out = :optedOut, silent_addresses = :silentAddresses, large_type = :largeType, in_person = :inPerson,
        language = :language, tags = :tags, said_by = :saidBy, said_at = :saidAt
      WHERE lessor = :lessor AND tenant = :tenant AND role = :role AND name = :name
      """;

  private static final String FIND =
      """
      SELECT lessor, tenant, role, name, opted_out, silent_addresses, large_type, in_person, language, tags,
        said_by, said_at
      FROM lk_person_wishes
      WHERE lessor = :lessor AND tenant IN (<ids>)
      """;

  private final Session session;

  WishStore(Session session) {
    this.session = session;
  }

  @Override
  public void put(Wishes wishes) {
    Person person = wishes.person();
    NewRows.Known<String> known =
        NewRows.knownBy(
            KNOWN, query -> query.bind("role", person.role().name()).bind("name", person.name()));
    session.run(
        handle -> {
          boolean inserted =
              NewRows.insertOne(
                  session, wishes.lessor(), person.tenant().value(), wishes, known,
                  (h, rows) -> Batches.execute(h, INSERT, rows, WishStore::bind));
          if (!inserted) {
            Batches.execute(handle, UPDATE, List.of(wishes), WishStore::bind);
          }
        });
  }

  /** All on the side of those tenants are read, and who was not asked for is left out: there are few. */
  @Override
  public Map<Person, Wishes> findAll(LessorId lessor, Collection<Person> people) {
    Set<Person> wanted = new HashSet<>(people);
    Set<TenantId> tenants = wanted.stream().map(Person::tenant).collect(Collectors.toSet());
    return session.read(
        handle -> {
          Map<Person, Wishes> found = new HashMap<>();
          for (List<TenantId> some : NewRows.chunks(tenants, session.dialect().keysAtOnce())) {
            handle
                .createQuery(FIND)
                .bind("lessor", lessor.value())
                .bindList("ids", some.stream().map(TenantId::value).toList())
                .map(Columns.mapper(session.dialect(), WishStore::read))
                .stream()
                .filter(wishes -> wanted.contains(wishes.person()))
                .forEach(wishes -> found.put(wishes.person(), wishes));
          }
          return found;
        });
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Wishes wishes) {
    Wishes.Said said = wishes.said();
    statement
        .bind("lessor", wishes.lessor().value())
        .bind("tenant", wishes.person().tenant().value())
        .bind("role", wishes.person().role().name())
        .bind("name", wishes.person().name())
        .bind("optedOut", lines(wishes.optedOut().stream().map(Channel::name).toList()))
        .bind("silentAddresses", lines(wishes.silentAddresses()))
        .bind("largeType", wishes.largeType())
        .bind("inPerson", wishes.inPerson())
        .bind("language", wishes.language() == null ? null : wishes.language().toLanguageTag())
        .bind("tags", lines(wishes.tags()))
        .bind("saidBy", said == null ? null : said.by())
        .bindByType("saidAt", said == null ? null : said.at(), Instant.class);
  }

  private static String lines(Collection<String> values) {
    return Lines.write(values.stream().sorted().map(List::of).toList());
  }

  private static Set<String> values(String text) {
    return Lines.read(text).stream().map(fields -> fields.get(0)).collect(Collectors.toSet());
  }

  private static @Nullable Locale language(@Nullable String tag) {
    return tag == null ? null : Locale.forLanguageTag(tag);
  }

  private static Wishes.@Nullable Said said(@Nullable String by, @Nullable Instant at) {
    return by == null || at == null ? null : new Wishes.Said(by, at);
  }

  private static Wishes read(Columns row) throws SQLException {
    return new Wishes(
        row.lessor(),
        new Person(
            new TenantId(row.text("tenant")), row.constant("role", PartyRole.class), row.text("name")),
        values(row.text("opted_out")).stream().map(Channel::valueOf).collect(Collectors.toSet()),
        values(row.text("silent_addresses")),
        row.flag("large_type"),
        row.flag("in_person"),
        language(row.textOrNull("language")),
        values(row.text("tags")),
        said(row.textOrNull("said_by"), row.instantOrNull("said_at")));
  }
}
