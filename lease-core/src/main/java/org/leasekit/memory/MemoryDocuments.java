package org.leasekit.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Documents;

/** Keeps references to documents in memory, for tests and prototypes. Safe for use by several threads. */
public final class MemoryDocuments implements Documents {

  private record Key(LessorId lessor, String id) {}

  private final Map<Key, Document> documents = new ConcurrentHashMap<>();

  /** No documents. */
  public MemoryDocuments() {}

  /** Files a document; one with a known id takes the place of the other. */
  public void file(Document document) {
    documents.put(new Key(document.lessor(), document.id()), document);
  }

  @Override
  public List<Document> ofContract(LessorId lessor, ContractNo contract) {
    return documents.values().stream()
        .filter(each -> each.lessor().equals(lessor) && each.contract().equals(contract))
        .sorted(Comparator.comparing(Document::at).thenComparing(Document::id))
        .toList();
  }
}
