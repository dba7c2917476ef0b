package io.realname.figures;

import io.realname.evidence.MalwareScanner;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the malware scanner answers. Asked, not read from the database, but as rarely. */
@Component
class ScannerFigures implements FigureFamily {

    private static final FigureMeter UP =
            new FigureMeter("realname.scanner.up", "1 if the malware scanner answers, or if none is used; else 0");

    private final MalwareScanner scanner;

    ScannerFigures(MalwareScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public String name() {
        return "scanner";
    }

    @Override
    public List<Figure> read() {
        return List.of(new Figure(UP, scanner.isUp() ? 1 : 0));
    }
}
