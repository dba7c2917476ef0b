# syntax=docker/dockerfile:1

FROM eclipse-temurin:17.0.19_10-jdk-noble AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY bpmn bpmn
COPY src src
# A Maven repository to take Maven itself from, where Apache's servers can't be reached.
ARG MVNW_REPOURL=
RUN --mount=type=cache,target=/root/.m2 \
    sh mvnw -B -ntp -Dmaven.test.skip package \
 && java -Djarmode=tools -jar target/realname-*.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:17.0.19_10-jre-noble
# Reads HEIC pictures, which iPhones send, in a process of its own. Fonts for PDFs are in the jar.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libheif-examples libheif-plugin-libde265 util-linux \
 && rm -rf /var/lib/apt/lists/* \
 && heif-convert --list-decoders | grep HEVC
RUN groupadd --system --gid 10001 realname \
 && useradd --system --uid 10001 --gid realname --no-create-home --shell /usr/sbin/nologin realname
WORKDIR /app
# From what changes least to what changes most; owned by root, so that the app can't change itself.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# A number, so that Kubernetes can tell that it isn't root.
USER 10001:10001
EXPOSE 8080
# An app that is out of memory had better be restarted than limp on; jobs are locked in the database and resumed.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8"
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
