package org.leasekit.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.port.OfferExtras;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.AddOnId;
import org.leasekit.renewal.DiscountCode;

final class MemoryOfferExtras implements OfferExtras {

  private final MemoryUnitOfWork unit;
  private final Table<String, DiscountCode> codes;
  private final Table<AddOnId, AddOn> addOns;

  MemoryOfferExtras(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.codes = new Table<>(unit);
    this.addOns = new Table<>(unit);
  }

  @Override
  public boolean addCode(DiscountCode code) {
    return unit.required(() -> codes.putIfAbsent(code.lessor(), code.code(), code));
  }

  @Override
  public Optional<DiscountCode> findCode(LessorId lessor, String code) {
    return unit.required(() -> Optional.ofNullable(codes.get(lessor, code)));
  }

  @Override
  public boolean redeem(LessorId lessor, String code, Instant at) {
    return unit.required(
        () -> {
          DiscountCode known = codes.get(lessor, code);
          if (known == null || known.redeemedAt() != null) {
            return false;
          }
          codes.put(
              lessor,
              code,
              new DiscountCode(
                  lessor, code, known.renewalCase(), known.basisPoints(), known.until(), at));
          return true;
        });
  }

  @Override
  public void putAddOn(AddOn addOn) {
    unit.run(
        () -> {
          AddOn known = addOns.get(addOn.lessor(), addOn.id());
          int taken = known == null ? 0 : known.taken();
          if (taken > addOn.stock()) {
            throw new IllegalArgumentException("stock: " + taken + " are taken of " + addOn.id());
          }
          addOns.put(addOn.lessor(), addOn.id(), with(addOn, taken));
        });
  }

  @Override
  public List<AddOn> addOns(LessorId lessor) {
    return unit.required(() -> addOns.values(lessor).toList());
  }

  @Override
  public boolean take(LessorId lessor, AddOnId id, int pieces) {
    return unit.required(
        () -> {
          AddOn known = addOns.get(lessor, id);
          if (known == null || pieces > known.left() || known.taken() + pieces < 0) {
            return false;
          }
          addOns.put(lessor, id, with(known, known.taken() + pieces));
          return true;
        });
  }

  private static AddOn with(AddOn addOn, int taken) {
    return new AddOn(
        addOn.lessor(), addOn.id(), addOn.name(), addOn.price(), addOn.stock(), taken);
  }
}
