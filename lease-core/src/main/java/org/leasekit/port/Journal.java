package org.leasekit.port;

import java.util.List;
import org.leasekit.ledger.JournalEntry;

/**
 * The journal, to which entries are only ever added.
 *
 * <ol>
 *   <li>An entry whose id is stored already is not stored again, and that is a success.
 * </ol>
 */
public interface Journal {

  /** Posts those that are new. */
  void post(List<JournalEntry> entries);
}
