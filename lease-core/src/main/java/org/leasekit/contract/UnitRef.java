package org.leasekit.contract;

/**
 * What is let: a parking space, a storage room, an asset (车位 / 仓间 / 资产).
 *
 * @param project the site or project the unit belongs to
 * @param unit the unit's name, unique in its project
 */
public record UnitRef(String project, String unit) implements Comparable<UnitRef> {

  public UnitRef {
    if (project.isBlank() || unit.isBlank()) {
      throw new IllegalArgumentException("project and unit: must not be blank");
    }
  }

  @Override
  public int compareTo(UnitRef other) {
    int byProject = project.compareTo(other.project);
    return byProject != 0 ? byProject : unit.compareTo(other.unit);
  }

  @Override
  public String toString() {
    return project + "/" + unit;
  }
}
