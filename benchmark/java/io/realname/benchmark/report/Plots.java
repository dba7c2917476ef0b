package io.realname.benchmark.report;

import io.realname.benchmark.Round;
import io.realname.benchmark.Visit.Step;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws a comparison, as SVG in {@code data:} URIs. */
final class Plots {

    /** Distinguishable also for the colour-blind (Okabe and Ito). */
    private static final Color[] COLOURS = {
        new Color(0x0072B2), new Color(0xE69F00), new Color(0x009E73), new Color(0xCC79A7)
    };

    private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.9};

    private final Comparison comparison;

    Plots(Comparison comparison) {
        this.comparison = comparison;
    }

    /** A bar for each system in each round. */
    String throughput() throws IOException {
        CategoryChart chart = chart("Verified a second, in each round", "round", "verified a second");
        for (String system : comparison.systems()) {
            List<Round> rounds = comparison.of(system);
            chart.addSeries(
                    system,
                    rounds.stream().map(Round::number).toList(),
                    rounds.stream().map(Figure.VERIFIED::of).toList());
        }
        return uri(chart);
    }

    /** A stacked bar for each system. */
    String cpu() throws IOException {
        CategoryChart chart = chart("CPU time of one verification", "", "ms");
        chart.getStyler().setStacked(true);
        for (Figure figure : List.of(Figure.JVM, Figure.POSTGRES)) {
            chart.addSeries(
                    figure.words,
                    comparison.systems(),
                    comparison.systems().stream()
                            .map(system -> comparison.spread(system, figure).median())
                            .toList());
        }
        return uri(chart);
    }

    /** A line for each system: how long the step took for most clients, and for the slowest ones. */
    String latencies(Step step, String title) throws IOException {
        CategoryChart chart = chart(title, "per cent of the clients", "ms at the most");
        chart.getStyler()
                .setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Line)
                .setOverlapped(true);
        for (String system : comparison.systems()) {
            Histogram all = new Histogram(3);
            comparison.of(system).forEach(round -> all.add(round.seen().of(step)));
            chart.addSeries(
                    system,
                    Arrays.stream(PERCENTILES).boxed().toList(),
                    Arrays.stream(PERCENTILES)
                            .mapToObj(percentile -> all.getValueAtPercentile(percentile) / 1e6)
                            .toList());
        }
        return uri(chart);
    }

    private static CategoryChart chart(String title, String x, String y) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(620)
                .height(360)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler()
                .setSeriesColors(COLOURS)
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleBoxVisible(false)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15))
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal);
        return chart;
    }

    private static String uri(CategoryChart chart) throws IOException {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.toByteArray());
    }
}
