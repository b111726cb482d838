package io.slimgan.metrics.evaluation;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.metrics.statistics.MeanAndStd;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the numbers of each seed to values: a mean and a population deviation where there are several. Pure functions. */
final class SeedMeans {

    private record Place(Metric metric, List<Width> widths, boolean real) {}

    private SeedMeans() {}

    static List<MetricValue> values(List<Figure> ofAllSeeds, Protocols protocols) {
        Map<Place, List<Figure>> places = new LinkedHashMap<>();
        for (Figure figure : ofAllSeeds) {
            Place place = new Place(figure.metric(), figure.widths(), figure.real());
            places.computeIfAbsent(place, p -> new ArrayList<>()).add(figure);
        }
        List<MetricValue> values = new ArrayList<>();
        places.forEach((place, figures) -> values.add(value(place, figures, protocols)));
        return values;
    }

    private static MetricValue value(Place place, List<Figure> figures, Protocols protocols) {
        Metric metric = place.metric();
        MeasuringProtocol protocol = place.real() ? protocols.ofReal(metric) : protocols.of(metric);
        MeanAndStd mean =
                MeanAndStd.of(figures.stream().mapToDouble(Figure::value).toArray());
        OptionalDouble std = figures.size() == 1 ? figures.get(0).std() : OptionalDouble.of(mean.std());
        String warning = Stream.of(figures.get(0).warning(), protocols.warning(metric))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new MetricValue(
                metric,
                protocols.name(metric, protocol),
                place.widths(),
                mean.mean(),
                std,
                protocol,
                warning.isEmpty() ? Optional.empty() : Optional.of(warning));
    }
}
