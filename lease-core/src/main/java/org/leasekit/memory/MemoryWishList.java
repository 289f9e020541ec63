package org.leasekit.memory;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leasekit.party.LessorId;
import org.leasekit.party.Person;
import org.leasekit.party.Wishes;
import org.leasekit.port.WishList;

final class MemoryWishList implements WishList {

  private final MemoryUnitOfWork unit;
  private final Table<Person, Wishes> wishes;

  MemoryWishList(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.wishes = new Table<>(unit);
  }

  @Override
  public void put(Wishes said) {
    unit.run(() -> wishes.put(said.lessor(), said.person(), said));
  }

  @Override
  public Map<Person, Wishes> findAll(LessorId lessor, Collection<Person> people) {
    return unit.required(
        () ->
            wishes.select(lessor, people.stream().distinct()).stream()
                .collect(Collectors.toUnmodifiableMap(Wishes::person, Function.identity())));
  }
}
