package org.leasekit.renewal;

/**
 * One piece of work for a person.
 *
 * @param value 1 to 200 characters, not blank, no leading or trailing white space
 */
public record TaskId(String value) implements Comparable<TaskId> {

  public TaskId {
    if (value.isBlank() || value.length() > 200 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("TaskId: 1 to 200 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(TaskId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
