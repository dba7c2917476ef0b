# syntax=docker/dockerfile:1

FROM eclipse-temurin:17.0.19_10-jdk-noble AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY bpmn bpmn
COPY src src
# A Maven repository from which mvnw downloads Maven, for networks that cannot reach Apache's servers.
ARG MVNW_REPOURL=
RUN --mount=type=cache,target=/root/.m2 \
    sh mvnw -B -ntp -Dmaven.test.skip package \
 && java -Djarmode=tools -jar target/realname-*.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:17.0.19_10-jre-noble
# heif-convert reads HEIC pictures, which iPhones send. The app runs it as a separate process. Fonts for PDFs are in the jar.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libheif-examples libheif-plugin-libde265 util-linux \
 && rm -rf /var/lib/apt/lists/* \
 && heif-convert --list-decoders | grep HEVC
RUN groupadd --system --gid 10001 realname \
 && useradd --system --uid 10001 --gid realname --no-create-home --shell /usr/sbin/nologin realname
WORKDIR /app
# The layers that change least come first. Root owns the files, so the app cannot change itself.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# A numeric user id, so that Kubernetes can verify that it is not root.
USER 10001:10001
# The doors, and the probes and metrics. These have a port of their own, with threads of their own, so that a liveness probe is
# answered while all others wait. Publish only the first one.
EXPOSE 8080 8081
# Secrets may be files named like properties, as Docker and Kubernetes mount them.
ENV MANAGEMENT_SERVER_PORT=8081 REALNAME_SHUTDOWN_DRAIN=5s SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/
# Half of the memory is for the heap; beside it are the JVM itself and the processes that read PDF and HEIC.
# Out of memory, the JVM exits and Docker restarts the container. Running jobs are locked in the database; another run continues them.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8"
# The log as JSON, one line an event, in the fields of the Elastic Common Schema (ECS). An empty value gives lines for people.
ENV LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
