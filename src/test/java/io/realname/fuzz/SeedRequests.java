package io.realname.fuzz;

import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Company;
import io.realname.app.EngineDoor;
import io.realname.app.Multipart;
import io.realname.app.Photo;
import io.realname.app.RawRequest;
import io.realname.evidence.Pdfs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Requests as they should be, of each route of both doors. */
final class SeedRequests {

    private static final String API = "/api/v1";

    private final Random random;
    private final List<Applicant> people;
    private final List<String> ids;
    private final List<Supplier<RawRequest>> routes;

    /**
     * @param people whose accounts are known
     * @param ids of applications that there are; may grow
     */
    SeedRequests(Random random, List<Applicant> people, List<String> ids) {
        this.random = random;
        this.people = people;
        this.ids = ids;
        this.routes = List.of(
                () -> typed("/verifications", person().application().toString()),
                () -> typed("/verifications", person().application().toString()),
                () -> typed("/associations", association()),
                () -> typed("/objections", "{\"account\":\"" + person().account() + "\",\"statement\":\"No.\"}"),
                () -> typed("/verifications/" + id() + "/mobile-code", "{\"code\":\"123456\"}"),
                () -> typed("/verifications/" + id() + "/mobile-code/resend", ""),
                () -> typed(
                        "/verifications/" + id() + "/bank-card",
                        person().bankCard().toString()),
                () -> typed("/enterprise-verifications/" + id() + "/amount", "{\"amount\":\"0.37\"}"),
                () -> request("GET", API + "/verifications/" + id() + "?wait=0"),
                () -> request("DELETE", API + "/verifications/" + id()),
                () -> request("GET", API + "/accounts/" + person().account() + "/verification"),
                () -> request("GET", API + "/banks"),
                () -> new RawRequest("PUT", API + "/accounts/" + person().account())
                        .as("accounts")
                        .json("{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\",\"openBusiness\":[\"LOAN\"]}"),
                () -> engine("new-user-verification", person().application().toString()),
                () -> engine("new-user-verification", person().application().toString()),
                () -> engine("associate-verified-account", association()),
                () -> engine("appeal", appeal()),
                () -> engine("enterprise-verification", company()),
                () -> engine("object-to-appeal", "{\"account\":\"" + person().account() + "\"}"),
                () -> message("MobileCodeSubmitted", "code", "String", "123456"),
                () -> message(
                        "BankCardSubmitted",
                        "bankCard",
                        "Json",
                        person().bankCard().toString()),
                () -> message("AmountSubmitted", "amount", "String", "0.37"),
                () -> request("POST", EngineDoor.MESSAGE)
                        .json(EngineDoor.message("MobileCodeRequested", id()).toString()),
                () -> request("POST", EngineDoor.MESSAGE)
                        .json(EngineDoor.message("ApplicationWithdrawn", id()).toString()),
                () -> form(
                        "/appeals", Multipart.empty().json("appeal", appeal()).file(Appellant.FRONT, file())),
                () -> form(
                        "/enterprise-verifications",
                        Multipart.empty().json("enterprise", company()).file(Company.LICENCE, file())),
                () -> form("/appeals/" + id() + "/evidence", Multipart.empty().file(Appellant.BACK, file())));
    }

    RawRequest next() {
        return routes.get(random.nextInt(routes.size())).get();
    }

    private static RawRequest request(String method, String target) {
        return new RawRequest(method, target).as("mall");
    }

    private static RawRequest typed(String path, String json) {
        return request("POST", API + path).json(json);
    }

    private static RawRequest engine(String process, String application) {
        return request("POST", "/engine-rest/process-definition/key/" + process + "/start")
                .json(EngineDoor.startOf(application).toString());
    }

    private RawRequest message(String name, String variable, String type, String value) {
        var message = EngineDoor.message(name, id());
        message.putObject("processVariables").set(variable, EngineDoor.variable(type, value));
        return request("POST", EngineDoor.MESSAGE).json(message.toString());
    }

    private static RawRequest form(String path, Multipart form) {
        return request("POST", API + path).json(form.bytes()).with("Content-Type", form.contentType());
    }

    private String association() {
        return "{\"account\":\"" + person().account() + "\",\"verifiedAccount\":\"" + person().account() + "\"}";
    }

    private String appeal() {
        Applicant person = person();
        return new Appellant(person, person.account(), 0).neverVerified().toString();
    }

    private String company() {
        return Company.of(person().account(), 1 + random.nextInt(50))
                .application()
                .toString();
    }

    /** Small, and now and then a PDF: it costs a process. */
    private byte[] file() {
        return switch (random.nextInt(20)) {
            case 0 -> Pdfs.pages(1);
            case 1, 2, 3, 4, 5, 6 -> Photo.png(random.nextInt(100));
            case 7 -> "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
            default -> Photo.jpeg(random.nextInt(100));
        };
    }

    private Applicant person() {
        return people.get(random.nextInt(people.size()));
    }

    private String id() {
        return ids.get(random.nextInt(ids.size()));
    }
}
