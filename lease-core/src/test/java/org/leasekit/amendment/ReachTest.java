package org.leasekit.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;

/** Addresses by whoever they belong to, beside lists that are put together with each change. */
class ReachTest {

    enum Kind {
        LISTED,
        USERS,
        PASSED
    }

    /** A new list, other users, or another tenant. */
    record Step(Kind kind, List<Contact> contacts) {}

    @Property(tries = 500)
    void isWhatChangesMadeIt(@ForAll("contacts") List<Contact> origin, @ForAll("steps") List<Step> steps) {
        Reach reach = new Reach(origin);
        List<Contact> plain = origin;
        for (Step step : steps) {
            if (step.kind == Kind.PASSED) {
                reach.pass(step.contacts);
                plain = Stream.concat(
                                step.contacts.stream(),
                                plain.stream().filter(contact -> contact.owner() != PartyRole.TENANT))
                        .toList();
            } else if (step.kind == Kind.USERS) {
                reach.use(step.contacts);
                plain = Stream.concat(plain.stream().filter(contact -> !isUsers(contact)), step.contacts.stream()).toList();
            } else {
                reach.list(step.contacts);
                boolean named = step.contacts.stream().anyMatch(ReachTest::isUsers);
                plain = named
                        ? step.contacts
                        : Stream.concat(step.contacts.stream(), plain.stream().filter(ReachTest::isUsers)).toList();
            }
            assertThat(reach.all()).isEqualTo(plain);
        }
    }

    private static boolean isUsers(Contact contact) {
        return contact.owner() == PartyRole.OCCUPANT;
    }

    @Provide
    Arbitrary<List<Contact>> contacts() {
        return contact().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<List<Contact>> users = contact().map(contact -> contact.ownedBy(PartyRole.OCCUPANT)).list().ofMaxSize(3);
        Arbitrary<List<Contact>> tenants = contact().map(contact -> contact.ownedBy(PartyRole.TENANT)).list().ofMaxSize(3);
        return Arbitraries.oneOf(
                        users.map(contacts -> new Step(Kind.USERS, contacts)),
                        tenants.map(contacts -> new Step(Kind.PASSED, contacts)),
                        contacts().map(contacts -> new Step(Kind.LISTED, contacts)))
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<Contact> contact() {
        return Combinators.combine(
                        Arbitraries.of(Channel.SMS, Channel.WECOM),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(PartyRole.class))
                .as((channel, no, role) -> new Contact(channel, "1380000000" + no, role));
    }
}
