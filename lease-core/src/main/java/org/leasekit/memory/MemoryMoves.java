package org.leasekit.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Move;
import org.leasekit.party.LessorId;
import org.leasekit.port.Moves;
import org.leasekit.port.StaleVersionException;

final class MemoryMoves implements Moves {

  private final MemoryUnitOfWork unit;
  private final Table<ContractNo, List<Move>> moves;

  MemoryMoves(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.moves = new Table<>(unit);
  }

  @Override
  public void append(Move move) {
    unit.run(
        () -> {
          List<Move> longer = new ArrayList<>(ofContract(move.lessor(), move.contract()));
          if (move.number() != longer.size() + 1) {
            throw new StaleVersionException("moves of " + move.contract());
          }
          longer.add(move);
          moves.put(move.lessor(), move.contract(), List.copyOf(longer));
        });
  }

  @Override
  public List<Move> ofContract(LessorId lessor, ContractNo contract) {
    return unit.required(
        () -> Objects.requireNonNullElse(moves.get(lessor, contract), List.<Move>of()));
  }

  @Override
  public List<Move> ofContracts(LessorId lessor, Collection<ContractNo> contracts) {
    return unit.required(
        () -> moves.select(lessor, contracts.stream().distinct()).stream().flatMap(List::stream).toList());
  }

  @Override
  public Set<ContractNo> takingBills(LessorId lessor, Collection<ContractNo> contracts) {
    return unit.required(
        () -> {
          Set<ContractNo> taking = new HashSet<>();
          for (ContractNo contract : contracts) {
            ofContract(lessor, contract).stream()
                .filter(move -> move.kind() != Move.Kind.PLACE)
                .reduce((earlier, later) -> later)
                .filter(last -> last.kind() == Move.Kind.TAKES_BILLS)
                .ifPresent(last -> taking.add(contract));
          }
          return taking;
        });
  }

  @Override
  public Set<ContractNo> leavers(LessorId lessor, Collection<ContractNo> masters) {
    return unit.required(
        () -> {
          Set<ContractNo> left = new HashSet<>();
          forEach(
              lessor,
              move -> {
                ContractNo from = move.from();
                if (from != null && masters.contains(from)) {
                  left.add(move.contract());
                }
              });
          return left;
        });
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public void lock(LessorId lessor) {}

  void forEach(LessorId lessor, Consumer<Move> each) {
    moves.forEach(lessor, ofOne -> ofOne.forEach(each));
  }
}
