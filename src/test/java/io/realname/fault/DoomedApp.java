package io.realname.fault;

import io.realname.RealnameApplication;
import io.realname.app.Applicant;
import io.realname.dev.ProductionClasses;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** The production app in a process of its own. It can be made to stop at chosen places before it is killed. */
final class DoomedApp {

    static final String READY = "READY ";

    /** System property {@code PLACE=number,…}; each number is that of an {@link Applicant}. */
    static final String PARK = "fault.park";

    private DoomedApp() {}

    public static void main(String[] args) {
        ParkingPlaces places = new ParkingPlaces(places(System.getProperty(PARK, "")));
        SpringApplication.withHook(
                application -> {
                    application.addInitializers(context -> {
                        context.getBeanFactory().registerSingleton("productionClasses", new ProductionClasses());
                        context.getBeanFactory().registerSingleton("parkingPlaces", places);
                        context.getBeanFactory().addBeanPostProcessor(places);
                    });
                    application.addListeners(
                            (ApplicationListener<ApplicationReadyEvent>) event -> System.out.println(READY
                                    + event.getApplicationContext()
                                            .getEnvironment()
                                            .getProperty("local.server.port")));
                    return null;
                },
                () -> RealnameApplication.main(args));
    }

    private static Map<Applicant, ParkingPlace> places(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(place -> !place.isEmpty())
                .map(place -> place.split("=", 2))
                .collect(Collectors.toMap(
                        place -> Applicant.number(Integer.parseInt(place[1])),
                        place -> ParkingPlace.valueOf(place[0])));
    }
}
