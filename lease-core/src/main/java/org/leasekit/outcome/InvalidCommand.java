package org.leasekit.outcome;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A command whose fields break their constraints, checked once at the application's door.
 *
 * @param violations every broken constraint, at least one
 */
public record InvalidCommand(List<Violation> violations) implements Rejection {

  /**
   * One broken constraint.
   *
   * @param field path of the field in the command
   * @param message what the constraint asks for, in the language of the door
   */
  public record Violation(String field, String message) {}

  public InvalidCommand {
    violations = List.copyOf(violations);
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("violations: at least one");
    }
  }

  @Override
  public String rule() {
    return "INVALID_COMMAND";
  }

  @Override
  public String field() {
    return violations.stream().map(Violation::field).collect(Collectors.joining(", "));
  }

  @Override
  public List<String> data() {
    return List.of(
        violations.stream()
            .map(v -> v.field() + ": " + v.message())
            .collect(Collectors.joining("; ")));
  }
}
