package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;

/** Runs the contract tests of the gateway on one that is right, and on some that break a rule. */
class BrokenGatewayTest {

  private static final class TimedOut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A far end in memory, which shows a message once for each key. */
  private static final class FarEnd implements MessageGatewayContract.Peer {
    private final Set<String> keys = new HashSet<>();
    private MessageGatewayContract.Answer answer = MessageGatewayContract.Answer.DELIVER;
    private int attempts;

    int receive(String key) {
      attempts++;
      switch (answer) {
        case DELIVER, HANG -> keys.add(key);
        default -> {}
      }
      return switch (answer) {
        case DELIVER -> 200;
        case DEAD_CONTACT -> 410;
        case ERROR -> 500;
        case REFUSE -> 400;
        case HANG -> throw new TimedOut();
      };
    }

    @Override
    public void answer(MessageGatewayContract.Answer next) {
      answer = next;
    }

    @Override
    public int attempts() {
      return attempts;
    }

    @Override
    public int shown() {
      return keys.size();
    }
  }

  /** What a gateway may do wrong, and the rule that it breaks. */
  enum Fault {
    NONE,
    REPEATS_AFTER_ERRORS("MessageGateway rule 1") {
      @Override
      Delivery send(FarEnd peer, Message message) {
        int status = peer.receive(message.idempotencyKey());
        return result(status == 500 ? peer.receive(message.idempotencyKey()) : status);
      }
    },
    GIVES_UP_AFTER_THREE("MessageGateway rule 1", "MessageGateway rule 4") {
      @Override
      Delivery send(FarEnd peer, Message message) {
        boolean failsAllTheTime =
            peer.attempts() >= 3 && peer.answer == MessageGatewayContract.Answer.ERROR;
        return failsAllTheTime ? Delivery.FAILED : super.send(peer, message);
      }
    },
    FAILS_WITHOUT_ASKING("MessageGateway rule 4") {
      @Override
      Delivery send(FarEnd peer, Message message) {
        return peer.attempts() >= CIRCUIT ? Delivery.FAILED : super.send(peer, message);
      }
    },
    RESTS_WITHOUT_SAYING_HOW_LONG("MessageGateway rule 4") {
      @Override
      Delivery send(FarEnd peer, Message message) {
        return peer.attempts() >= CIRCUIT ? Delivery.NOT_ASKED : super.send(peer, message);
      }
    },
    ASKS_AND_DENIES_IT("MessageGateway rule 4") {
      @Override
      Delivery send(FarEnd peer, Message message) {
        Delivery delivery = super.send(peer, message);
        return peer.attempts() >= CIRCUIT ? Delivery.NOT_ASKED : delivery;
      }

      @Override
      Duration rest() {
        return Duration.ofSeconds(30);
      }
    },
    NEW_KEY_FOR_EACH_ATTEMPT("MessageGateway rule 2") {
      @Override
      Delivery send(FarEnd peer, Message message) {
        return result(peer.receive(UUID.randomUUID().toString()));
      }
    },
    CUTS_KEYS("MessageGateway rule 2") {
      @Override
      Delivery send(FarEnd peer, Message message) {
        return result(peer.receive(message.idempotencyKey().substring(0, 2)));
      }
    },
    THROWS_TIME_OUTS("MessageGateway rule 3"),
    THROWS_WHEN_UNREACHABLE("MessageGateway rule 3"),
    TAKES_REFUSAL_FOR_DEATH("MessageGateway rule 3") {
      @Override
      Delivery result(int status) {
        return status == 400 ? Delivery.DEAD_CONTACT : super.result(status);
      }
    };

    private static final int CIRCUIT = 20;

    private final Set<String> rules;

    Fault(String... rules) {
      this.rules = Set.of(rules);
    }

    Duration rest() {
      return Duration.ZERO;
    }

    Delivery send(FarEnd peer, Message message) {
      return result(peer.receive(message.idempotencyKey()));
    }

    Delivery result(int status) {
      return Map.of(200, Delivery.DELIVERED, 410, Delivery.DEAD_CONTACT)
          .getOrDefault(status, Delivery.FAILED);
    }
  }

  /** The contract tests, on a gateway with a fault. */
  static class UnderProof extends MessageGatewayContract {
    private static Fault fault = Fault.NONE;

    @Override
    protected Peer peer() {
      return new FarEnd();
    }

    @Override
    protected MessageGateway gateway(Peer peer) {
      return new MessageGateway() {
        @Override
        public Delivery send(Message message) {
          try {
            return fault.send((FarEnd) peer, message);
          } catch (TimedOut e) {
            if (fault == Fault.THROWS_TIME_OUTS && message.idempotencyKey().equals("N-5")) {
              throw e;
            }
            return Delivery.TIMED_OUT;
          }
        }

        @Override
        public Duration rest() {
          return fault.rest();
        }
      };
    }

    @Override
    protected MessageGateway gatewayWithoutPeer() {
      return message -> {
        if (fault == Fault.THROWS_WHEN_UNREACHABLE) {
          throw new IllegalStateException("connection refused");
        }
        return Delivery.FAILED;
      };
    }
  }

  private static KitRun run(Fault fault) {
    UnderProof.fault = fault;
    return KitRun.of(UnderProof.class);
  }

  @ParameterizedTest
  @EnumSource
  void findsTheRuleThatIsBroken(Fault fault) {
    KitRun run = run(fault);
    assertThat(run.rulesFailed())
        .as("%s", run.failed())
        .isEqualTo(fault.rules);
  }

  @Test
  void everyRuleIsBrokenBySomeGateway() {
    Set<String> broken = new TreeSet<>();
    Stream.of(Fault.values()).forEach(fault -> broken.addAll(fault.rules));
    assertThat(broken).isEqualTo(run(Fault.NONE).rulesTested());
  }
}
