package org.leasekit.servicedesk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.leasekit.party.StaffId;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;

/** How well requests are served, from the records alone. */
public final class Quality {

  /** Stands for requests that nobody has mended. */
  public static final String NOBODY = "";

  private Quality() {}

  /** What figures are told by. */
  public enum Dimension {
    /** Who said last that it was mended; {@link #NOBODY} when nobody has. */
    TECHNICIAN,
    SITE,
    FAULT;

    private String of(ServiceFile file) {
      return switch (this) {
        case TECHNICIAN -> file.mender().map(StaffId::value).orElse(NOBODY);
        case SITE -> file.request().report().site().value();
        case FAULT -> file.request().report().fault().value();
      };
    }
  }

  /**
   * Figures at an instant, by what they are told by.
   *
   * @param files the requests; merged and cancelled ones are passed over
   * @param repeatWithin a fault of the same kind on the same asset that is reported within this time after a
   *     request was opened has come back
   */
  public static SortedMap<String, QualityFigures> by(
      Dimension dimension, Collection<ServiceFile> files, Duration repeatWithin, Instant now) {
    List<ServiceFile> served = files.stream().filter(Quality::counts).toList();
    Map<AssetId, List<ServiceRequest>> ofAsset = new HashMap<>();
    served.forEach(
        file ->
            ofAsset
                .computeIfAbsent(file.request().report().asset(), asset -> new ArrayList<>())
                .add(file.request()));
    SortedMap<String, QualityFigures> figures = new TreeMap<>();
    for (ServiceFile file : served) {
      List<ServiceRequest> others =
          ofAsset.getOrDefault(file.request().report().asset(), List.of());
      figures.merge(
          dimension.of(file), of(file, others, repeatWithin, now), QualityFigures::plus);
    }
    return figures;
  }

  /** The figures of all together. */
  public static QualityFigures total(
      Collection<ServiceFile> files, Duration repeatWithin, Instant now) {
    return by(Dimension.SITE, files, repeatWithin, now).values().stream()
        .reduce(QualityFigures.NONE, QualityFigures::plus);
  }

  private static boolean counts(ServiceFile file) {
    RequestState state = file.history().state();
    return state != RequestState.MERGED && state != RequestState.CANCELLED;
  }

  private static QualityFigures of(
      ServiceFile file, List<ServiceRequest> ofAsset, Duration repeatWithin, Instant now) {
    boolean mended = file.isMended();
    boolean atOnce = mended && !file.wasReopened() && !cameBack(file, ofAsset, repeatWithin);
    Map<TargetId, QualityFigures.TargetFigures> targets = new TreeMap<>();
    for (TargetReading reading : file.clock().at(now)) {
      targets.put(
          reading.target(),
          new QualityFigures.TargetFigures(
              1, reading.breachedAt() == null ? 0 : 1, reading.elapsed(), reading.paused()));
    }
    return new QualityFigures(
        1,
        mended ? 1 : 0,
        atOnce ? 1 : 0,
        file.rating().isPresent() ? 1 : 0,
        file.rating().map(RequestEvent.Rated::stars).orElse(0),
        targets);
  }

  private static boolean cameBack(
      ServiceFile file, List<ServiceRequest> ofAsset, Duration repeatWithin) {
    ServiceRequest mine = file.request();
    return ofAsset.stream()
        .anyMatch(
            other ->
                Duplicates.repeats(other, List.of(mine), repeatWithin).stream()
                    .anyMatch(mine::equals));
  }
}
