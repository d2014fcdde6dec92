# What operators and releases need; included by the Makefile, which has what developers need.

CYCLONEDX = org.cyclonedx:cyclonedx-maven-plugin:2.9.3
HELM_LIBRARIES = target/helm/lib
# A platform of its own: what faults and drills leave behind is of no use to anybody.
FAULTS_STATE = .state-faults
FAULTS  = "$(JDK)/bin/java" -Xmx1g -cp "platform-tests/target/platform-tests-1.0.0-SNAPSHOT.jar:platform-tests/target/lib/*" org.crossborough.platform
# Every fault there is that needs no rights of the machine's, once.
ROUNDS ?= 35
SEED   ?= 1
# Only these, comma-separated: KINDS=kill,partition.
KINDS  ?=
OUTAGE ?= 600

images: build ## Container images of the services, the provisioner and the identity provider
	@deploy/containers/build
containers-test: build ## Images, one server's containers, the demo, every pair of container and port; skipped without an engine
	@deploy/compose/containers-test
helm-check: $(HELM_LIBRARIES) ## Render the chart with Helm and check what comes out
	@"$(JDK)/bin/java" --enable-native-access=ALL-UNNAMED -cp "$(HELM_LIBRARIES)/*" deploy/helm/check/HelmCheck.java deploy/helm/crossborough target/helm/rendered.yaml
$(HELM_LIBRARIES): deploy/helm/check/pom.xml | jdk
	$(MVN) -q -f $< org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$(CURDIR)/$@"
	@touch $@
sbom: build ## What the services are made of (CycloneDX), and under which licences
	$(MVN) -q $(CYCLONEDX):makeAggregateBom -DoutputDirectory="$(CURDIR)/target/sbom" -DoutputFormat=json -DoutputName=crossborough \
	  -DincludeTestScope=false -Dcyclonedx.skipNotDeployed=false
	@"$(JDK)/bin/java" -cp "deploy/local/target/lib/*" deploy/supply/Licences.java target/sbom/crossborough.json deploy/supply/licences.txt
reproducible: | jdk ## Build the committed sources twice in different folders, and compare every jar
	@deploy/supply/reproducible "$(MVN)"
two-versions: STATE = $(FAULTS_STATE)
two-versions: build ## An earlier version of one service among the present others, on their data: EARLIER=commit SERVICE=referral
	@$(PLATFORM) clean-state
	@deploy/supply/two-versions $(or $(EARLIER),$(error Say which: EARLIER=commit)) $(or $(SERVICE),referral) '$(MVN)' '$(PLATFORM)' \
	  '"$(JDK)/bin/java" -cp "platform-tests/target/platform-tests-1.0.0-SNAPSHOT.jar:platform-tests/target/lib/*" org.crossborough.platform.demo.Demo "$(STATE)"'; \
	  well=$$?; $(PLATFORM) down; exit $$well
faults: build ## Faults under traffic, and the checks that nothing is lost, twice or made up: ROUNDS=35 SEED=1
	@$(MAKE) -s clean-state STATE="$(FAULTS_STATE)"
	@$(FAULTS).faults.Faults "$(FAULTS_STATE)" rounds $(ROUNDS) $(SEED) $(KINDS)
faults-root: STATE = $(FAULTS_STATE)
faults-root: build ## Faults that only root may bring about: servers cut off, a full disk, stepped clocks (FAKETIME_LIBRARY=…/libfaketime.so.1)
	@$(PLATFORM) clean-state
	@deploy/local/own-disk "$(STATE)" 3000 sh -c '$(FAULTS).faults.Faults "$(STATE)" rounds 8 $(SEED) partition,disk_full,clock_step; \
	  well=$$?; $(PLATFORM) down; exit $$well'
faults-planted: build ## Bugs planted into a running platform on purpose: the checks of `make faults` must find each
	@$(MAKE) -s clean-state STATE="$(FAULTS_STATE)"
	@$(FAULTS).faults.Faults "$(FAULTS_STATE)" planted $(SEED)
kafka-outage: build ## Traffic while there is no broker, and the time until all of it has arrived: OUTAGE=600
	@$(MAKE) -s clean-state STATE="$(FAULTS_STATE)"
	@$(FAULTS).faults.Faults "$(FAULTS_STATE)" outage $(OUTAGE)
restore-drill: build ## Both database servers lost under traffic and restored: what was lost, and how long it took
	@$(MAKE) -s clean-state STATE="$(FAULTS_STATE)"
	@$(FAULTS).restore.RestoreDrill "$(FAULTS_STATE)"
strays: | jdk ## Referrals that other services were told of and referral-service does not have: what a restore has lost
	@$(FAULTS).restore.Strays "$(STATE)"

.PHONY: images containers-test helm-check sbom reproducible two-versions faults faults-root faults-planted kafka-outage restore-drill strays
