package org.leasekit.http.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.leasekit.http.outbound.GatewayStub.Behaviour;
import org.leasekit.port.MessageGateway;
import org.leasekit.testkit.MessageGatewayContract;

/** The rules of the port, on a peer that answers over HTTP. */
class HttpMessageGatewayContractTest extends MessageGatewayContract {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private GatewayStub stub;

  @AfterEach
  void close() {
    stub.close();
  }

  @Override
  protected Peer peer() {
    try {
      stub = new GatewayStub();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new HttpPeer(stub);
  }

  @Override
  protected MessageGateway gateway(Peer peer) {
    return HttpMessageGateway.builder(stub.uri(), SECRET)
        .responseTimeout(Duration.ofSeconds(1))
        .build();
  }

  @Override
  protected MessageGateway gatewayWithoutPeer() {
    try (ServerSocket socket = new ServerSocket(0)) {
      // the port is free again when the block ends
      URI nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
      return HttpMessageGateway.builder(nobody, SECRET).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record HttpPeer(GatewayStub stub) implements Peer {

    @Override
    public void answer(Answer answer) {
      stub.answer(
          switch (answer) {
            case DELIVER -> Behaviour.DELIVERED;
            case DEAD_CONTACT -> Behaviour.of(404, "{\"status\":\"DEAD\"}");
            case ERROR -> Behaviour.of(500, "out of order");
            case REFUSE -> Behaviour.of(400, "{\"error\":\"no such template\"}");
            case HANG -> Behaviour.HANG_BEFORE_HEADERS;
          });
    }

    @Override
    public int attempts() {
      return stub.received().size();
    }

    @Override
    public int shown() {
      return stub.shown().size();
    }
  }
}
