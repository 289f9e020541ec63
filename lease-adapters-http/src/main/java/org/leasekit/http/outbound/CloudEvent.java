package org.leasekit.http.outbound;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Recorded;

/**
 * The JSON that is posted: a CloudEvent 1.0 in structured mode.
 *
 * @param specversion always {@code 1.0}
 * @param id unique within {@code source}, the same when the event is told again
 * @param source {@code /leasekit/} and the lessor, percent-encoded
 * @param type {@code org.leasekit.} and the event's type
 * @param subject number of the contract
 * @param time when it was recorded, in UTC as RFC 3339 lays down
 * @param sequence the event's number among those of its contract, by the extension of that name
 * @param data what is to be said beside, by name
 */
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "sequence", "datacontenttype", "data"})
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    String time,
    String sequence,
    String datacontenttype,
    Map<String, String> data) {

  static CloudEvent of(Recorded recorded) {
    LeaseEvent event = recorded.event();
    String lessor = URLEncoder.encode(event.head().lessor().value(), StandardCharsets.UTF_8);
    return new CloudEvent(
        "1.0",
        recorded.id().toString(),
        "/leasekit/" + lessor.replace("+", "%20"),
        "org.leasekit." + event.type(),
        event.head().contract().value(),
        event.head().at().toString(),
        Integer.toString(recorded.id().number()),
        "application/json",
        new TreeMap<>(event.data()));
  }
}
