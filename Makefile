# Crossborough from the command line. `make` lists what there is to say.

STATE   ?= .state
BENCH_STATE = deploy/bench/target/state
JDK      = $(shell deploy/find-jdk)
MVN      = JAVA_HOME="$(JDK)" mvn --no-transfer-progress
PLATFORM = "$(JDK)/bin/java" -Xmx96m -XX:TieredStopAtLevel=1 -Dorg.slf4j.simpleLogger.defaultLogLevel=error \
           -cp "deploy/local/target/classes:deploy/local/target/lib/*" org.crossborough.local.LocalPlatform --state "$(STATE)"
SOURCES  = $(shell find . \( -name target -o -name .git -o -name .state \) -prune -o \( -name pom.xml -o -path '*/src/main/*' -o -path './deploy/keycloak/*' \) -type f -print)
QUARKUS  = $(shell sed -n 's|.*<quarkus.platform.version>\(.*\)</.*|\1|p' pom.xml)
ERROR_PRONE = $(shell grep jdk.compiler .mvn/jvm.config | tr ' ' '=')
# Development mode wants a newer Maven than the build does.
NEW_MAVEN = target/maven/apache-maven-3.9.16

PLATFORM_TESTS = "$(JDK)/bin/java" -cp "platform-tests/target/platform-tests-1.0.0-SNAPSHOT.jar:platform-tests/target/lib/*"
SANDBOX ?= .state-sandbox
REDOCLY  = 2.77.0
SPECTRAL = 6.16.3
OWASP    = 2.0.1
GENERATOR = 7.25.0
TYPESCRIPT = 7.0.2
NODE_TYPES = 20.19.43
# What each client's test is told: the door, a borough's token, the folder with seal.mjs.
COMPLETE = "$$($(MAKE) -s urls | awk '/^Gateway  /{print $$2}')" "$$($(MAKE) -s token ROLE=demo-borough-islington)" docs/examples

help: ## What can be made
	@sed -n 's/^\([a-z%-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  %-14s %s\n", $$1, $$2}'

include deploy/operations.mk

jdk:
	@deploy/find-jdk > /dev/null

build: target/built ## Packages of everything, without tests; done again when a source is newer
target/built: $(SOURCES) | jdk
	@echo "Building; the first time this takes some minutes."
	$(MVN) -q -DskipTests package
	@$(PLATFORM) prepare
	@mkdir -p target && touch $@

up: build ## Start the platform, or what is missing of it
	@$(PLATFORM) up
down status urls: | jdk
	@$(PLATFORM) $@
down: ## Stop the platform and keep its data
status: ## What runs, where, with how much memory
urls: ## Where the platform answers
token: | jdk ## An access token: make -s token ROLE=referral-coordinator
	@$(PLATFORM) token $(or $(ROLE),$(error Say who: make -s token ROLE=referral-coordinator))
borough-client: | jdk ## A client for a borough's system, with a key of its own: make borough-client NAME=ealing GSS=E09000009
	@$(PLATFORM) borough-client $(or $(NAME),$(error Say which: NAME=ealing GSS=E09000009)) $(GSS)
clean-state: | jdk ## Stop the platform and forget its data
	@$(PLATFORM) clean-state
demo: up ## Play the story of two programmes through the public API
	@"$(JDK)/bin/java" -cp "platform-tests/target/platform-tests-1.0.0-SNAPSHOT.jar:platform-tests/target/lib/*" org.crossborough.platform.demo.Demo "$(STATE)"
conformance: up ## What a borough's system must get right, with a score: CLIENT=demo-borough-islington GSS=E09000019
	@$(PLATFORM_TESTS) org.crossborough.platform.conformance.Conformance "$(STATE)" $(or $(CLIENT),demo-borough-islington) $(or $(GSS),E09000019)
seal: | jdk ## Seal details of people at risk: make -s seal DETAILS=details.json KEYS=keys.json
	@$(PLATFORM_TESTS) org.crossborough.platform.conformance.Seal $(DETAILS) $(KEYS)
sandbox-reset: ## Empty the sandbox and fill it with generated men again
	@$(MAKE) -s clean-state up STATE="$(SANDBOX)"
	@$(PLATFORM_TESTS) org.crossborough.platform.demo.Demo "$(SANDBOX)" --story thin
api-lint: build ## The API description against Redocly's recommended rules
	@npx --yes @redocly/cli@$(REDOCLY) lint --config deploy/redocly.yaml gateway/target/classes/crossborough/openapi.json
api-owasp: build ## The API description against the OWASP rule set
	@mkdir -p target/spectral && npm install --prefix target/spectral --no-audit --no-fund --silent \
	  @stoplight/spectral-cli@$(SPECTRAL) @stoplight/spectral-owasp-ruleset@$(OWASP)
	@cp deploy/spectral.yaml target/spectral && target/spectral/node_modules/.bin/spectral lint -r target/spectral/spectral.yaml \
	  --fail-severity error gateway/target/classes/crossborough/openapi.json
fuzz: up ## What fast-check invents, to every operation as every role: SEED=7 EACH=3 MINUTES=10
	@mkdir -p target/fuzz && cp platform-tests/fuzz/fuzz.mjs platform-tests/fuzz/package.json target/fuzz
	@npm install --prefix target/fuzz --no-audit --no-fund --silent
	@DOOR=$$($(MAKE) -s urls | awk '/^Gateway  /{print $$2}') TOKEN_COMMAND='$(MAKE) -s token ROLE=' node target/fuzz/fuzz.mjs
clients: build ## Clients in Java, TypeScript and Python from the API description, into target/clients
	@for language in java typescript-fetch python; do \
	  $(MVN) -q -N org.openapitools:openapi-generator-maven-plugin:$(GENERATOR):generate -Dopenapi.generator.maven.plugin.inputSpec=docs/openapi.json \
	    -Dopenapi.generator.maven.plugin.generatorName=$$language -Dopenapi.generator.maven.plugin.output=target/clients/$$language || exit 1; done
clients-test: clients up ## Complete a referral with each of the clients; one whose toolchain is missing is named and left out
	@$(MVN) -q -f target/clients/java/pom.xml compile org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
	  -Dmdep.outputFile="$(CURDIR)/target/clients/java/classpath"
	@"$(JDK)/bin/java" -cp "target/clients/java/target/classes:$$(cat target/clients/java/classpath)" platform-tests/clients/Complete.java $(COMPLETE)
	@if command -v npm > /dev/null; then \
	  npm install --prefix target/clients --no-audit --no-fund --silent typescript@$(TYPESCRIPT) @types/node@$(NODE_TYPES) \
	  && cp platform-tests/clients/complete.ts target/clients && (cd target/clients && node_modules/.bin/tsc --strict --target es2022 \
	    --module commonjs --types node --rootDir . --outDir typescript-built complete.ts) \
	  && node target/clients/typescript-built/complete.js $(COMPLETE); \
	else echo "TypeScript left out: npm is missing"; fi
	@if python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2> /dev/null; then \
	  python3 -m venv target/clients/python-venv \
	  && target/clients/python-venv/bin/pip install --quiet --disable-pip-version-check -r target/clients/python/requirements.txt \
	  && PYTHONPATH=target/clients/python target/clients/python-venv/bin/python platform-tests/clients/complete.py $(COMPLETE); \
	else echo "Python left out: python3 (3.10 or newer), its venv or its pip is missing"; fi
bench: build ## What the platform does in a second, beside its database alone; some minutes, writes docs/performance.md
	@$(MAKE) -s clean-state STATE="$(BENCH_STATE)"
	@"$(JDK)/bin/java" -Djava.util.logging.SimpleFormatter.format='%5$$s%n' -cp "deploy/bench/target/classes:deploy/local/target/classes:deploy/local/target/lib/*" \
	  org.crossborough.bench.Bench "$(BENCH_STATE)" docs/performance.md
isolation-proof: up ## Prove that nothing of the survivor side is anywhere else, and write docs/isolation-proof.md
	@"$(JDK)/bin/java" -Xmx1500m --enable-native-access=ALL-UNNAMED -cp "platform-tests/target/platform-tests-1.0.0-SNAPSHOT.jar:platform-tests/target/lib/*" \
	  org.crossborough.platform.isolation.IsolationProof "$(STATE)" docs/isolation-proof.md

verify-audit: | jdk ## Whether the survivor side's audit is what it was
	@$(PLATFORM) as safety "$(JDK)/bin/java" -cp "safety-service/target/quarkus-app/app/*:safety-service/target/quarkus-app/lib/main/*" \
	  org.crossborough.safety.auditing.VerifyAudit
test: | jdk ## Every test, the whole platform's included, and how many there were
	@mkdir -p target && touch target/test-started
	$(MVN) -T 2 verify
	@find . -path '*-reports/TEST-*.xml' -newer target/test-started -exec grep -Ho '<testsuite [^>]*' {} + \
	  | sed -E 's/.*TEST-([A-Za-z0-9_.]+)\.xml.* tests="([0-9]+)".*/\1 \2/' | awk -f deploy/local/count-tests.awk
check: | jdk ## Format, compiler checks and architecture rules
	$(MVN) -q test -pl platform-tests -am -Dtest='*ArchitectureTest' -Dsurefire.failIfNoSpecifiedTests=false
fmt: | jdk ## Put the sources into the one format
	$(MVN) -q spotless:apply

dev-%: build $(NEW_MAVEN) ## dev-referral and so on: one service with live reload, the others as they run
	JAVA_HOME="$(JDK)" $(PLATFORM) as $* sh $(NEW_MAVEN)/bin/mvn -pl $(if $(filter gateway,$*),gateway,$*-service) -am \
	  io.quarkus.platform:quarkus-maven-plugin:$(QUARKUS):dev -Djvm.args="$(ERROR_PRONE)"
$(NEW_MAVEN): | jdk
	$(MVN) -q -N org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
	  -Dartifact=org.apache.maven:apache-maven:3.9.16:zip:bin -DoutputDirectory=target/maven

.PHONY: help jdk build up down status urls token borough-client clean-state demo conformance seal sandbox-reset api-lint api-owasp fuzz clients clients-test bench isolation-proof verify-audit test check fmt
