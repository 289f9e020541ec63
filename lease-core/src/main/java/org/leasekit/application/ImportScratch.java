package org.leasekit.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;

/**
 * What the rows of a table hold so far: their numbers, and the units that no store knows of yet. The heap does not grow
 * with the rows: of a long table the marks, 24 bytes each, lie in a temporary file that goes when this is closed.
 *
 * <p>A number or unit is known by 127 bits of its SHA-256, whose chance to meet another's is nil.
 */
final class ImportScratch implements AutoCloseable {

  private static final int MARK = 24;

  /** A row holds one number, its unit in both halves of the day, and the day on which it leaves another unit. */
  private static final int MARKS_PER_ROW = 4;

  private static final long ON_HEAP = 1L << 22;
  private static final int SLOTS_PER_CHUNK = 1 << 24;

  private final MessageDigest digest;
  private final long mask;
  private final List<ByteBuffer> chunks = new ArrayList<>();
  private final @Nullable FileChannel file;
  private long free;

  /**
   * An empty one.
   *
   * @param rows how many it can take
   */
  ImportScratch(int rows) {
    long marks = Math.max(1L, (long) rows * MARKS_PER_ROW);
    // a quarter stays free, so that what is not there is soon not found
    long slots = Long.highestOneBit(marks * 4 / 3) << 1;
    this.mask = slots - 1;
    this.free = marks;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
      this.file = slots * MARK > ON_HEAP ? temporary() : null;
      for (long from = 0; from < slots; from += SLOTS_PER_CHUNK) {
        long size = Math.min(slots - from, SLOTS_PER_CHUNK) * MARK;
        chunks.add(
            file == null
                ? ByteBuffer.allocate((int) size)
                : file.map(FileChannel.MapMode.READ_WRITE, from * MARK, size));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for the import", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static FileChannel temporary() throws IOException {
    Path path = Files.createTempFile("leasekit", ".import");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Whether a row holds the number. */
  boolean holds(ContractNo no) {
    return meets(numberKey(no), 0, 1);
  }

  /** Takes note of a number. */
  void hold(ContractNo no) {
    put(numberKey(no), 0, 1);
  }

  /** Whether a row lets the contract's unit at some of its time. */
  boolean collides(Contract contract) {
    UnitRef unit = contract.unit();
    return unit != null
        && halves(contract.slot()).stream()
            .anyMatch(
                half ->
                    meets(
                        unitKey(unit, half),
                        day(contract.term().start()),
                        day(contract.term().endExclusive())));
  }

  /** Takes note of what a contract lets. */
  void let(Contract contract) {
    UnitRef unit = contract.unit();
    if (unit != null) {
      for (Slot half : halves(contract.slot())) {
        put(
            unitKey(unit, half),
            day(contract.term().start()),
            day(contract.term().endExclusive()));
      }
    }
  }

  /** Takes note of the day from which on a contract holds nothing any more of what the stores know. */
  void leaves(ContractNo no, LocalDate from) {
    put(leavingKey(no), day(from), day(from) + 1);
  }

  /** From when on a contract holds nothing any more of what the stores know; empty when it holds what they say. */
  Optional<LocalDate> leftFrom(ContractNo no) {
    ByteBuffer found = find(leavingKey(no), Integer.MIN_VALUE, Integer.MAX_VALUE);
    return found == null
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(found.getInt(2 * Long.BYTES)));
  }

  private static List<Slot> halves(Slot slot) {
    return slot == Slot.ALL ? List.of(Slot.DAY, Slot.NIGHT) : List.of(slot);
  }

  private static int day(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  /** Two halves of a digest; the higher one is never zero, which marks a free slot. */
  private record Key(long high, long low) {}

  private Key numberKey(ContractNo no) {
    return key("number\n" + no.value());
  }

  private Key leavingKey(ContractNo no) {
    return key("leaves\n" + no.value());
  }

  private Key unitKey(UnitRef unit, Slot half) {
    // what was cleaned has no line breaks, so that parts never run into each other
    return key(half.name() + "\n" + unit.project() + "\n" + unit.unit());
  }

  private Key key(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    return new Key(bytes.getLong() | 1, bytes.getLong());
  }

  private boolean meets(Key key, int from, int toExclusive) {
    return find(key, from, toExclusive) != null;
  }

  /** A mark of the key that meets the days. */
  private @Nullable ByteBuffer find(Key key, int from, int toExclusive) {
    long slot = key.low & mask;
    while (true) {
      ByteBuffer chunk = chunk(slot);
      int at = offset(slot);
      long high = chunk.getLong(at);
      if (high == 0) {
        return null;
      }
      if (high == key.high
          && chunk.getLong(at + Long.BYTES) == key.low
          && chunk.getInt(at + 2 * Long.BYTES) < toExclusive
          && from < chunk.getInt(at + 2 * Long.BYTES + Integer.BYTES)) {
        return chunk.slice(at, MARK);
      }
      slot = slot + 1 & mask;
    }
  }

  private void put(Key key, int from, int toExclusive) {
    if (free-- == 0) {
      throw new IllegalStateException("more rows than there is room for");
    }
    long slot = key.low & mask;
    while (chunk(slot).getLong(offset(slot)) != 0) {
      slot = slot + 1 & mask;
    }
    ByteBuffer chunk = chunk(slot);
    int at = offset(slot);
    chunk.putLong(at, key.high);
    chunk.putLong(at + Long.BYTES, key.low);
    chunk.putInt(at + 2 * Long.BYTES, from);
    chunk.putInt(at + 2 * Long.BYTES + Integer.BYTES, toExclusive);
  }

  private ByteBuffer chunk(long slot) {
    return chunks.get((int) (slot / SLOTS_PER_CHUNK));
  }

  private static int offset(long slot) {
    return (int) (slot % SLOTS_PER_CHUNK) * MARK;
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the temporary file of the import", e);
      }
    }
  }
}
