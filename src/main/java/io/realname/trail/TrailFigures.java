package io.realname.trail;

import io.realname.figures.Figure;
import io.realname.figures.FigureFamily;
import io.realname.figures.FigureMeter;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the last audit of the trail found, and when that was. No numbers before the first one. */
@Component
class TrailFigures implements FigureFamily {

    private static final FigureMeter BROKEN =
            new FigureMeter("realname.trail.broken", "Differences between trail and tables that the last audit found");
    private static final FigureMeter APPLICATIONS =
            new FigureMeter("realname.trail.last.run.applications", "Applications that the last audit compared");
    private static final FigureMeter ENDED =
            new FigureMeter("realname.trail.last.run.timestamp", "When the last audit of the trail ended", "seconds");
    private static final FigureMeter DURATION =
            new FigureMeter("realname.trail.last.run.duration", "How long the last audit of the trail took", "seconds");

    private final TrailRuns runs;

    TrailFigures(TrailRuns runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public List<Figure> read() {
        return runs.last()
                .map(run -> List.of(
                        new Figure(BROKEN, run.findings()),
                        new Figure(APPLICATIONS, run.applications()),
                        new Figure(ENDED, run.endedAt()),
                        new Figure(DURATION, run.seconds())))
                .orElse(List.of());
    }
}
