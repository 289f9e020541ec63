package org.leasekit.testkit;

import java.util.List;
import org.leasekit.memory.MemoryDocuments;
import org.leasekit.port.Documents;

class MemoryDocumentsTest extends DocumentsContract {

  @Override
  protected Documents holding(List<Documents.Document> documents) {
    MemoryDocuments memory = new MemoryDocuments();
    documents.forEach(memory::file);
    return memory;
  }
}
