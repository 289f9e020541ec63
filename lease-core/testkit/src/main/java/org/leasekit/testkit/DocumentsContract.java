package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Documents;
import org.leasekit.port.Documents.Document;

/** The rules of {@link Documents}. */
public abstract class DocumentsContract {

  /** For the test of an adapter. */
  protected DocumentsContract() {}

  private static final ContractNo NO = new ContractNo("C-1");

  /** The adapter over those documents and no others. */
  protected abstract Documents holding(List<Document> documents);

  private static Document document(LessorId lessor, ContractNo no, String id, Instant at) {
    return new Document(
        lessor, no, id, "租赁合同 " + id, at, URI.create("https://files.example/" + id + "?v=1"));
  }

  @Test
  @DisplayName("Documents rule 1: every document of the contract once, by instant, then id")
  void namesAll() {
    Document later = document(Samples.LESSOR, NO, "D-1", Samples.MICROS);
    Document second = document(Samples.LESSOR, NO, "D-2", Samples.NOW);
    Document first = document(Samples.LESSOR, NO, "D-10", Samples.NOW);
    Document theirs = document(Samples.LESSOR, new ContractNo("c-1"), "D-3", Samples.NOW);
    Documents documents = holding(List.of(later, second, theirs, first));
    assertThat(documents.ofContract(Samples.LESSOR, NO)).containsExactly(first, second, later);
    assertThat(documents.ofContract(Samples.LESSOR, new ContractNo("C-2"))).isEmpty();
  }

  @Test
  @DisplayName("Documents rule 2: documents of another lessor are not seen")
  void separatesLessors() {
    Document mine = document(Samples.LESSOR, NO, "D-1", Samples.NOW);
    Document theirs = document(Samples.OTHER_LESSOR, NO, "D-1", Samples.NOW);
    Documents documents = holding(List.of(mine, theirs));
    assertThat(documents.ofContract(Samples.LESSOR, NO)).containsExactly(mine);
    assertThat(documents.ofContract(Samples.OTHER_LESSOR, NO)).containsExactly(theirs);
  }
}
